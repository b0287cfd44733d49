using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Identity;

/// <summary>
/// Brings customers into line with the evidence, as far as a change reaches: which nodes are one person, and so one customer. A customer goes
/// by the number of its oldest node, and its row follows from its nodes alone: joining and parting leave nothing behind.
/// </summary>
internal static class IdentityUpdate
{
    /// <summary>A node that goes to another customer, who goes by the oldest.</summary>
    private sealed record Move(long Node, long From, long To, long Seed);

    private sealed record Node(long Id, string Scope, EvidenceKind Kind, long Seed, long CustomerId, long TakenAt, long ImportId);

    private const int MovesAtOnce = 1_000;

    /// <summary>In the caller's transaction. Gives the nodes that went to another customer.</summary>
    internal static async Task<IReadOnlyList<long>> RunAsync(
        HuitouDb db, IEnumerable<long> nodes, IReadOnlyCollection<long> customers, IReadOnlyCollection<NodeName> values, CancellationToken cancel)
    {
        await LockAsync(db, cancel);
        var decided = await Decided.ReadAsync(db, cancel);
        var reached = await new Reach(db, decided, await IdentityRules.ReadAsync(db, cancel)).FromAsync(nodes, customers, values, cancel);
        var moves = await MovesAsync(db, decided, reached, cancel);
        if (moves.Count > 0) await MoveAsync(db, moves, cancel);
        return [.. moves.Select(move => move.Node)];
    }

