namespace Huitou.Engine.Tests;

/// <summary>What every question means, written for obviousness: plain LINQ over the facts, row by row.</summary>
internal sealed partial class Reference(IReadOnlyList<CustomerFacts> facts, Question question)
{
    private readonly Scope _scope = question.Scope;
    private readonly Dictionary<long, List<OrderFacts>> _histories = [];

    /// <summary>The same question of another day.</summary>
    internal Reference AsOf(DateOnly day) => new(facts, question with { Scope = _scope with { AsOf = day } });

    internal DateOnly To => _scope.To is { } to && to < _scope.AsOf ? to : _scope.AsOf;

    internal IEnumerable<CustomerFacts> Asked => facts.Where(customer => question.Customers is null || question.Customers.Contains(customer.Id));

    internal IEnumerable<CustomerFacts> Named => Asked.Where(customer => customer.Id != 0);

    internal bool InPeriod(DateOnly day) => (_scope.From is null || day >= _scope.From) && day <= To;

    /// <summary>The customer's orders that exist for the question, up to the as-of day, in time order.</summary>
    internal List<OrderFacts> History(CustomerFacts customer)
    {
        if (!_histories.TryGetValue(customer.Id, out var history))
        {
            _histories[customer.Id] = history =
            [
                .. customer.Orders
                    .Where(order => order.Day <= _scope.AsOf && Covers(order.Shop, order.Channel) && (order.Marks & _scope.Counting.Excluded) == 0)
                    .OrderBy(order => order.Day).ThenBy(order => order.Minute).ThenBy(order => order.Id),
            ];
        }

        return history;
    }

    internal List<OrderFacts> InPeriod(CustomerFacts customer) => [.. History(customer).Where(order => InPeriod(order.Day))];

    /// <summary>Loose refunds that exist for the question, up to the end of the period.</summary>
    internal IEnumerable<RefundFacts> Loose(CustomerFacts customer) =>
        customer.LooseRefunds.Where(refund => refund.Day <= To && Covers(refund.Shop, refund.Channel));

    internal long RefundsOf(OrderFacts order) => order.Refunds.Where(refund => refund.Day <= _scope.AsOf).Sum(refund => refund.Amount);

    internal static long Units(OrderFacts order) => order.Lines.Where(line => line.Marks == LineMarks.None).Sum(line => (long)line.Quantity);

    internal CustomerFigures? Figures(CustomerFacts customer)
    {
        var orders = InPeriod(customer);
        if (orders.Count == 0 || customer.Id == 0)
            return null;
        var refunds = orders.Sum(RefundsOf) + Loose(customer).Where(refund => InPeriod(refund.Day)).Sum(refund => refund.Amount);
        var last = orders.Max(order => order.Day);
        return new CustomerFigures(
            customer.Id, History(customer)[0].Day, last, _scope.AsOf.DayNumber - last.DayNumber, orders.Count,
            orders.Select(order => order.Day).Distinct().Count(), orders.Sum(Units), orders.Sum(order => order.Amount),
            orders.Sum(order => order.Amount) - refunds);
    }

    internal List<CustomerFigures> AllFigures() => [.. Named.Select(Figures).OfType<CustomerFigures>()];

    internal Grid Grid(GridLimits limits) => new(limits,
    [
        .. from r in Enum.GetValues<RClass>()
           from f in Enum.GetValues<FClass>()
           let inside = AllFigures().Where(c => limits.ClassOfRecency(c.Recency) == r && limits.ClassOfFrequency(c.Orders) == f).ToList()
           select new GridCell(r, f, inside.Count, inside.Sum(c => (long)c.Orders), inside.Sum(c => c.GrossSales), inside.Sum(c => c.NetSales)),
    ]);

