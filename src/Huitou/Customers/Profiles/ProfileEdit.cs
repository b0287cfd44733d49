using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers.Profiles;

/// <summary>
/// What somebody wrote of a customer: a corrected name, a tag, a note. It stands over what sources say, and no import or undo changes it. One is
/// kept for each piece of the customer's evidence, by name: it stays with the person whichever of them goes, and with both when they part.
/// </summary>
public sealed class ProfileEdit
{
    public long Id { get; set; }

    /// <summary>What was written at once is taken back at once.</summary>
    public Guid Act { get; set; }

    public required string Scope { get; set; }

    public EvidenceKind Kind { get; set; }

    public required string Value { get; set; }

    /// <summary>What it is about, see <see cref="ProfileAttribute"/>.</summary>
    public required string Attribute { get; set; }

    /// <summary>What it is; empty where it was cleared, or a tag taken off. Personal ones are sealed.</summary>
    public string Text { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public required string Actor { get; set; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    internal NodeName Name => new(Scope, Kind, Value);

    internal static void Map(EntityTypeBuilder<ProfileEdit> e)
    {
        e.ToTable("profile_edit");
        e.Property(p => p.Id).ValueGeneratedOnAdd();
        e.Property(p => p.Act).HasConversion<string>().HasMaxLength(36);
        e.Property(p => p.Scope).HasMaxLength(64);
        e.Property(p => p.Value).HasMaxLength(200);
        e.Property(p => p.Attribute).HasMaxLength(80);
        e.Property(p => p.Actor).HasMaxLength(100);
        e.HasIndex(p => new { p.Scope, p.Kind, p.Value });
        e.HasIndex(p => p.Act);
        e.Ignore(p => p.Name);
    }

    internal static readonly BulkTable<ProfileEdit> Table = new(
        "profile_edit", ["act", "scope", "kind", "value", "attribute", "text", "at", "actor"], (edit, row) =>
        {
            row.Text(edit.Act.ToString());
            row.Text(edit.Scope);
            row.Small((int)edit.Kind);
            row.Text(edit.Value);
            row.Text(edit.Attribute);
            row.Text(edit.Text);
            row.Big(edit.At.ToUnixTimeMilliseconds());
            row.Text(edit.Actor);
        });

    /// <summary>To what a sealed text is bound: the names change with the keys, the act does not.</summary>
    internal static long OwnerOf(Guid act) => StableHash.Of(act.ToString());

    internal string Opened(Vault vault) => ProfileAttribute.IsSealed(Attribute) ? vault.OpenSome(Text, Attribute, OwnerOf(Act)) : Text;
}
