using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Huitou.Engine;

/// <summary>
/// An immutable column of integers from 0 up, each in the fewest bytes (0, 1, 2, 4 or 8) that hold the largest of them.
/// A column of zeros takes no room at all.
/// </summary>
public readonly struct Column
{
    private readonly byte[] _bytes;

    private Column(byte[] bytes, int width)
    {
        _bytes = bytes;
        Width = width;
    }

    /// <summary>Bytes a value.</summary>
    public int Width { get; }

    /// <summary>The values as they lie, <see cref="Width"/> bytes each.</summary>
    internal byte[] Bytes => _bytes;

    /// <summary>Bytes in all.</summary>
    public int ByteSize => _bytes.Length;

    /// <summary>The value of a row.</summary>
    public long this[int row] => Width switch
    {
        0 => 0,
        1 => _bytes[row],
        2 => As<ushort>()[row],
        4 => As<int>()[row],
        _ => As<long>()[row],
    };

    /// <summary>The raw values; <typeparamref name="T"/> must have <see cref="Width"/> bytes.</summary>
    internal ReadOnlySpan<T> As<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(_bytes);

    /// <summary>All values, widened into a buffer that the caller keeps for the next column: kernels then know one width only.</summary>
    internal Span<long> Read(int count, ref long[] buffer)
    {
        if (buffer.Length < count)
            buffer = new long[count + (count / 4)];
        CopyTo(0, buffer.AsSpan(0, count));
        return buffer.AsSpan(0, count);
    }

    /// <summary>A column of bytes that another one was made of.</summary>
    internal static Column Of(byte[] bytes, int width) => new(bytes, width);

    /// <summary>The narrowest column of <paramref name="values"/>.</summary>
    internal static Column Of<T>(ReadOnlySpan<T> values) where T : unmanaged, IBinaryInteger<T>
    {
        var largest = values.IsEmpty ? 0 : long.CreateTruncating(TensorPrimitives.Max(values));
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)largest);
        var width = bits switch { 0 => 0, <= 8 => 1, <= 16 => 2, <= 31 => 4, _ => 8 };
        var bytes = new byte[values.Length * width];
        switch (width)
        {
            case 1: TensorPrimitives.ConvertTruncating<T, byte>(values, bytes); break;
            case 2: TensorPrimitives.ConvertTruncating(values, MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan())); break;
            case 4: TensorPrimitives.ConvertTruncating(values, MemoryMarshal.Cast<byte, int>(bytes.AsSpan())); break;
            case 8: TensorPrimitives.ConvertTruncating(values, MemoryMarshal.Cast<byte, long>(bytes.AsSpan())); break;
        }

        return new Column(bytes, width);
    }

    /// <summary>Widens the rows from <paramref name="first"/> on into <paramref name="target"/>, as many as it holds.</summary>
    internal void CopyTo<T>(int first, Span<T> target) where T : unmanaged, IBinaryInteger<T>
    {
        switch (Width)
        {
            case 0: target.Clear(); break;
            case 1: TensorPrimitives.ConvertTruncating<byte, T>(_bytes.AsSpan(first, target.Length), target); break;
            case 2: TensorPrimitives.ConvertTruncating(As<ushort>().Slice(first, target.Length), target); break;
            case 4: TensorPrimitives.ConvertTruncating(As<int>().Slice(first, target.Length), target); break;
            default: TensorPrimitives.ConvertTruncating(As<long>().Slice(first, target.Length), target); break;
        }
    }
}
