using System.Collections.Concurrent;
using Huitou.Analytics;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows.Traits;

/// <summary>
/// What customers are besides orders, in one piece of memory for each data scope: a condition on them is one pass over arrays, where the database would
/// go through all evidence. It follows the change feed; an import makes it read anew. Of a person there are words and marks in it, and nothing sealed.
/// </summary>
public sealed class TraitIndex(IDbContextFactory<HuitouDb> databases, ChangeSignal signal, TimeProvider time, ILogger<TraitIndex> log) : FeedFollower(signal, time, log)
{
    /// <summary>Of so many scopes at most it is kept: whoever comes back after that waits for a reading.</summary>
    private const int MostScopes = 16;

    private readonly ConcurrentDictionary<DataScope, Follower> _followers = new();
    private readonly ChangeFeed _feed = new(databases);

    /// <summary>The traits of whom the caller sees, by the word of the shops that they see, as far as the change feed can be followed.</summary>
    internal Task<TraitSnapshot> ReadAsync(CancellationToken cancel)
    {
        if (_followers.Count >= MostScopes && !_followers.ContainsKey(DataScope.Current))
            foreach (var scope in _followers.Keys.Where(scope => !scope.IsAll)) _followers.TryRemove(scope, out _);
        return _followers.GetOrAdd(DataScope.Current, _ => new Follower(databases, _feed)).CatchUpAsync(cancel);
    }

    public override void Dispose()
    {
        foreach (var follower in _followers.Values) follower.Dispose();
        base.Dispose();
    }

    protected override Task FollowAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <summary>Follows the feed for one scope, one reader at a time.</summary>
    private sealed class Follower(IDbContextFactory<HuitouDb> databases, ChangeFeed feed) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);
        private readonly TraitWords _words = new();
        private TraitSnapshot? _snapshot;

        public void Dispose() => _turn.Dispose();

        internal async Task<TraitSnapshot> CatchUpAsync(CancellationToken cancel)
        {
            await _turn.WaitAsync(cancel);
            try
            {
                return _snapshot = _snapshot is { } known ? await FollowAsync(known, cancel) : await ReadAsync(cancel);
            }
            finally
            {
                _turn.Release();
            }
        }

        private async Task<TraitSnapshot> FollowAsync(TraitSnapshot known, CancellationToken cancel)
        {
            var most = MostChanged(known.Ids.Length);
            var read = await feed.ReadAsync(known.Position, most, cancel, withProfiles: true);
            if (read.Customers is not { } changed || read.HasImports || changed.Count + known.Changed.Count > most) return await ReadAsync(cancel);
            if (changed.Count == 0) return known with { Position = read.Position };
            await using var db = await databases.CreateDbContextAsync(cancel);
            long[] ids = [.. changed];
            var now = await new TraitReader(db, _words, ids).ReadAsync(cancel);
            var all = new Dictionary<long, CustomerTraits?>(known.Changed);
            foreach (var id in ids) all[id] = now.TryGetValue(id, out var traits) ? traits : null;
            return known with { Position = read.Position, Changed = all };
        }

        private async Task<TraitSnapshot> ReadAsync(CancellationToken cancel)
        {
            var position = await feed.EndAsync(cancel);
            await using var db = await databases.CreateDbContextAsync(cancel);
            var read = await new TraitReader(db, _words, null).ReadAsync(cancel);
            var (ids, traits) = (read.Keys.ToArray(), read.Values.ToArray());
            Array.Sort(ids, traits);
            return new TraitSnapshot(position, _words, ids, traits, []);
        }
    }
}

/// <summary>Traits as of a place in the feed: those read in one piece, and those that changed since, which outrank them; null for who is gone.</summary>
internal sealed record TraitSnapshot(FeedPosition Position, TraitWords Words, long[] Ids, CustomerTraits[] Traits, Dictionary<long, CustomerTraits?> Changed)
{
    /// <summary>What is known of a customer; nothing of somebody who is not there.</summary>
    internal CustomerTraits this[long id]
    {
        get
        {
            if (Changed.TryGetValue(id, out var changed)) return changed ?? default;
            return Array.BinarySearch(Ids, id) is >= 0 and var place ? Traits[place] : default;
        }
    }

    /// <summary>Everybody, by ascending id.</summary>
    internal IEnumerable<(long Id, CustomerTraits Traits)> InOrder()
    {
        var changed = Changed.OrderBy(one => one.Key).ToArray();
        var next = 0;
        for (var i = 0; i <= Ids.Length; i++)
        {
            var id = i < Ids.Length ? Ids[i] : long.MaxValue;
            for (; next < changed.Length && changed[next].Key < id; next++)
                if (changed[next].Value is { } known) yield return (changed[next].Key, known);
            if (i < Ids.Length && (next == changed.Length || changed[next].Key != id)) yield return (id, Traits[i]);
        }
    }

    /// <summary>Those of whom it holds.</summary>
    internal List<long> Where(Func<CustomerTraits, bool> holds)
    {
        var found = new List<long>();
        for (var i = 0; i < Ids.Length; i++)
            if ((Changed.Count == 0 || !Changed.ContainsKey(Ids[i])) && holds(Traits[i])) found.Add(Ids[i]);
        foreach (var (id, traits) in Changed)
            if (traits is { } known && holds(known)) found.Add(id);
        return found;
    }
}
