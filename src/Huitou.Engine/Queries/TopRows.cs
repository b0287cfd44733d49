using System.Runtime.InteropServices;

namespace Huitou.Engine;

/// <summary>
/// The first <paramref name="count"/> rows in the order of <paramref name="order"/>, out of any number of rows. Rows are selected, and
/// only those that are asked for sorted: a page far down a long list costs as many comparisons as there are rows.
/// </summary>
internal sealed class TopRows<T, TOrder>(int count, TOrder order)
    where TOrder : struct, IComparer<T>
{
    private readonly List<T> _rows = [];
    private T? _last;
    private bool _full;

    /// <summary>Takes a row in, unless enough better ones are known. Twice as many as wanted are kept, so that they are seldom sifted.</summary>
    internal void Add(T row)
    {
        if (count == 0 || (_full && order.Compare(row, _last!) >= 0))
            return;
        _rows.Add(row);
        if (_rows.Count >= Math.Max(2L * count, 64))
            Cut();
    }

    /// <summary>The first rows, in no order.</summary>
    internal List<T> Rows()
    {
        Cut();
        return _rows;
    }

    /// <summary>The first rows but for <paramref name="offset"/>, in order.</summary>
    internal ReadOnlySpan<T> InOrder(int offset = 0)
    {
        Cut();
        if (offset >= _rows.Count)
            return [];
        var rows = CollectionsMarshal.AsSpan(_rows);
        Selection.Select(rows, offset, order);
        rows[offset..].Sort(order);
        return rows[offset..];
    }

    private void Cut()
    {
        if (_rows.Count <= count)
            return;
        var rows = CollectionsMarshal.AsSpan(_rows);
        Selection.Select(rows, count - 1, order);
        (_last, _full) = (rows[count - 1], true);
        CollectionsMarshal.SetCount(_rows, count);
    }
}
