using System.Text;

namespace Huitou.Connect.Files;

/// <summary>Which encoding a text file is in, told from its bytes.</summary>
internal static class TextEncoding
{
    internal const string Utf8 = "utf-8";
    internal const string Utf16 = "utf-16";
    internal const string Utf16BigEndian = "utf-16be";
    internal const string Gb18030 = "gb18030";
    private const int SampleBytes = 1 << 20;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static bool IsKnown(string name) => name is Utf8 or Utf16 or Utf16BigEndian or Gb18030;

    /// <summary>
    /// Looks at the first megabyte. Where that is plain ASCII, which says nothing, it reads on to the first byte that is not:
    /// a file of digits whose only Chinese word comes late is still read right.
    /// </summary>
    internal static string Detect(Stream stream)
    {
        var buffer = new byte[SampleBytes];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var named = Of(buffer.AsSpan(0, length));
        while (named is null && length > 0)
        {
            // The overlap keeps a character that straddles two samples whole.
            var kept = Math.Min(length, 3);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            if (read == 0) break;
            length = kept + read;
            named = Of(buffer.AsSpan(0, length));
        }
        return named ?? Utf8;
    }

    /// <summary>The encoding of a sample; null when it is plain ASCII.</summary>
    internal static string? Of(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Utf16;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Utf16BigEndian;
        if (ByZeros(sample) is { } wide) return wide;
        if (Ascii.IsValid(sample)) return null;
        return System.Text.Unicode.Utf8.IsValid(WholeCharacters(sample)) ? Utf8 : Gb18030;
    }

    /// <summary>Latin letters and digits leave every second byte of UTF-16 zero; no other text has zeros at all.</summary>
    private static string? ByZeros(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        var looked = Math.Min(sample.Length, 4096) & ~1;
        for (var i = 0; i < looked; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        if (looked < 4 || Math.Max(even, odd) * 8 < looked / 2) return null;
        return odd > even ? Utf16 : Utf16BigEndian;
    }

    /// <summary>The sample without a UTF-8 character that its end cuts through.</summary>
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> sample)
    {
        for (var back = 1; back <= Math.Min(3, sample.Length); back++)
        {
            var lead = sample[^back];
            if ((lead & 0xC0) == 0x80) continue;
            var needs = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            return needs > back ? sample[..^back] : sample;
        }
        return sample;
    }

    /// <summary>The stream as UTF-8. Bytes that are no character become U+FFFD where the encoding is another one, and stay as they are in UTF-8.</summary>
    internal static Stream AsUtf8(Stream stream, string encoding)
    {
        Encoding? from = encoding switch
        {
            Utf16 => Encoding.Unicode,
            Utf16BigEndian => Encoding.BigEndianUnicode,
            Gb18030 => Encoding.GetEncoding(54936),
            _ => null,
        };
        return from is null ? stream : Encoding.CreateTranscodingStream(stream, from, new UTF8Encoding(false));
    }
}
