using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>Where rows belong: evidence nodes to customers, customers to regions, details to orders. Ids are the database's own, so lists by id are dense.</summary>
internal sealed class LedgerHomes
{
    /// <summary>The home of nodes whose customers do not count.</summary>
    internal const long Nobody = -1;

    private readonly List<long> _customerOfNode = [];
    private readonly List<int> _regionOfCustomer = [];
    private readonly List<long> _details = [];
    private readonly List<(long Order, long Customer)> _orders = [];

    internal void Place(long node, long customer) => Set(_customerOfNode, node, customer);

    internal void Settle(long customer, int region) => Set(_regionOfCustomer, customer, region);

    /// <summary>Details come by ascending id.</summary>
    internal void Detail(long details, long order, long? node)
    {
        if (CustomerOf(node) is not { } customer) return;
        _details.Add(details);
        _orders.Add((order, customer));
    }

    /// <summary>
    /// The customer of a node, the anonymous one for none; null for a node that came after the nodes were read. What such a node owns is
    /// left out: its import is in the change feed, which brings its buyers and would never look for them among the anonymous.
    /// </summary>
    internal long? CustomerOf(long? node)
    {
        if (node is not { } id) return 0;
        if (id >= _customerOfNode.Count) return null;
        return _customerOfNode[(int)id] switch { 0 => null, Nobody => 0, var customer => customer };
    }

    internal int RegionOf(long customer) => customer < _regionOfCustomer.Count ? _regionOfCustomer[(int)customer] : 0;

    /// <summary>The order that details belong to, and its customer; null where there are no such details, or their order has lines of its own.</summary>
    internal (long Order, long Customer)? OrderOf(long details) =>
        _details.Count > 0 && _details.BinarySearch(details) is >= 0 and var at ? _orders[at] : null;

    private static void Set<T>(List<T> list, long id, T value) where T : struct
    {
        while (list.Count <= id) list.Add(default);
        list[(int)id] = value;
    }
}

/// <summary>Everybody's facts, packed, in stages by the top bits of the customer's hash: how a ledger takes them in.</summary>
internal sealed class LedgerStages
{
    private readonly LedgerSpool[][] _spools;
    private readonly Func<long, int> _regionOf;

    internal LedgerStages(int ranges, Func<long, int> regionOf)
    {
        _regionOf = regionOf;
        _spools = [.. Enumerable.Range(0, ranges).Select(_ => Enumerable.Range(0, Ledger.Stages).Select(_ => new LedgerSpool()).ToArray())];
    }

    /// <summary>The stage of a customer.</summary>
    internal static int Of(long customer) => Ledger.StageOf(customer);

    /// <summary>The spools of a range of ids, one for each stage.</summary>
    internal LedgerSpool[] Of(int range) => _spools[range];

    /// <summary>The facts of one stage, which are gone from here then.</summary>
    internal IEnumerable<CustomerFacts> Take(int stage)
    {
        var rows = new LedgerRows.Gathering();
        foreach (var spools in _spools) spools[stage].Empty(rows);
        return new LedgerRows(rows, _regionOf);
    }
}
