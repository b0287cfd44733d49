using System.Numerics.Tensors;

namespace Huitou.Engine;

/// <summary>
/// A <see cref="Scope"/> made ready for kernels: days as numbers, shops and channels as tables. The rules of what lies inside:
/// an order by its own day, shop, channel and marks; a refund that names an order with that order, if dated up to the as-of day;
/// a loose refund by its own day, shop and channel.
/// </summary>
public sealed class ScopeFilter
{
    /// <summary>By shop and by channel: 0 where it lies inside, else all bits, so that a kernel can join them without a branch.</summary>
    private readonly byte[]? _outsideShops, _outsideChannels;

    /// <summary>The shops, where they are few enough to be compared one by one; else empty.</summary>
    private readonly ushort[] _fewShops = [];

    /// <summary>Makes <paramref name="scope"/> ready.</summary>
    public ScopeFilter(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Scope = scope;
        LastDay = scope.To is { } to && to < scope.AsOf ? to : scope.AsOf;
        AsOf = scope.AsOf.DayNumber - CivilDay.First.DayNumber;
        To = Math.Min(LastDay.DayNumber - CivilDay.First.DayNumber, ushort.MaxValue);
        From = scope.From is { } from ? Math.Max(from.DayNumber - CivilDay.First.DayNumber, 0) : 0;
        _outsideShops = Outside(scope.Shops, ushort.MaxValue + 1);
        _outsideChannels = Outside(scope.Channels, byte.MaxValue + 1);
        if (scope.Shops is { Count: > 0 and <= Masking.OtherCodes.Most } few)
            _fewShops = [.. few.Select(shop => (ushort)shop)];
        Excluded = scope.Counting.Excluded;
    }

    /// <summary>What this was made of.</summary>
    public Scope Scope { get; }

    /// <summary>The last day of the period.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The number of the as-of day; may lie outside what a ledger holds.</summary>
    internal int AsOf { get; }

    /// <summary>The number of the period's first day.</summary>
    internal int From { get; }

    /// <summary>The number of the period's last day; less than <see cref="From"/> where the period is empty.</summary>
    internal int To { get; }

    /// <summary>Orders with any of these marks do not exist for the question.</summary>
    internal OrderMarks Excluded { get; }

    /// <summary>Whether all shops and channels lie inside.</summary>
    internal bool HoldsAllPlaces => _outsideShops is null && _outsideChannels is null;

    /// <summary>Whether a refund exists for the question, whenever its order was: loose in the period, or of an order up to the as-of day.</summary>
    internal bool HoldsByOwnDate(LedgerPartition partition, int refund)
    {
        var order = partition.Refunds.Order[refund];
        return order < 0
            ? HoldsLoose(partition, refund)
            : partition.Refunds.Day[refund] <= AsOf && partition.Orders.Day[order] <= AsOf && Holds(partition, order);
    }

    /// <summary>Whether a refund counts against the sales of the period: loose, or of an order of the period.</summary>
    internal bool HoldsRefund(LedgerPartition partition, int refund)
    {
        var order = partition.Refunds.Order[refund];
        if (order < 0)
            return HoldsLoose(partition, refund);
        var day = partition.Orders.Day[order];
        return partition.Refunds.Day[refund] <= AsOf && day >= From && day <= To && Holds(partition, order);
    }

    /// <summary>Whether a loose refund counts in the period.</summary>
    internal bool HoldsLoose(LedgerPartition partition, int refund) =>
        partition.Refunds.Day[refund] >= From && partition.Refunds.Day[refund] <= To
        && (_outsideShops is null || _outsideShops[partition.Refunds.Shop[refund]] == 0)
        && (_outsideChannels is null || _outsideChannels[partition.Refunds.Channel[refund]] == 0);

    /// <summary>Whether an order exists for the question, days aside; for one customer's orders, where a whole partition's would be a waste.</summary>
    internal bool Holds(LedgerPartition partition, int order) =>
        (partition.Orders.Marks[order] & (byte)Excluded) == 0
        && (_outsideShops is null || _outsideShops[partition.Orders.Shop[order]] == 0)
        && (_outsideChannels is null || _outsideChannels[partition.Orders.Channel[order]] == 0);

    /// <summary>Whether what happened in a shop and channel exists for the question.</summary>
    internal bool HoldsPlace(int shop, int channel) =>
        (_outsideShops is null || _outsideShops[shop] == 0) && (_outsideChannels is null || _outsideChannels[channel] == 0);

    /// <summary>Which of the partition's orders exist for the question, days aside.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="buffer">Kept by the caller for the next partition.</param>
    internal OrderMask Orders(LedgerPartition partition, ref byte[] buffer)
    {
        if (HoldsAllPlaces && (partition.MarksUnion & Excluded) == 0)
            return default;
        if (buffer.Length < partition.OrderCount)
            buffer = new byte[partition.OrderCount + (partition.OrderCount / 4)];
        var without = buffer.AsSpan(0, partition.OrderCount);
        TensorPrimitives.BitwiseAnd(partition.Orders.Marks, (byte)Excluded, without);
        if (_fewShops.Length > 0)
            Masking.Add(partition.Orders.Shop, without, without, new Masking.OtherCodes(_fewShops));
        else if (_outsideShops is not null)
            Narrow(without, partition.Orders.Shop, _outsideShops);
        if (_outsideChannels is not null)
            Narrow(without, partition.Orders.Channel, _outsideChannels);
        return new OrderMask(without);
    }

    /// <summary>Adds to a mask the orders outside the period, which is not empty.</summary>
    internal void OutsidePeriod(LedgerPartition partition, OrderMask mask, Span<byte> outside)
    {
        var before = mask.Without;
        if (mask.HoldsAll)
        {
            outside[..partition.OrderCount].Clear();
            before = outside;
        }

        Masking.Add(partition.Orders.Day, before, outside, new Masking.OtherDays(From, To));
    }

    /// <summary>Which of the partition's customers are asked about; all where the scope names none.</summary>
    internal CustomerMask Customers(LedgerPartition partition) =>
        Scope.Customers is null ? CustomerMask.All : Scope.Customers.In(partition);

    private static void Narrow(Span<byte> without, ReadOnlySpan<ushort> values, byte[] outside)
    {
        for (var row = 0; row < without.Length; row++)
            without[row] |= outside[values[row]];
    }

    private static void Narrow(Span<byte> without, ReadOnlySpan<byte> values, byte[] outside)
    {
        for (var row = 0; row < without.Length; row++)
            without[row] |= outside[values[row]];
    }

    private static byte[]? Outside(IReadOnlyList<int>? chosen, int size)
    {
        if (chosen is null)
            return null;
        var outside = new byte[size];
        outside.AsSpan().Fill(byte.MaxValue);
        foreach (var value in chosen)
        {
            if (value < 0 || value >= size)
                throw new ArgumentOutOfRangeException(nameof(chosen), value, $"A scope's shops and channels are numbers from 0 to {size - 1}. Name those that exist.");
            outside[value] = 0;
        }

        return outside;
    }
}

/// <summary>Which orders of a partition exist for a question: those whose byte is zero, or all of them.</summary>
internal readonly ref struct OrderMask(ReadOnlySpan<byte> without)
{
    private readonly ReadOnlySpan<byte> _without = without;

    internal bool HoldsAll => _without.IsEmpty;

    /// <summary>One byte an order, zero where it exists; empty where all do.</summary>
    internal ReadOnlySpan<byte> Without => _without;

    internal bool Holds(int order) => _without.IsEmpty || _without[order] == 0;
}
