using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Data;

/// <summary>What a row of the change feed speaks of.</summary>
public enum ChangeKind : byte
{
    Customer = 1,
    Product = 2,
    Setting = 3,

    /// <summary>An import was committed or taken out: whatever it speaks of may have changed.</summary>
    Import = 4,

    /// <summary>Something was written of a customer, or they agreed or refused: no figure changes by it.</summary>
    Profile = 5,
}

/// <summary>
/// One row of the change feed: written in the transaction of the change, followed by the ledger. <see cref="Transaction"/> is the
/// writer's on PostgreSQL, where sequence order is not commit order; 0 on SQLite, which has one writer.
/// </summary>
public sealed class Change
{
    public long Seq { get; set; }

    public ChangeKind Kind { get; set; }

    /// <summary>The customer's or product's id; 0 is the anonymous customer.</summary>
    public long SubjectId { get; set; }

    public long Transaction { get; set; }

    internal static readonly BulkTable<(ChangeKind Kind, long SubjectId)> Table = new("change", ["kind", "subject_id"], (change, row) =>
    {
        row.Small((int)change.Kind);
        row.Big(change.SubjectId);
    });

    internal static void Map(EntityTypeBuilder<Change> e)
    {
        e.ToTable("change");
        e.HasKey(c => c.Seq);
        e.Property(c => c.Seq).ValueGeneratedOnAdd();
    }
}