    /// <summary>
    /// Finds out anew who everybody is, from all the evidence in one pass, and moves whoever is somebody else, in short transactions of its own.
    /// What is resolved as it comes in leaves nothing to do here: it is for after a change of the rules, and to be sure.
    /// </summary>
    internal static async Task<int> RunAllAsync(HuitouDb db, Action<long, long> progress, CancellationToken cancel)
    {
        var moves = await MovesAsync(db, await Decided.ReadAsync(db, cancel), of: null, cancel);
        var done = 0;
        foreach (var chunk in moves.Chunk(MovesAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await LockAsync(db, cancel);
            await MoveAsync(db, chunk, cancel);
            await transaction.CommitAsync(cancel);
            progress(done += chunk.Length, moves.Count);
            await WriterTurn.PassAsync(db, cancel);
        }
        return moves.Count;
    }

    /// <summary>Two at once would each join half of what they both reach. SQLite has one writer.</summary>
    private static Task LockAsync(HuitouDb db, CancellationToken cancel) => db.Database.IsNpgsql() ? db.RunAsync("SELECT pg_advisory_xact_lock(4837463)", cancel) : Task.CompletedTask;

    /// <summary>The nodes that belong to another customer than they are with, of some or of all.</summary>
    private static async Task<IReadOnlyList<Move>> MovesAsync(HuitouDb db, Decided decided, IReadOnlyCollection<long>? of, CancellationToken cancel)
    {
        var known = await NodesAsync(db, of, cancel);
        var oldest = Resolver.Resolve(await EvidenceAsync(db, known, decided, areAll: of is null, cancel)).OldestOf;
        return [.. known.Select((node, place) => new Move(node.Id, node.CustomerId, known[oldest[place]].Id, known[oldest[place]].Seed)).Where(move => move.From != move.To)];
    }

    /// <summary>The nodes that anything committed names, the oldest first: by when the source that first named them was taken, then ids before mere addresses, then by seed, which stays when names get new keys.</summary>
    private static async Task<List<Node>> NodesAsync(HuitouDb db, IReadOnlyCollection<long>? of, CancellationToken cancel)
    {
        var told = await db.ListAsync(
            $"SELECT n.id, n.scope, n.kind, n.seed, n.customer_id, i.taken_at, i.id FROM evidence_node n JOIN buyer_statement s ON s.node_id = n.id JOIN import i ON i.id = s.import_id WHERE i.state = '{nameof(ImportState.Committed)}' {Among(db, "n.id", of)}",
            row => new Node(row.GetInt64(0), row.GetString(1), (EvidenceKind)row.GetInt16(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)),
            cancel, ("ids", SqlList.Value(db, of ?? [])));
        var first = new Dictionary<long, Node>(told.Count);
        foreach (var node in told)
            if (!first.TryGetValue(node.Id, out var known) || (node.TakenAt, node.ImportId).CompareTo((known.TakenAt, known.ImportId)) < 0) first[node.Id] = node;
        return
        [
            .. first.Values.OrderBy(node => node.TakenAt).ThenBy(node => node.ImportId).ThenBy(node => node.Scope.Length == 0).ThenBy(node => node.Scope, StringComparer.Ordinal)
                .ThenBy(node => node.Kind).ThenBy(node => node.Seed),
        ];
    }

    private static string Among(HuitouDb db, string column, IReadOnlyCollection<long>? of) => of is null ? "" : $"AND {column} {SqlList.Of(db, "ids")}";

    private static async Task<EvidenceSet> EvidenceAsync(HuitouDb db, List<Node> nodes, Decided decided, bool areAll, CancellationToken cancel)
    {
        var places = nodes.Index().ToDictionary(node => node.Item.Id, node => node.Index);
        var scopes = new Dictionary<string, int>();
        var rules = await IdentityRules.ReadAsync(db, cancel);
        // Of some, the database must say which values too many carry; of all, the resolver sees it.
        var which = areAll ? "" : $"AND c.node_id {SqlList.Of(db, "ids")} AND NOT {Reach.IsFenced("c", Reach.Committed, rules)}";
        var claims = await db.ListAsync(
            $"SELECT DISTINCT c.kind, c.scope, c.value, c.node_id FROM evidence_claim c WHERE +c.import_id IN {Reach.Committed} {which}",
            row => (Kind: (EvidenceKind)row.GetInt16(0), Scope: row.GetString(1), Value: row.GetString(2), Node: row.GetInt64(3)), cancel, ("ids", SqlList.Value<long>(db, areAll ? [] : places.Keys)));
        int ScopeOf(string scope) => scope.Length == 0 ? 0 : scopes.TryGetValue(scope, out var known) ? known : scopes[scope] = scopes.Count + 1;
        return new(
            [.. nodes.Select(node => ScopeOf(node.Scope))],
            // What somebody wrote counts as long as a committed import names its node.
            [.. claims.Where(claim => places.ContainsKey(claim.Node)).Select(claim => new Carried(claim.Kind, ScopeOf(claim.Scope), BlindChain.Number(claim.Value), places[claim.Node]))],
            decided.Same(places), decided.Different(places))
        {
            MostCarriers = rules.MostCarriers,
        };
    }

    private static async Task MoveAsync(HuitouDb db, IReadOnlyCollection<Move> moves, CancellationToken cancel)
    {
        var bulk = db.BulkWriter();
        await bulk.UpdateAsync(
            new BulkTable<Move>("evidence_node", ["id", "customer_id"], (move, row) =>
            {
                row.Big(move.Node);
                row.Big(move.To);
            }),
            moves, cancel);
        long[] concerned = [.. moves.SelectMany(move => new[] { move.From, move.To }).Distinct()];
        var inConcerned = ("ids", SqlList.Value(db, concerned));
        await CustomerRows.RemoveEmptyAsync(db, concerned, cancel);
        var there = (await db.ListAsync($"SELECT id FROM customer WHERE id {SqlList.Of(db, "ids")}", row => row.GetInt64(0), cancel, inConcerned)).ToHashSet();
        var missing = moves.Select(move => move.To).Where(id => !there.Contains(id)).ToHashSet();
        await CustomerRows.AddAsync(db, [.. moves.Where(move => missing.Contains(move.To)).DistinctBy(move => move.To).Select(move => (move.To, move.Seed))], cancel);
        await CustomerRows.DeriveAsync(db, concerned, added: null, cancel);
        await bulk.InsertAsync(Change.Table, [.. concerned.Select(id => (ChangeKind.Customer, id))], cancel);
    }
}