    /// <summary>Flows from a reference of an earlier day to this one, with the limits of each.</summary>
    internal List<GridFlow> Flows(Reference before, GridLimits limitsBefore, GridLimits limits)
    {
        static GridPlace Place(CustomerFigures c, GridLimits by) => new(by.ClassOfRecency(c.Recency), by.ClassOfFrequency(c.Orders));
        var were = before.AllFigures().ToDictionary(c => c.Id);
        return
        [
            .. from now in AllFigures()
               let was = were.GetValueOrDefault(now.Id)
               group (now, was) by (From: was is null ? (GridPlace?)null : Place(was, limitsBefore), To: Place(now, limits)) into flow
               orderby flow.Key.From is null ? -1 : (4 * (int)flow.Key.From.Value.R) + (int)flow.Key.From.Value.F, flow.Key.To.R, flow.Key.To.F
               select new GridFlow(
                   flow.Key.From, flow.Key.To, flow.Count(), flow.Sum(c => (long)c.now.Orders - (c.was?.Orders ?? 0)),
                   flow.Sum(c => c.now.GrossSales - (c.was?.GrossSales ?? 0)), flow.Sum(c => c.now.NetSales - (c.was?.NetSales ?? 0))),
        ];
    }

    internal RfmEdges? Edges(MoneyBasis basis)
    {
        var all = AllFigures();
        return all.Count == 0 ? null : new RfmEdges(
            Quintiles(all.Select(c => (long)c.Recency)), Quintiles(all.Select(c => (long)c.Orders)),
            Quintiles(all.Select(c => basis == MoneyBasis.Net ? c.NetSales : c.GrossSales)), basis);
    }

    internal Rfm Rfm(RfmEdges? edges) => new(edges,
    [
        .. from chosen in Enum.GetValues<RfmGroup>()
           let inside = AllFigures().Where(c => edges is not null && Group(c, edges) == chosen).ToList()
           select new RfmGroupFigures(chosen, inside.Count, inside.Sum(c => (long)c.Orders), inside.Sum(c => c.GrossSales), inside.Sum(c => c.NetSales)),
    ]);

    internal List<HistogramBar> Bars(Func<CustomerFigures, int> value, IEnumerable<(int Least, int? Most)> bars) =>
    [
        .. from bar in bars
           let inside = AllFigures().Where(c => value(c) >= bar.Least && !(value(c) > bar.Most)).ToList()
           select new HistogramBar(bar.Least, bar.Most, inside.Count, inside.Sum(c => c.GrossSales), inside.Sum(c => c.NetSales)),
    ];

    internal GapQuantiles Gaps()
    {
        var gaps = Named.SelectMany(customer =>
        {
            var days = InPeriod(customer).Select(order => order.Day.DayNumber).Distinct().ToList();
            return days.Zip(days.Skip(1), (a, b) => (long)(b - a));
        }).Order().ToArray();
        var orders = AllFigures().Select(c => (long)c.Orders).Order().ToArray();
        double? Q(int k, int of) => Quantiles.Type7(gaps, k, of);
        return new GapQuantiles(gaps.Length, Q(1, 2), Q(3, 4), Q(4, 5), Q(9, 10), Q(19, 20), Q(39, 40), Quantiles.Type7(orders, 9, 10));
    }

    internal List<CustomerFigures> Matching(CustomerFilter filter, GridLimits limits, RfmEdges? edges)
    {
        var named = Named.ToDictionary(customer => customer.Id);
        return
        [
            .. AllFigures().Where(c =>
                (filter.R is null || limits.ClassOfRecency(c.Recency) == filter.R)
                && (filter.F is null || limits.ClassOfFrequency(c.Orders) == filter.F)
                && (filter.Group is null || Group(c, edges!) == filter.Group)
                && (filter.Classes is not { } rule || rule.Always!.Contains(c.Id) || (!rule.Never!.Contains(c.Id)
                    && rule.Holds(limits.ClassOfRecency(c.Recency), limits.ClassOfFrequency(c.Orders), edges is null ? null : Group(c, edges))))
                && (filter.Region is null || named[c.Id].Region == filter.Region)
                && (filter.FirstShop is null || filter.FirstShop.Contains(History(named[c.Id])[0].Shop))
                && (filter.BoughtIn is null || InPeriod(named[c.Id]).Any(order => filter.BoughtIn.Contains(order.Shop)))
                && !(c.Orders < filter.Orders.Least) && !(c.Orders > filter.Orders.Most)
                && !(c.Recency < filter.Recency.Least) && !(c.Recency > filter.Recency.Most)
                && !(c.NetSales < filter.NetSales.Least) && !(c.NetSales > filter.NetSales.Most)
                && (filter.Touch is not { } touch || IsTouched(named[c.Id], touch) == touch.Touched)
                && !(c.FirstDay < filter.FirstDay.Least) && !(c.FirstDay > filter.FirstDay.Most)),
        ];
    }

