using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers;

/// <summary>By which way a message goes.</summary>
public enum ConsentChannel : byte
{
    Sms = 1,
    Email = 2,
}

/// <summary>What a message is for.</summary>
public enum ConsentPurpose : byte
{
    /// <summary>News and offers. What files say of consent is about these.</summary>
    Marketing = 1,

    /// <summary>Care without an offer: tips, greetings, questions.</summary>
    Care = 2,
}

/// <summary>
/// That a buyer agreed or refused, as a source says or as somebody wrote down. It names the buyer by name and not by number: a refusal outlives
/// the import that brought it, and meets the buyer again when another one names them. What follows from all of them is in <see cref="ConsentState"/>.
/// </summary>
public sealed class Consent
{
    public long Id { get; set; }

    public required string Scope { get; set; }

    public EvidenceKind Kind { get; set; }

    public required string Value { get; set; }

    public ConsentChannel Channel { get; set; }

    public ConsentPurpose Purpose { get; set; }

    public bool IsGiven { get; set; }

    /// <summary>The import that says so; null where a person wrote it down.</summary>
    public long? ImportId { get; set; }

    /// <summary>When they said so.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Where, and to which words, sealed; never empty for a consent.</summary>
    public string Proof { get; set; } = "";

    /// <summary>Who wrote it down; empty where an import says so.</summary>
    public string Actor { get; set; } = "";

    /// <summary>As what a proof is sealed: people write into it how somebody was reached.</summary>
    internal const string SealedProof = "proof";

    internal NodeName Name => new(Scope, Kind, Value);

    /// <summary>To what a proof is bound: the names change with the keys, the time does not.</summary>
    internal static long OwnerOf(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    internal string OpenedProof(Vault vault) => vault.OpenSome(Proof, SealedProof, OwnerOf(At));

    internal static void Map(EntityTypeBuilder<Consent> e)
    {
        e.ToTable("consent");
        e.Property(c => c.Id).ValueGeneratedOnAdd();
        e.Property(c => c.Scope).HasMaxLength(64);
        e.Property(c => c.Value).HasMaxLength(200);
        e.Property(c => c.Actor).HasMaxLength(100);
        e.HasIndex(c => new { c.Scope, c.Kind, c.Value });
        e.HasIndex(c => c.ImportId);
        e.Ignore(c => c.Name);
    }

    internal static readonly BulkTable<Consent> Table = new(
        "consent", ["scope", "kind", "value", "channel", "purpose", "is_given", "import_id", "at", "proof", "actor"], (consent, row) =>
        {
            row.Text(consent.Scope);
            row.Small((int)consent.Kind);
            row.Text(consent.Value);
            row.Small((int)consent.Channel);
            row.Small((int)consent.Purpose);
            row.Bool(consent.IsGiven);
            row.Big(consent.ImportId);
            row.Big(consent.At.ToUnixTimeMilliseconds());
            row.Text(consent.Proof);
            row.Text(consent.Actor);
        });
}
