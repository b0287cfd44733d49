using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>What the store makes of a version: the verdict, the stored version it was held against, and the row that it becomes.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Other">The version that was visible, or the equal one; null for what is new.</param>
/// <param name="Id">The id of the row to write; null where none is.</param>
/// <param name="HiddenBy">The import that hides the row from the start.</param>
internal readonly record struct Decision(Verdict Verdict, StoredVersion? Other, long? Id, long? HiddenBy);

/// <summary>
/// The versions of one table while an import runs: reads what is stored of a chunk's keys, decides, and writes down what it hides and
/// repeats. The rows themselves are written by those who know their columns.
/// </summary>
internal sealed class VersionStore(HuitouDb db, Import import, FactTable table, NextIds ids, ImportAges ages)
{
    private static readonly ILookup<string, StoredVersion> Nothing = Array.Empty<StoredVersion>().ToLookup(version => version.Key);

    private readonly List<long> _hidden = [];
    private readonly List<FactRepeat> _repeats = [];
    private ILookup<string, StoredVersion> _stored = Nothing;
    private bool? _shopIsEmpty;

    /// <summary>Begins a chunk.</summary>
    internal async Task ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        _shopIsEmpty ??= await IsEmptyAsync(cancel);
        _stored = _shopIsEmpty.Value ? Nothing : await StoredVersions.OfKeysAsync(db, table, import.ShopId, keys, ages, cancel);
    }

    /// <param name="key">What the version is of; each key once in an import.</param>
    /// <param name="rank">The time that it tells itself; null where it tells none.</param>
    /// <param name="contentHash">A fingerprint of what it says.</param>
    internal Decision Decide(string key, long? rank, long contentHash)
    {
        var age = new VersionAge(rank ?? import.TakenAt, import.TakenAt, import.Id);
        var (verdict, other) = _stored.Count == 0 ? (Verdict.New, null) : VersionDecision.Of([.. _stored[key]], age, contentHash);
        if (verdict == Verdict.Known) _repeats.Add(new FactRepeat { FactId = other!.Id, ImportId = import.Id, Rank = age.Rank });
        if (verdict == Verdict.Changed) _hidden.Add(other!.Id);
        return new Decision(
            verdict, other, verdict == Verdict.Known ? null : ids.Next(), verdict == Verdict.Older ? other!.Age.ImportId : null);
    }

    /// <summary>Gives a fact the columns of its version.</summary>
    internal void Stamp(Fact fact, Decision decision, long? rank, long contentHash)
    {
        (fact.Id, fact.ShopId, fact.ImportId, fact.HiddenByImportId) = (decision.Id!.Value, import.ShopId, import.Id, decision.HiddenBy);
        (fact.Rank, fact.ContentHash) = (rank ?? import.TakenAt, contentHash);
    }

    /// <summary>Ends a chunk, in the caller's transaction.</summary>
    internal async Task WriteAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        await bulk.UpdateAsync(
            new BulkTable<long>(table.Name, ["id", "hidden_by_import_id"], (id, row) =>
            {
                row.Big(id);
                row.Big(import.Id);
            }),
            _hidden, cancel);
        await bulk.InsertAsync(FactRepeat.Table, _repeats, cancel);
        Forget();
    }

    /// <summary>Ends a chunk of a dry run.</summary>
    internal void Forget()
    {
        _hidden.Clear();
        _repeats.Clear();
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        await using var command = db.Sql($"SELECT 1 FROM {table.Name} WHERE shop_id = @shop LIMIT 1", ("shop", import.ShopId));
        return await command.ExecuteScalarAsync(cancel) is null;
    }
}
