namespace Huitou.Engine;

/// <summary>The first <paramref name="count"/> rows in the order of <paramref name="order"/>, out of any number of rows.</summary>
internal sealed class TopRows<T, TOrder>(int count, TOrder order)
    where TOrder : struct, IComparer<T>
{
    private readonly List<T> _rows = [];
    private bool _full;

    /// <summary>Takes a row in, unless enough better ones are known. Twice as many as wanted are kept, so that they are seldom sorted.</summary>
    internal void Add(T row)
    {
        if (count == 0 || (_full && order.Compare(row, _rows[count - 1]) >= 0))
            return;
        _rows.Add(row);
        if (_rows.Count >= Math.Max(2L * count, 64))
            Cut();
    }

    /// <summary>The first rows, in order.</summary>
    internal List<T> InOrder()
    {
        Cut();
        return _rows;
    }

    private void Cut()
    {
        _rows.Sort(order);
        if (_rows.Count <= count)
            return;
        _rows.RemoveRange(count, _rows.Count - count);
        _full = true;
    }
}
