using System.Globalization;
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
    private sealed record Node(long Id, NodeName Name, long CustomerId, long TakenAt, long ImportId);

    /// <summary>In the caller's transaction. Gives the nodes that went to another customer.</summary>
    internal static async Task<IReadOnlyList<long>> RunAsync(
        HuitouDb db, IEnumerable<long> nodes, IReadOnlyCollection<long> customers, IReadOnlyCollection<(EvidenceKind Kind, string Value)> values, CancellationToken cancel)
    {
        // Two at once would each join half of what they both reach. SQLite has one writer.
        if (db.Database.IsNpgsql()) await db.RunAsync("SELECT pg_advisory_xact_lock(4837463)", cancel);
        var decided = await Decided.ReadAsync(db, cancel);
        var reached = await new Reach(db, decided).FromAsync(nodes, customers, values, cancel);
        var known = await NodesAsync(db, reached, cancel);
        var oldest = Resolver.Resolve(await EvidenceAsync(db, known, decided, cancel)).OldestOf;
        var moved = known.Select((node, place) => (Node: node, Customer: known[oldest[place]].Id)).Where(move => move.Node.CustomerId != move.Customer).ToList();
        if (moved.Count > 0) await MoveAsync(db, [.. moved.Select(move => (move.Node.Id, move.Node.CustomerId, move.Customer))], known.ToDictionary(node => node.Id), cancel);
        return [.. moved.Select(move => move.Node.Id)];
    }

    /// <summary>The nodes that anything committed names, the oldest first: by when the source that first named them was taken, then ids before mere addresses, then by name.</summary>
    private static async Task<List<Node>> NodesAsync(HuitouDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var told = await db.ListAsync(
            $"SELECT n.id, n.scope, n.kind, n.value, n.customer_id, i.taken_at, i.id FROM evidence_node n JOIN buyer_statement s ON s.node_id = n.id JOIN import i ON i.id = s.import_id WHERE i.state = '{nameof(ImportState.Committed)}' AND n.id {SqlList.Of(db, "ids")}",
            row => new Node(row.GetInt64(0), new(row.GetString(1), (EvidenceKind)row.GetInt16(2), row.GetString(3)), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)),
            cancel, ("ids", SqlList.Value(db, ids)));
        return
        [
            .. told.GroupBy(node => node.Id).Select(said => said.MinBy(node => (node.TakenAt, node.ImportId))!)
                .OrderBy(node => node.TakenAt).ThenBy(node => node.ImportId).ThenBy(node => node.Name.Scope.Length == 0).ThenBy(node => node.Name.Scope, StringComparer.Ordinal).ThenBy(node => node.Name.Kind)
                .ThenBy(node => node.Name.Value, StringComparer.Ordinal),
        ];
    }

    private static async Task<EvidenceSet> EvidenceAsync(HuitouDb db, List<Node> nodes, Decided decided, CancellationToken cancel)
    {
        var places = nodes.Index().ToDictionary(node => node.Item.Id, node => node.Index);
        var scopes = nodes.Select(node => node.Name.Scope).Distinct().Where(scope => scope.Length > 0).Index().ToDictionary(scope => scope.Item, scope => scope.Index + 1);
        var claims = await db.ListAsync(
            $"SELECT DISTINCT c.kind, c.value, c.node_id FROM evidence_claim c WHERE +c.import_id IN {Reach.Committed} AND c.node_id {SqlList.Of(db, "ids")} AND NOT {Reach.IsFenced("c", Reach.Committed)}",
            row => (Kind: (EvidenceKind)row.GetInt16(0), Value: row.GetString(1), Node: row.GetInt64(2)), cancel, ("ids", SqlList.Value(db, places.Keys)));
        return new(
            [.. nodes.Select(node => scopes.GetValueOrDefault(node.Name.Scope))],
            [.. claims.Select(claim => new Carried(claim.Kind, UInt128.Parse(claim.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture), places[claim.Node]))],
            decided.Same(places), decided.Different(places));
    }

    private static async Task MoveAsync(HuitouDb db, IReadOnlyCollection<(long Node, long From, long To)> moves, Dictionary<long, Node> nodes, CancellationToken cancel)
    {
        var bulk = db.BulkWriter();
        await bulk.UpdateAsync(
            new BulkTable<(long Node, long From, long To)>("evidence_node", ["id", "customer_id"], (move, row) =>
            {
                row.Big(move.Node);
                row.Big(move.To);
            }),
            moves, cancel);
        long[] concerned = [.. moves.SelectMany(move => new[] { move.From, move.To }).Distinct()];
        var inConcerned = ("ids", SqlList.Value(db, concerned));
        await db.RunAsync($"DELETE FROM customer WHERE id {SqlList.Of(db, "ids")} AND NOT EXISTS (SELECT 1 FROM evidence_node n WHERE n.customer_id = customer.id)", cancel, inConcerned);
        var there = (await db.ListAsync($"SELECT id FROM customer WHERE id {SqlList.Of(db, "ids")}", row => row.GetInt64(0), cancel, inConcerned)).ToHashSet();
        long[] missing = [.. moves.Select(move => move.To).Distinct().Where(id => !there.Contains(id))];
        await CustomerRows.AddAsync(db, [.. missing.Select(id => (id, nodes[id].Name))], cancel);
        await CustomerRows.DeriveAsync(db, concerned, added: null, cancel);
        await bulk.InsertAsync(Change.Table, [.. concerned.Select(id => (ChangeKind.Customer, id))], cancel);
    }
}
