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

/// <summary>
/// What a source says a buyer agreed to or refused. Whoever ever refused is not asked again by an import: a refusal stands against any
/// consent a file brings, and stays when its import is taken out.
/// </summary>
public sealed class Consent
{
    public long NodeId { get; set; }

    public ConsentChannel Channel { get; set; }

    public bool IsGiven { get; set; }

    public long ImportId { get; set; }

    /// <summary>When they said so.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Where, and to which words, sealed; never empty for a consent.</summary>
    public string Proof { get; set; } = "";

    /// <summary>As what a proof is sealed: people write into it how somebody was reached.</summary>
    internal const string SealedProof = "proof";

    internal static void Map(EntityTypeBuilder<Consent> e)
    {
        e.ToTable("consent");
        e.HasKey(c => new { c.NodeId, c.Channel, c.IsGiven, c.ImportId });
        e.HasIndex(c => c.ImportId);
    }

    internal static readonly BulkTable<Consent> Table = new("consent", ["node_id", "channel", "is_given", "import_id", "at", "proof"], (consent, row) =>
    {
        row.Big(consent.NodeId);
        row.Small((int)consent.Channel);
        row.Bool(consent.IsGiven);
        row.Big(consent.ImportId);
        row.Big(consent.At.ToUnixTimeMilliseconds());
        row.Text(consent.Proof);
    });
}