    internal static List<CustomerFigures> Sorted(IEnumerable<CustomerFigures> customers, CustomerSort sort, bool descending)
    {
        int Order(CustomerFigures a, CustomerFigures b) => sort switch
        {
            CustomerSort.NetSales => a.NetSales.CompareTo(b.NetSales),
            CustomerSort.GrossSales => a.GrossSales.CompareTo(b.GrossSales),
            CustomerSort.Orders => a.Orders.CompareTo(b.Orders),
            CustomerSort.Aov => ((Int128)a.NetSales * b.Orders).CompareTo((Int128)b.NetSales * a.Orders),
            CustomerSort.LastDay => a.LastDay.CompareTo(b.LastDay),
            CustomerSort.FirstDay => a.FirstDay.CompareTo(b.FirstDay),
        };
        var byKey = Comparer<CustomerFigures>.Create(descending ? (a, b) => Order(b, a) : Order);
        return [.. customers.Order(byKey).ThenBy(c => c.Id)];
    }

    internal ProductRanking Products(ProductSort sort, int limit)
    {
        var rows =
            from customer in Asked
            from order in InPeriod(customer)
            from line in order.Lines
            where line.Product != 0 && line.Marks == LineMarks.None
            select (customer, order, line);
        var sold = rows.GroupBy(row => row.line.Product).Select(product => new ProductFigures(
            product.Key, product.Sum(row => row.line.Amount), product.Select(row => row.order.Id).Distinct().Count(),
            product.Sum(row => (long)row.line.Quantity), product.Select(row => row.customer.Id).Where(id => id != 0).Distinct().Count())).ToList();
        var sorted = sort switch
        {
            ProductSort.Sales => sold.OrderByDescending(p => p.Sales),
            ProductSort.Orders => sold.OrderByDescending(p => p.Orders),
            ProductSort.Units => sold.OrderByDescending(p => p.Units),
            ProductSort.Buyers => sold.OrderByDescending(p => p.Buyers),
            ProductSort.UnitPrice => sold.OrderByDescending(p => p, Comparer<ProductFigures>.Create((a, b) => ((Int128)a.Sales * b.Units).CompareTo((Int128)b.Sales * a.Units))),
        };
        return new ProductRanking(sold.Count, [.. sorted.ThenBy(p => p.Product).Take(limit)]);
    }

    internal LedgerSummary Summary()
    {
        var rows = Asked.SelectMany(customer => InPeriod(customer).Select(order => (customer, order))).ToList();
        return new LedgerSummary(
            rows.Where(row => row.customer.Id != 0).Select(row => row.customer.Id).Distinct().Count(), rows.Count,
            rows.Count(row => row.customer.Id == 0), rows.Sum(row => (long)row.order.Lines.Count),
            rows.Count == 0 ? null : rows.Min(row => row.order.Day), rows.Count == 0 ? null : rows.Max(row => row.order.Day));
    }

    private bool Covers(int shop, int channel) =>
        (_scope.Shops is null || _scope.Shops.Contains(shop)) && (_scope.Channels is null || _scope.Channels.Contains(channel));

    private static double[] Quintiles(IEnumerable<long> values)
    {
        long[] sorted = [.. values.Order()];
        return [.. Enumerable.Range(1, 4).Select(k => Quantiles.Type7(sorted, k, 5)!.Value)];
    }

    private static RfmGroup Group(CustomerFigures c, RfmEdges edges)
    {
        var r = edges.Recency.Count(edge => edge < c.Recency) <= 1;
        var f = edges.Frequency.Count(edge => edge < c.Orders) >= 3;
        var m = edges.Monetary.Count(edge => edge < (edges.Basis == MoneyBasis.Net ? c.NetSales : c.GrossSales)) >= 3;
        return (m, r, f) switch
        {
            (true, true, true) => RfmGroup.ImportantValue,
            (true, false, true) => RfmGroup.ImportantKeep,
            (true, true, false) => RfmGroup.ImportantDevelop,
            (true, false, false) => RfmGroup.ImportantWinback,
            (false, true, true) => RfmGroup.GeneralValue,
            (false, false, true) => RfmGroup.GeneralKeep,
            (false, true, false) => RfmGroup.GeneralDevelop,
            (false, false, false) => RfmGroup.GeneralWinback,
        };
    }
}
