namespace Huitou.Engine;

/// <summary>One partition's part of an overview: a walk along each customer's orders, with the refunds in step beside them.</summary>
internal readonly ref struct OverviewKernel
{
    private const int New = 0, Returning = 1, Anonymous = 2;

    private readonly LedgerPartition _partition;
    private readonly ScopeFilter _scope;
    private readonly Steps _steps;
    private readonly OverviewPartial _sums;
    private readonly OrderMask _mask;
    private readonly ReadOnlySpan<ushort> _days;
    private readonly ReadOnlySpan<long> _amounts, _discounts, _units;

    internal OverviewKernel(
        LedgerPartition partition, ScopeFilter scope, OrderMask mask, Steps steps, OverviewPartial sums, OverviewBuffers buffers)
    {
        (_partition, _scope, _steps, _sums) = (partition, scope, steps, sums);
        _mask = mask;
        _days = partition.Orders.Day;
        _amounts = partition.Orders.Amount.Read(_days.Length, ref buffers.Amounts);
        _discounts = partition.Orders.Discount.Read(_days.Length, ref buffers.Discounts);
        _units = partition.Orders.Units.Read(_days.Length, ref buffers.Units);
    }

    internal void Run(CustomerMask customers)
    {
        var (starts, refundStarts) = (_partition.Customers.OrderStart, _partition.Customers.RefundStart);
        var (from, asOf) = (_scope.From, _scope.AsOf);
        for (var customer = 0; customer < starts.Length - 1; customer++)
        {
            var (start, end) = (starts[customer], starts[customer + 1]);
            while (end > start && _days[end - 1] > asOf)
                end--;
            var idle = (start == end || _days[end - 1] < from) && refundStarts[customer] == refundStarts[customer + 1];
            if (!idle && customers.Holds(customer))
                Walk(customer, start, end);
        }
    }

    private void Walk(int customer, int start, int end)
    {
        var anonymous = customer == _partition.Anonymous;
        var firstStep = FirstStep(start, end);
        var total = default(SalesTally);
        var (refund, lastRefund) = (_partition.Customers.RefundStart[customer], _partition.Customers.RefundStart[customer + 1]);
        for (; refund < lastRefund && _partition.Refunds.Order[refund] < 0; refund++)
            AddLoose(refund, anonymous, firstStep, ref total);
        var (rank, lastStep) = (0, -1);
        for (var order = start; order < end; order++)
        {
            long refunds = 0;
            for (; refund < lastRefund && _partition.Refunds.Order[refund] == order; refund++)
                refunds += AddLinked(refund, order, anonymous, firstStep, ref total);
            if (!_mask.Holds(order))
                continue;
            rank++;
            var step = _steps.Of(_days[order]);
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
        while (start < end && !_mask.Holds(start))
            start++;
        return start < end ? _steps.Of(_days[start]) : -1;
    }

    private static int Class(bool anonymous, bool first) => anonymous ? Anonymous : first ? New : Returning;

    private void AddOrder(ref SalesTally sums, int order, long refunds, int buyer)
    {
        sums.Gross += _amounts[order];
        sums.Refunds += refunds;
        sums.Discounts += _discounts[order];
        sums.Orders++;
        sums.Buyers += buyer;
        sums.Units += _units[order];
    }

    private void AddRank(int rank, int order, long refunds)
    {
        ref var sums = ref _sums.Ranks[Math.Min(rank, OverviewQuery.LastRank) - 1];
        sums.Orders++;
        sums.Gross += _amounts[order];
        sums.Refunds += refunds;
    }

    /// <summary>A refund of an order: by its own date here, and, as what it gives back, with its order.</summary>
    private long AddLinked(int refund, int order, bool anonymous, int firstStep, ref SalesTally total)
    {
        if (!_mask.Holds(order) || _partition.Refunds.Day[refund] > _scope.AsOf)
            return 0;
        var amount = _partition.Refunds.Amount[refund];
        AddByOwnDate(refund, amount, anonymous, firstStep, ref total);
        return amount;
    }

    private void AddByOwnDate(int refund, long amount, bool anonymous, int firstStep, ref SalesTally total)
    {
        var step = _steps.Of(_partition.Refunds.Day[refund]);
        if (step < 0)
            return;
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
        AddByOwnDate(refund, amount, anonymous, firstStep, ref total);
    }
}

/// <summary>What a pass keeps from one partition for the next.</summary>
internal sealed class OverviewBuffers
{
    internal byte[] Without = [];
    internal long[] Amounts = [], Discounts = [], Units = [];
}

/// <summary>The pass that finds where a period without a first day begins.</summary>
internal static class FirstDay
{
    /// <summary>The earliest day, in the period, of an order or refund in the scope; past all days where there is none.</summary>
    internal static int Of(LedgerPartition partition, ScopeFilter scope, CustomerMask customers, OrderMask mask)
    {
        var first = int.MaxValue;
        for (var customer = 0; customer < partition.CustomerCount; customer++)
        {
            if (!customers.Holds(customer))
                continue;
            for (var refund = partition.Customers.RefundStart[customer]; refund < partition.Customers.RefundStart[customer + 1]; refund++)
            {
                int day = partition.Refunds.Day[refund];
                if (day < first && day <= scope.To && scope.HoldsByOwnDate(partition, refund))
                    first = day;
            }

            var (start, end) = (partition.Customers.OrderStart[customer], partition.Customers.OrderStart[customer + 1]);
            while (start < end && !mask.Holds(start))
                start++;
            if (start < end && partition.Orders.Day[start] <= scope.To)
                first = Math.Min(first, partition.Orders.Day[start]);
        }

        return first;
    }
}
