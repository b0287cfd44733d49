using Huitou.Analytics;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows;

/// <summary>
/// All customers' names in one piece of memory, for a part of a name is looked for in all of them: reading through a million names takes a few
/// milliseconds, two Chinese characters suffice, and there is no table to keep in step. Follows the change feed; an import makes it read anew.
/// </summary>
public sealed class NameIndex(IDbContextFactory<HuitouDb> databases, ChangeSignal signal, TimeProvider time, ILogger<NameIndex> log) : FeedFollower(signal, time, log)
{
    private const char End = '\0';

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ChangeFeed _feed = new(databases);
    private volatile Names? _names;

    /// <summary>The names as of a place in the feed: those read in one piece, and those that changed since, which outrank them.</summary>
    private sealed record Names(FeedPosition Position, string Text, int[] Starts, long[] Ids, Dictionary<long, string> Changed)
    {
        internal HashSet<long> Find(string part)
        {
            var found = new HashSet<long>();
            for (var at = Text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(part, at, StringComparison.Ordinal))
            {
                var place = Array.BinarySearch(Starts, at) is >= 0 and var exact ? exact : ~Array.BinarySearch(Starts, at) - 1;
                if (!Changed.ContainsKey(Ids[place])) found.Add(Ids[place]);
                at = place + 1 < Starts.Length ? Starts[place + 1] : Text.Length;
            }
            foreach (var (id, name) in Changed)
                if (name.Contains(part, StringComparison.Ordinal)) found.Add(id);
            return found;
        }
    }

    /// <summary>Customers in whose name the text is, upper and lower case alike, as far as the change feed can be followed.</summary>
    internal async Task<IReadOnlyCollection<long>> FindAsync(string part, CancellationToken cancel) =>
        part.Contains(End, StringComparison.Ordinal) ? [] : (await CatchUpAsync(cancel)).Find(Folded(part));

    protected override Task FollowAsync(CancellationToken cancel) => CatchUpAsync(cancel);

    private async Task<Names> CatchUpAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return _names = _names is { } names ? await FollowAsync(names, cancel) : await ReadAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Names> FollowAsync(Names names, CancellationToken cancel)
    {
        var most = MostChanged(names.Ids.Length);
        var read = await _feed.ReadAsync(names.Position, most, cancel);
        if (read.Customers is null || read.HasImports || read.Customers.Count + names.Changed.Count > most) return await ReadAsync(cancel);
        if (read.Customers.Count == 0) return names with { Position = read.Position };
        await using var db = await databases.CreateDbContextAsync(cancel);
        long[] ids = [.. read.Customers];
        var now = await db.Customers.Where(customer => EF.Parameter(ids).Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name }).ToDictionaryAsync(customer => customer.Id, cancel);
        var changed = new Dictionary<long, string>(names.Changed);
        foreach (var id in ids) changed[id] = now.TryGetValue(id, out var customer) ? Folded(customer.Name) : "";
        return names with { Position = read.Position, Changed = changed };
    }

    private async Task<Names> ReadAsync(CancellationToken cancel)
    {
        var position = await _feed.EndAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Task.Run(
            () =>
            {
                var (text, starts, ids) = (new System.Text.StringBuilder(), new List<int>(), new List<long>());
                using var rows = new LedgerCursor(db, "SELECT id, name FROM customer WHERE name <> ''", null, cancel);
                while (rows.Next())
                {
                    starts.Add(text.Length);
                    ids.Add(rows.Id);
                    text.Append(Folded(rows.Row.GetString(1))).Append(End);
                }
                return new Names(position, text.ToString(), [.. starts], [.. ids], []);
            },
            cancel);
    }

    private static string Folded(string text) => text.ToUpperInvariant();
}
