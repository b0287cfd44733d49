using System.Linq.Expressions;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Connect.Facts;

/// <summary>
/// One version of something, as one import told it. Visible is the newest of the committed versions; older ones stay, so that
/// taking an import out gives back exactly what was.
/// </summary>
public abstract class Fact
{
    /// <summary>Unique over the facts of all kinds.</summary>
    public long Id { get; set; }

    public int ShopId { get; set; }

    public long ImportId { get; set; }

    /// <summary>The import whose newer version hides this one once it is committed; null while this is the newest.</summary>
    public long? HiddenByImportId { get; set; }

    /// <summary>What decides which version is newer, in Unix milliseconds; see <see cref="VersionDecision"/>.</summary>
    public long Rank { get; set; }

    /// <summary>The fingerprint of the content: an equal version is no new version.</summary>
    public long ContentHash { get; set; }

    internal static void Map<T>(EntityTypeBuilder<T> e, string table, Expression<Func<T, object?>> key) where T : Fact
    {
        e.ToTable(table);
        e.Property(f => f.Id).ValueGeneratedNever();
        e.HasIndex(key);
        e.HasIndex(f => f.ImportId);
        e.HasIndex(f => f.HiddenByImportId).HasFilter("hidden_by_import_id IS NOT NULL");
    }

    /// <summary>The columns that <see cref="Write"/> gives.</summary>
    internal static readonly string[] Columns = ["id", "shop_id", "import_id", "hidden_by_import_id", "rank", "content_hash"];

    internal void Write(IBulkRow row)
    {
        row.Big(Id);
        row.Int(ShopId);
        row.Big(ImportId);
        row.Big(HiddenByImportId);
        row.Big(Rank);
        row.Big(ContentHash);
    }
}

/// <summary>Where facts of one kind are kept.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The column that names the thing, unique within a shop.</param>
/// <param name="Children">Tables whose rows belong to a fact by its id, in their column order_id.</param>
/// <param name="ByNode">The table that finds facts by the evidence node they name, in its columns node_id and order_id; null where there is none.</param>
internal sealed record FactTable(string Name, string Key, IReadOnlyList<string> Children, string? ByNode = null);

/// <summary>
/// An import said what was already here: no new version, but the fact does not go when the import that brought it does.
/// </summary>
public sealed class FactRepeat
{
    public long FactId { get; set; }

    public long ImportId { get; set; }

    /// <summary>The rank under which it was said again.</summary>
    public long Rank { get; set; }

    internal static void Map(EntityTypeBuilder<FactRepeat> e)
    {
        e.ToTable("fact_repeat");
        e.HasKey(r => new { r.FactId, r.ImportId });
        e.HasIndex(r => r.ImportId);
    }

    internal static readonly BulkTable<FactRepeat> Table = new("fact_repeat", ["fact_id", "import_id", "rank"], (repeat, row) =>
    {
        row.Big(repeat.FactId);
        row.Big(repeat.ImportId);
        row.Big(repeat.Rank);
    });
}
