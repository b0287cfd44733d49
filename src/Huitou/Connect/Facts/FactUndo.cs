using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>A fact that changes in the moment an import is taken out, and the import that hides it from then on.</summary>
internal readonly record struct HiddenFact(long Id, long? By);

/// <summary>
/// Makes the versions of one table ready for an import to go: what others repeated passes to them, and what it hid is hidden by the
/// next newest. None of that changes anything while the import stands, for the preparations may end here; what would is handed back, to
/// be done in the moment it goes.
/// </summary>
internal sealed class FactUndo(HuitouDb db, Import import, FactTable table, ImportAges without)
{
    private const int KeysAtOnce = 500;

    private readonly List<HiddenFact> _later = [];
    private readonly List<HiddenFact> _hide = [];
    private readonly List<(long Id, VersionAge Owner)> _own = [];

    internal async Task<IReadOnlyList<HiddenFact>> PrepareAsync(CancellationToken cancel)
    {
        var bulk = db.BulkWriter();
        foreach (var keys in (await KeysAsync(cancel)).Chunk(KeysAtOnce))
        {
            var stored = await StoredVersions.OfKeysAsync(db, table, import.ShopId, keys, without, cancel);
            foreach (var versions in stored) Arrange([.. versions]);
            await WriteAsync(bulk, cancel);
        }
        return _later;
    }

    private void Arrange(IReadOnlyList<StoredVersion> versions)
    {
        var newest = VersionDecision.Newest(versions)!;
        foreach (var version in versions)
        {
            if (version.ImportId == import.Id) _own.Add((version.Id, version.Age));
            long? by = version == newest ? null : newest.Age.ImportId;
            if (version == newest && version.HiddenByImportId is not null) _later.Add(new(version.Id, by));
            if (version != newest && version.IsFreed) _hide.Add(new(version.Id, by));
            if (version != newest && !version.IsFreed && version.HiddenByImportId is null) _later.Add(new(version.Id, by));
        }
    }

    private async Task WriteAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        if (_hide.Count + _own.Count == 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.UpdateAsync(HiddenBy(table), _hide, cancel);
        // The import and who said the same change places: until it goes, it has said so too.
        var own = ("ids", SqlList.Value(db, _own.ConvertAll(fact => fact.Id)));
        await db.RunAsync(
            $"INSERT INTO fact_repeat (fact_id, import_id, rank) SELECT id, import_id, rank FROM {table.Name} WHERE id {SqlList.Of(db, "ids")}", cancel, own);
        await bulk.UpdateAsync(
            new BulkTable<(long Id, VersionAge Owner)>(table.Name, ["id", "import_id", "rank"], (fact, row) =>
            {
                row.Big(fact.Id);
                row.Big(fact.Owner.ImportId);
                row.Big(fact.Owner.Rank);
            }),
            _own, cancel);
        await db.RunAsync(
            $"DELETE FROM fact_repeat WHERE import_id = (SELECT import_id FROM {table.Name} WHERE id = fact_id) AND fact_id {SqlList.Of(db, "ids")}", cancel,
            own);
        await transaction.CommitAsync(cancel);
        _hide.Clear();
        _own.Clear();
    }

    /// <summary>The things that the import said anything of.</summary>
    private Task<List<string>> KeysAsync(CancellationToken cancel) => db.ListAsync(
        $"SELECT {table.Key} FROM {table.Name} WHERE import_id = @import UNION SELECT {table.Key} FROM {table.Name} WHERE hidden_by_import_id = @import "
        + $"UNION SELECT f.{table.Key} FROM fact_repeat r JOIN {table.Name} f ON f.id = r.fact_id WHERE r.import_id = @import",
        row => row.GetString(0), cancel, ("import", import.Id));

    internal static BulkTable<HiddenFact> HiddenBy(FactTable table) => new(table.Name, ["id", "hidden_by_import_id"], (fact, row) =>
    {
        row.Big(fact.Id);
        row.Big(fact.By);
    });
}
