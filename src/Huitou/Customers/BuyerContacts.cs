using Huitou.Connect.Facts;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>How a source names a buyer, in full: the names that an import would know them by again.</summary>
/// <param name="Id">The source's own id; empty where an address stands for it.</param>
/// <param name="Phone">E.164; empty where nobody tells one.</param>
/// <param name="Email">Empty where nobody tells one.</param>
internal sealed record BuyerContact(string Id, string Phone, string Email)
{
    internal static readonly BuyerContact Nobody = new("", "", "");
}

/// <summary>Opens the names of evidence nodes: for exports, which mask them again unless somebody may see them.</summary>
internal static class BuyerContacts
{
    internal static async Task<Dictionary<long, BuyerContact>> ReadAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        long[] ids = [.. nodes];
        var named = await db.EvidenceNodes.AsNoTracking().Where(node => EF.Parameter(ids).Contains(node.Id)).ToListAsync(cancel);
        var told = await SaidAsync(db, vault, ids, "s.more IS NOT NULL", cancel);
        return named.ToDictionary(node => node.Id, node =>
        {
            var more = told.GetValueOrDefault(node.Id)?.More;
            var contact = new BuyerContact("", more?[BuyerAttribute.Phone].Text ?? "", more?[BuyerAttribute.Email].Text ?? "");
            return node.Kind switch
            {
                EvidenceKind.Phone => contact with { Phone = node.Name(vault) },
                EvidenceKind.Email => contact with { Email = node.Name(vault) },
                _ => contact with { Id = node.Name(vault) },
            };
        });
    }

    /// <summary>All that committed imports say, and people wrote, that nodes carry, by node, the strongest first; of each import and attribute what it says last.</summary>
    internal static async Task<ILookup<long, CarriedValue>> CarriedAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        var written = await WrittenEvidence.OfAsync(db, vault, nodes, cancel);
        var told = await ToldAsync(db, nodes, "s.more IS NOT NULL", cancel);
        var carried =
            from statement in told
            from attribute in statement.More.All
            let value = BuyerAttribute.Carried(attribute.Key)
            where value is not null
            select (statement.Node, Value: value.Value with { Text = vault.Open(attribute.Value.Text, attribute.Key, statement.Node) });
        return carried.Concat(written.Select(one => (one.Node, one.Value))).Distinct().OrderBy(one => EvidenceKinds.Rank(one.Value.Kind)).ThenBy(one => one.Value.Scope, StringComparer.Ordinal).ThenBy(one => one.Value.Text, StringComparer.Ordinal)
            .ToLookup(one => one.Node, one => one.Value);
    }

    /// <summary>What committed imports show of nodes with stars in it, by node: the newest of each kind.</summary>
    internal static async Task<ILookup<long, ShownValue>> ShownAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        var shown =
            from statement in await ToldAsync(db, nodes, $"s.more LIKE '%{ShownValue.Sign}%'", cancel)
            from attribute in statement.More.All
            where ShownValue.Is(attribute.Key)
            let told = attribute.Value with { Text = vault.Open(attribute.Value.Text, attribute.Key, statement.Node) }
            group told by (statement.Node, attribute.Key) into all
            orderby all.Key
            select (all.Key.Node, Value: new ShownValue(ShownValue.KindOf(all.Key.Key), all.Aggregate(DatedText.None, (newest, next) => newest.Or(next.Text, next.At)).Text));
        return shown.ToLookup(one => one.Node, one => one.Value);
    }

    /// <summary>What else than name and place statements of committed imports that are seen say, still sealed.</summary>
    private static Task<List<(long Node, Told More)>> ToldAsync(HuitouDb db, IReadOnlyCollection<long> nodes, string which, CancellationToken cancel) => db.ListSeenAsync(
        $"SELECT s.node_id, s.more FROM buyer_statement s WHERE {which} AND s.node_id {SqlList.Of(db, "ids")} AND s.import_id IN {VisibleFacts.CommittedSeen(db)}",
        row => (Node: row.GetInt64(0), More: Told.Read(row.GetString(1))), cancel, ("ids", SqlList.Value(db, nodes)));

    /// <summary>All that committed imports say of nodes, personal attributes opened: of each thing the newest.</summary>
    internal static Task<Dictionary<long, BuyerDescription>> SaidAsync(HuitouDb db, Vault vault, long[] nodes, CancellationToken cancel) =>
        SaidAsync(db, vault, nodes, "1 = 1", cancel);

    private static async Task<Dictionary<long, BuyerDescription>> SaidAsync(HuitouDb db, Vault vault, long[] nodes, string which, CancellationToken cancel)
    {
        var statements = await db.ListSeenAsync(
            $"SELECT s.node_id, {BuyerStatement.Columns} FROM buyer_statement s WHERE {which} AND s.node_id {SqlList.Of(db, "ids")} "
            + $"AND s.import_id IN {VisibleFacts.CommittedSeen(db)}",
            row => (Node: row.GetInt64(0), Said: BuyerStatement.Read(row, 1, vault)), cancel, ("ids", SqlList.Value(db, nodes)));
        var said = new Dictionary<long, BuyerDescription>();
        foreach (var (node, description) in statements)
        {
            if (said.TryGetValue(node, out var known)) known.Take(description);
            else said[node] = description;
        }
        return said;
    }
}
