namespace Huitou.Engine;

/// <summary>One partition's part of an overview: a walk along each customer's orders, with the refunds in step beside them.</summary>
internal readonly ref struct OverviewKernel
{
    private const int New = 0, Returning = 1, Anonymous = 2;

    private readonly LedgerPartition _partition;
    private readonly ScopeFilter _scope;
    private readonly ReadOnlySpan<bool> _counts;
    private readonly Steps _steps;
    private readonly OverviewPartial _sums;

    internal OverviewKernel(LedgerPartition partition, ScopeFilter scope, ReadOnlySpan<bool> counts, Steps steps, OverviewPartial sums)
    {
        (_partition, _scope, _steps, _sums) = (partition, scope, steps, sums);
        _counts = counts;
    }

    internal void Run(CustomerMask customers)
    {
        var p = _partition;
        for (var customer = 0; customer < p.CustomerCount; customer++)
        {
            var (start, end) = (p.Customers.OrderStart[customer], p.Customers.OrderStart[customer + 1]);
            while (end > start && p.Orders.Day[end - 1] > _scope.AsOf)
                end--;
            var (refund, lastRefund) = (p.Customers.RefundStart[customer], p.Customers.RefundStart[customer + 1]);
            var idle = refund == lastRefund && (start == end || p.Orders.Day[end - 1] < _scope.From);
            if (!idle && customers.Holds(customer))
                Walk(customer, start, end);
        }
    }

    private void Walk(int customer, int start, int end)
    {
        var p = _partition;
        var anonymous = customer == p.Anonymous;
        var firstStep = FirstStep(start, end);
        var total = default(SalesTally);
        var (refund, lastRefund) = (p.Customers.RefundStart[customer], p.Customers.RefundStart[customer + 1]);
        for (; refund < lastRefund && p.Refunds.Order[refund] < 0; refund++)
            AddLoose(refund, anonymous, firstStep, ref total);
        var (rank, lastStep) = (0, -1);
        for (var order = start; order < end; order++)
        {
            var counts = _counts.IsEmpty || _counts[order];
            long refunds = 0;
            for (; refund < lastRefund && p.Refunds.Order[refund] == order - start; refund++)
            {
                if (counts && p.Refunds.Day[refund] <= _scope.AsOf)
                {
                    refunds += p.Refunds.Amount[refund];
                    AddByOwnDate(refund, anonymous, firstStep, ref total);
                }
            }

            if (!counts)
                continue;
            rank++;
            var step = _steps.Of(p.Orders.Day[order]);
            if (step < 0)
                continue;
            var buyer = step != lastStep && !anonymous ? 1 : 0;
            AddOrder(ref _sums.Step(step)[Class(anonymous, step == firstStep)], order, refunds, buyer);
            AddOrder(ref total, order, refunds, lastStep < 0 ? buyer : 0);
            if (!anonymous)
                AddRank(rank, order, refunds);
            lastStep = step;
        }

        _sums.Total[Class(anonymous, firstStep >= 0)].Add(total);
    }

    /// <summary>The step in which the customer's first order ever lies; −1 where it lies outside the period or there is none.</summary>
    private int FirstStep(int start, int end)
    {
        while (start < end && !_counts.IsEmpty && !_counts[start])
            start++;
        return start < end ? _steps.Of(_partition.Orders.Day[start]) : -1;
    }

    private static int Class(bool anonymous, bool first) => anonymous ? Anonymous : first ? New : Returning;

    private void AddOrder(ref SalesTally sums, int order, long refunds, int buyer)
    {
        sums.Gross += _partition.Orders.Amount[order];
        sums.Refunds += refunds;
        sums.Discounts += _partition.Orders.Discount[order];
        sums.Orders++;
        sums.Buyers += buyer;
        sums.Units += _partition.Orders.Units[order];
    }

    private void AddRank(int rank, int order, long refunds)
    {
        ref var sums = ref _sums.Ranks[Math.Min(rank, OverviewQuery.LastRank) - 1];
        sums.Orders++;
        sums.Gross += _partition.Orders.Amount[order];
        sums.Refunds += refunds;
    }

    private void AddByOwnDate(int refund, bool anonymous, int firstStep, ref SalesTally total)
    {
        var step = _steps.Of(_partition.Refunds.Day[refund]);
        if (step < 0)
            return;
        var amount = _partition.Refunds.Amount[refund];
        _sums.Step(step)[Class(anonymous, step == firstStep)].RefundsByOwnDate += amount;
        total.RefundsByOwnDate += amount;
    }

    private void AddLoose(int refund, bool anonymous, int firstStep, ref SalesTally total)
    {
        var step = _steps.Of(_partition.Refunds.Day[refund]);
        if (step < 0 || !_scope.HoldsLoose(_partition, refund))
            return;
        var amount = _partition.Refunds.Amount[refund];
        _sums.Step(step)[Class(anonymous, step == firstStep)].Refunds += amount;
        total.Refunds += amount;
        AddByOwnDate(refund, anonymous, firstStep, ref total);
    }
}

/// <summary>The pass that finds where a period without a first day begins.</summary>
internal static class FirstDay
{
    /// <summary>The earliest day, in the period, of an order or refund in the scope; past all days where there is none.</summary>
    internal static int Of(LedgerPartition partition, ScopeFilter scope, CustomerMask customers, ReadOnlySpan<bool> counts)
    {
        var first = int.MaxValue;
        for (var customer = 0; customer < partition.CustomerCount; customer++)
        {
            if (!customers.Holds(customer))
                continue;
            var (start, end) = (partition.Customers.OrderStart[customer], partition.Customers.OrderStart[customer + 1]);
            for (var refund = partition.Customers.RefundStart[customer]; refund < partition.Customers.RefundStart[customer + 1]; refund++)
            {
                int day = partition.Refunds.Day[refund];
                if (day < first && day <= scope.To && scope.HoldsByOwnDate(partition, start, refund))
                    first = day;
            }

            while (start < end && !counts.IsEmpty && !counts[start])
                start++;
            if (start < end && partition.Orders.Day[start] <= scope.To)
                first = Math.Min(first, partition.Orders.Day[start]);
        }

        return first;
    }
}
