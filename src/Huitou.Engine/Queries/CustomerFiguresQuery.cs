namespace Huitou.Engine;

/// <summary>
/// The figures of the given customers, in the order of their ids as given; who is anonymous, unknown, or without an order in the scope's
/// period is left out. The first day is that of the first order ever within shops and channels, also before the period.
/// </summary>
public sealed class CustomerFiguresQuery : ILedgerQuery<List<CustomerFigures>, IReadOnlyList<CustomerFigures>>
{
    private readonly long[] _ids;
    private readonly ulong[] _hashes;

    /// <param name="ids">Whom to ask about, each once.</param>
    public CustomerFiguresQuery(IEnumerable<long> ids)
    {
        _ids = [.. ids];
        _hashes = [.. _ids.Select(LedgerHash.Of)];
        Array.Sort(_hashes);
    }

    /// <inheritdoc/>
    public List<CustomerFigures> Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        List<CustomerFigures> found = [];
        foreach (var partition in block)
        {
            var place = Array.BinarySearch(_hashes, LedgerHash.First(partition.Prefix, partition.Depth));
            var last = LedgerHash.Last(partition.Prefix, partition.Depth);
            for (place = place < 0 ? ~place : place; place < _hashes.Length && _hashes[place] <= last; place++)
            {
                var customer = partition.Find(_hashes[place]);
                if (customer >= 0 && Figures(partition, customer, scope) is { } figures)
                    found.Add(figures);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public Round<List<CustomerFigures>, IReadOnlyList<CustomerFigures>> Merge(IReadOnlyList<List<CustomerFigures>> partials, ScopeFilter scope) =>
        new Round<List<CustomerFigures>, IReadOnlyList<CustomerFigures>>.Done(InOrder(partials));

    internal CustomerFigures[] InOrder(IEnumerable<List<CustomerFigures>> partials)
    {
        var byId = partials.SelectMany(partial => partial).ToDictionary(figures => figures.Id);
        return [.. _ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    internal static CustomerFigures? Figures(LedgerPartition partition, int customer, ScopeFilter scope)
    {
        if (customer == partition.Anonymous || !scope.Customers(partition).Holds(customer))
            return null;
        var (orders, first, last, purchaseDays) = (0, -1, -1, 0);
        long units = 0, gross = 0;
        for (var row = partition.Customers.OrderStart[customer]; row < partition.Customers.OrderStart[customer + 1]; row++)
        {
            int day = partition.Orders.Day[row];
            if (day > scope.To || !scope.Holds(partition, row))
                continue;
            first = first < 0 ? day : first;
            if (day < scope.From)
                continue;
            orders++;
            purchaseDays += day != last ? 1 : 0;
            last = day;
            units += partition.Orders.Units[row];
            gross += partition.Orders.Amount[row];
        }

        long refunds = 0;
        for (var row = partition.Customers.RefundStart[customer]; row < partition.Customers.RefundStart[customer + 1]; row++)
            refunds += scope.HoldsRefund(partition, row) ? partition.Refunds.Amount[row] : 0;
        return orders == 0 ? null : new CustomerFigures(
            partition.Customers.Id[customer], CivilDay.Of(first), CivilDay.Of(last), scope.AsOf - last, orders, purchaseDays, units, gross,
            gross - refunds);
    }
}
