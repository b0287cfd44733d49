using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Access;

/// <summary>What is worth remembering of who did what.</summary>
public enum AuditAction
{
    SignIn,
    SignInFailed,
    Export,
    Reveal,
    Merge,
    Profile,
    Consent,
    Bin,
    Erase,
    Undo,
    Settings,
    Users,
    Tokens,
    Import,
    Backup,
    Restore,
    KeyRotation,
}

/// <summary>One row of the audit. Written in the transaction of what it records; never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The user's name, "token:name", or "console".</summary>
    public required string Actor { get; set; }

    public AuditAction Action { get; set; }

    /// <summary>What it was done to, as "kind:id".</summary>
    public required string Subject { get; set; }

    public AuditKind Kind { get; set; }

    /// <summary>What the kind names, as JSON; no personal data.</summary>
    public required string Values { get; set; }

    internal AuditFact Fact => new(Kind, JsonSerializer.Deserialize<Dictionary<string, string>>(Values) ?? []);

    internal static void Map(EntityTypeBuilder<AuditEntry> e)
    {
        e.ToTable("audit_entry");
        e.Property(a => a.Actor).HasMaxLength(100);
        e.Property(a => a.Action).HasConversion<string>().HasMaxLength(24);
        e.Property(a => a.Subject).HasMaxLength(200);
        e.Property(a => a.Kind).HasConversion<string>().HasMaxLength(24);
        e.Ignore(a => a.Fact);
        e.HasIndex(a => a.At);
    }
}
