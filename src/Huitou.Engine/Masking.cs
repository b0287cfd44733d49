using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Huitou.Engine;

/// <summary>A test of 16-bit values, one by one and sixteen at a time, that says of which a mask takes none.</summary>
internal interface IOutside
{
    bool Holds(ushort value);

    /// <summary>All bits where the test holds, none where not.</summary>
    Vector256<ushort> Holds(Vector256<ushort> values);
}

/// <summary>Adds tests to masks: a byte of a mask is zero where no test held.</summary>
internal static class Masking
{
    /// <summary>Writes <paramref name="mask"/> with the rows added for which the test holds to <paramref name="into"/>, which may be the mask itself.</summary>
    internal static void Add<TOutside>(ReadOnlySpan<ushort> values, ReadOnlySpan<byte> mask, Span<byte> into, TOutside outside)
        where TOutside : struct, IOutside
    {
        mask = mask[..values.Length];
        into = into[..values.Length];
        var row = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(values);
            ref var before = ref MemoryMarshal.GetReference(mask);
            ref var after = ref MemoryMarshal.GetReference(into);
            for (; row <= values.Length - Vector256<byte>.Count; row += Vector256<byte>.Count)
            {
                var low = outside.Holds(Vector256.LoadUnsafe(ref from, (nuint)row));
                var high = outside.Holds(Vector256.LoadUnsafe(ref from, (nuint)(row + Vector256<ushort>.Count)));
                (Vector256.Narrow(low, high) | Vector256.LoadUnsafe(ref before, (nuint)row)).StoreUnsafe(ref after, (nuint)row);
            }
        }

        for (; row < values.Length; row++)
            into[row] = (byte)(mask[row] | (outside.Holds(values[row]) ? byte.MaxValue : 0));
    }

    /// <summary>Days before the first or after the last of a period that is not empty.</summary>
    internal readonly struct OtherDays(int from, int to) : IOutside
    {
        private readonly ushort _from = (ushort)from, _length = (ushort)(to - from);

        /// <summary>Of both bounds at once: a day before the first wraps around to a large number.</summary>
        public bool Holds(ushort value) => (ushort)(value - _from) > _length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<ushort> Holds(Vector256<ushort> values) =>
            Vector256.GreaterThan(values - Vector256.Create(_from), Vector256.Create(_length));
    }

    /// <summary>Codes that are none of a few: comparing with each is cheaper than looking them up.</summary>
    internal readonly struct OtherCodes : IOutside
    {
        internal const int Most = 4;

        private readonly ushort _a, _b, _c, _d;

        /// <param name="codes">From one to <see cref="Most"/>.</param>
        internal OtherCodes(ReadOnlySpan<ushort> codes) =>
            (_a, _b, _c, _d) = (codes[0], codes[1 % codes.Length], codes[2 % codes.Length], codes[3 % codes.Length]);

        public bool Holds(ushort value) => value != _a && value != _b && value != _c && value != _d;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<ushort> Holds(Vector256<ushort> values) =>
            ~(Vector256.Equals(values, Vector256.Create(_a)) | Vector256.Equals(values, Vector256.Create(_b))
                | Vector256.Equals(values, Vector256.Create(_c)) | Vector256.Equals(values, Vector256.Create(_d)));
    }
}
