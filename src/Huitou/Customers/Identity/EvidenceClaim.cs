using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers.Identity;

/// <summary>That an import, or somebody by hand, says of a node that it carries a value by which people are recognised elsewhere. A phone that goes by itself carries itself.</summary>
public sealed class EvidenceClaim
{
    /// <summary>In place of an import: somebody wrote it. Such a claim is there as long as its node is.</summary>
    internal const long ByHand = 0;

    public long NodeId { get; set; }

    public EvidenceKind Kind { get; set; }

    /// <summary>Within what the value is one person's: a platform, "shop:1"; empty where everywhere.</summary>
    public required string Scope { get; set; }

    /// <summary>The value's blind index.</summary>
    public required string Value { get; set; }

    public long ImportId { get; set; }

    internal static void Map(EntityTypeBuilder<EvidenceClaim> e)
    {
        e.ToTable("evidence_claim");
        e.HasKey(c => new { c.NodeId, c.Kind, c.Scope, c.Value, c.ImportId });
        e.Property(c => c.Scope).HasMaxLength(64);
        e.Property(c => c.Value).HasMaxLength(32);
        e.HasIndex(c => new { c.Kind, c.Value, c.Scope });
        e.HasIndex(c => c.ImportId);
    }

    /// <summary>Those that count: of committed imports, and by hand.</summary>
    internal static IQueryable<EvidenceClaim> Counting(HuitouDb db) =>
        db.EvidenceClaims.Where(claim => claim.ImportId == ByHand || db.Imports.Any(import => import.Id == claim.ImportId && import.State == ImportState.Committed));

    internal static readonly BulkTable<EvidenceClaim> Table = new("evidence_claim", ["node_id", "kind", "scope", "value", "import_id"], (claim, row) =>
    {
        row.Big(claim.NodeId);
        row.Small((int)claim.Kind);
        row.Text(claim.Scope);
        row.Text(claim.Value);
        row.Big(claim.ImportId);
    });
}
