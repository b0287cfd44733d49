using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>
/// The buyers of one import: from the source's own id within a shop to the evidence node, and so to the customer. Buyers not known
/// before become customers. What orders say of a buyer is kept here, and written where a newer order says something new.
/// </summary>
internal sealed class BuyerBook
{
    private readonly string _scope;
    private readonly long _importId;
    private readonly DateTimeOffset _now;
    private readonly NextIds _customerIds;
    private readonly NextIds _nodeIds;
    private readonly Dictionary<string, Buyer> _buyers = [];

    private BuyerBook(int shopId, long importId, DateTimeOffset now, NextIds customerIds, NextIds nodeIds) =>
        (_scope, _importId, _now, _customerIds, _nodeIds) = (ScopeOf(shopId), importId, now, customerIds, nodeIds);

    internal static async Task<BuyerBook> OpenAsync(HuitouDb db, int shopId, long importId, DateTimeOffset now, CancellationToken cancel) => new(
        shopId, importId, now, await NextIds.AboveAsync(db, "customer", cancel), await NextIds.AboveAsync(db, "evidence_node", cancel));

    internal static string ScopeOf(int shopId) => $"shop:{shopId}";

    internal long CustomersNew { get; private set; }

    /// <summary>A buyer and what is known of them.</summary>
    private sealed class Buyer(string value, long nodeId, long customerId, bool isNew)
    {
        internal string Value => value;

        internal long NodeId => nodeId;

        internal long CustomerId => customerId;

        internal bool IsNew => isNew;

        internal DatedText Name { get; set; } = DatedText.None;

        internal DatedText Region { get; set; } = DatedText.None;

        internal DatedText City { get; set; } = DatedText.None;

        internal bool IsChanged { get; set; }
    }

    /// <summary>Makes sure that all of <paramref name="values"/> are known; those in no database yet are created, but not written.</summary>
    internal async Task ResolveAsync(HuitouDb db, IEnumerable<string> values, CancellationToken cancel)
    {
        var unknown = values.Where(value => !_buyers.ContainsKey(value)).Distinct().ToArray();
        if (unknown.Length == 0) return;
        var stored = await (
            from node in db.EvidenceNodes
            where node.Scope == _scope && node.Kind == EvidenceKind.SourceId && EF.Parameter(unknown).Contains(node.Value)
            join customer in db.Customers on node.CustomerId equals customer.Id
            select new { node.Id, node.Value, Customer = customer }).AsNoTracking().ToListAsync(cancel);
        foreach (var known in stored)
        {
            _buyers[known.Value] = new Buyer(known.Value, known.Id, known.Customer.Id, isNew: false)
            {
                Name = new DatedText(known.Customer.Name, known.Customer.NameAt),
                Region = new DatedText(known.Customer.Region, known.Customer.RegionAt),
                City = new DatedText(known.Customer.City, known.Customer.CityAt),
            };
        }
        foreach (var value in unknown)
        {
            if (_buyers.ContainsKey(value)) continue;
            var buyer = new Buyer(value, _nodeIds.Next(), _customerIds.Next(), isNew: true);
            _buyers[value] = buyer;
            _unwritten.Add(buyer);
        }
        CustomersNew += unknown.Length - stored.Count;
    }

    private readonly List<Buyer> _unwritten = [];

    /// <summary>The evidence node of a resolved buyer.</summary>
    internal long NodeOf(string value) => _buyers[value].NodeId;

    /// <summary>Takes in what an order of that time says of its buyer.</summary>
    internal void Describe(string value, string name, string region, string city, long at)
    {
        var buyer = _buyers[value];
        var (newName, newRegion, newCity) = (buyer.Name.Or(name, at), buyer.Region.Or(region, at), buyer.City.Or(city, at));
        if (newName == buyer.Name && newRegion == buyer.Region && newCity == buyer.City) return;
        (buyer.Name, buyer.Region, buyer.City, buyer.IsChanged) = (newName, newRegion, newCity, true);
    }

    /// <summary>Writes the customers that are new since the last call. Nobody sees them before the import's orders.</summary>
    internal async Task WriteNewAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        var customers = new BulkTable<Buyer>("customer", ["id", "stable_seed", "first_import_id", "created_at", .. Described], (buyer, row) =>
        {
            row.Big(buyer.CustomerId);
            row.Big(StableHash.Of($"{_scope}\n{buyer.Value}"));
            row.Big(_importId);
            row.Big(_now.ToUnixTimeMilliseconds());
            WriteDescription(buyer, row);
            buyer.IsChanged = false;
        });
        var nodes = new BulkTable<Buyer>("evidence_node", ["id", "kind", "scope", "value", "customer_id"], (buyer, row) =>
        {
            row.Big(buyer.NodeId);
            row.Small((int)EvidenceKind.SourceId);
            row.Text(_scope);
            row.Text(buyer.Value);
            row.Big(buyer.CustomerId);
        });
        await bulk.InsertAsync(customers, _unwritten, cancel);
        await bulk.InsertAsync(nodes, _unwritten, cancel);
        _unwritten.Clear();
    }

    /// <summary>
    /// Writes what newer orders said of this import's own new customers (before the commit: nobody sees them) or of those that were
    /// there before (in the commit: everybody does), and gives their ids.
    /// </summary>
    internal async Task<IReadOnlyList<long>> WriteChangedAsync(IBulkWriter bulk, bool isNew, CancellationToken cancel)
    {
        var changed = _buyers.Values.Where(buyer => buyer.IsChanged && buyer.IsNew == isNew).ToList();
        var table = new BulkTable<Buyer>("customer", ["id", .. Described], (buyer, row) =>
        {
            row.Big(buyer.CustomerId);
            WriteDescription(buyer, row);
        });
        await bulk.UpdateAsync(table, changed, cancel);
        return [.. changed.Select(buyer => buyer.CustomerId)];
    }

    private static readonly string[] Described = ["name", "name_at", "region", "region_at", "city", "city_at"];

    private static void WriteDescription(Buyer buyer, IBulkRow row)
    {
        row.Text(buyer.Name.Text);
        row.Big(buyer.Name.At);
        row.Text(buyer.Region.Text);
        row.Big(buyer.Region.At);
        row.Text(buyer.City.Text);
        row.Big(buyer.City.At);
    }
}
