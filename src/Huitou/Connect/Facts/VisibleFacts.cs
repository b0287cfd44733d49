using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>
/// The one place that says which facts exist for the world: those of committed imports that no committed import has put a
/// newer version before. While an import runs, what it wrote is not there and what it will hide still is.
/// </summary>
internal static class VisibleFacts
{
    private const string Committed = "(SELECT id FROM import WHERE state = 'Committed')";

    /// <summary>
    /// The condition for SQL on both databases. Nearly every fact is of a committed import, yet both planners take that for the rarest of
    /// conditions and would start from its index, which reads the whole table for one row; the plus hides the index from them.
    /// </summary>
    internal static string Sql(string alias) =>
        $"+{alias}.import_id IN {Committed} AND ({alias}.hidden_by_import_id IS NULL OR {alias}.hidden_by_import_id NOT IN {Committed})";

    /// <summary>The committed imports of the shops that the context's caller sees, as a list for SQL.</summary>
    internal static string CommittedSeen(HuitouDb db) =>
        db.Scope.IsAll ? Committed : $"(SELECT id FROM import WHERE state = 'Committed' AND shop_id IN ({(db.Scope.Shops is { Length: > 0 } ? db.Scope : "NULL")}))";

    internal static IQueryable<T> Of<T>(HuitouDb db, IQueryable<T> facts) where T : Fact
    {
        var committed = db.Imports.Where(import => import.State == ImportState.Committed).Select(import => (long?)import.Id);
        // The sum hides the index here, as the plus does in SQL.
        return facts.Where(fact => committed.Contains(fact.ImportId + 0)
            && (fact.HiddenByImportId == null || !committed.Contains(fact.HiddenByImportId)));
    }
}
