namespace Huitou.Connect.Files;

/// <summary>
/// What a packed file may become. Deflate packs at most 1 : 1032, so only a stream of almost nothing but repetition passes 200;
/// tables of orders stay below 40. Small files may be as repetitive as they like.
/// </summary>
internal static class InflateLimit
{
    /// <summary>Twice the largest upload, and an hour's work for an import.</summary>
    internal const long MostBytes = 4L << 30;

    internal const int MostRatio = 200;

    internal const long RatioMatters = 16L << 20;

    internal static void Check(long unpacked, long packed, string what)
    {
        if (unpacked > MostBytes)
            throw UnreadableFileException.TooLargeInside($"Unpacked, {what} is larger than 4 GB. Split the table into several files.");
        if (unpacked > RatioMatters && unpacked > packed * MostRatio)
            throw UnreadableFileException.TooLargeInside(
                $"Packed {packed:N0} bytes of {what} unpack to {unpacked:N0} and more, over {MostRatio} times as much, which no table does. Export it again, as CSV.");
    }
}
