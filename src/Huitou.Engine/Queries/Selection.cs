using System.Numerics;

namespace Huitou.Engine;

/// <summary>Finds the row of a rank without sorting (Hoare 1961, Algorithm 65: Find), in linear time but for rare data, which are sorted (Musser 1997).</summary>
internal static class Selection
{
    private const int Few = 32;

    /// <summary>Puts the row of rank <paramref name="rank"/>, from 0, at its place: none before it comes after it in the order, none after it before.</summary>
    internal static void Select<T, TOrder>(Span<T> rows, int rank, TOrder order)
        where TOrder : struct, IComparer<T>
    {
        for (var turns = 2 * BitOperations.Log2((uint)rows.Length | 1); rows.Length > Few && turns > 0; turns--)
        {
            var (less, greater) = Part(rows, order);
            if (rank < less)
                rows = rows[..less];
            else if (rank < greater)
                return;
            else
            {
                rank -= greater;
                rows = rows[greater..];
            }
        }

        rows.Sort(order);
    }

    /// <summary>Parts rows around one of them: those before the first number are not after it, those from the second on not before it, any between are its equals.</summary>
    private static (int Less, int Greater) Part<T, TOrder>(Span<T> rows, TOrder order)
        where TOrder : struct, IComparer<T>
    {
        var pivot = Median(rows[0], rows[rows.Length / 2], rows[^1], order);
        var (low, high) = (0, rows.Length - 1);
        while (low <= high)
        {
            while (order.Compare(rows[low], pivot) < 0)
                low++;
            while (order.Compare(rows[high], pivot) > 0)
                high--;
            if (low > high)
                break;
            (rows[low], rows[high]) = (rows[high], rows[low]);
            (low, high) = (low + 1, high - 1);
        }

        return (high + 1, low);
    }

    private static T Median<T, TOrder>(T a, T b, T c, TOrder order)
        where TOrder : struct, IComparer<T>
    {
        if (order.Compare(a, b) > 0)
            (a, b) = (b, a);
        return order.Compare(c, a) < 0 ? a : order.Compare(c, b) > 0 ? b : c;
    }
}
