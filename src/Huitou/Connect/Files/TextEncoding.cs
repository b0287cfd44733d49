using System.Text;

namespace Huitou.Connect.Files;

/// <summary>Which encoding a text file is in, told from its bytes.</summary>
internal static class TextEncoding
{
    internal const string Utf8 = "utf-8";
    internal const string Utf16 = "utf-16";
    internal const string Utf16BigEndian = "utf-16be";
    internal const string Gb18030 = "gb18030";
    internal const string Windows1252 = "windows-1252";
    private const int SampleBytes = 1 << 20;

    /// <summary>What programs put in front of text to name its encoding.</summary>
    private static readonly byte[][] Signatures = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x84, 0x31, 0x95, 0x33]];

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static bool IsKnown(string name) => name is Utf8 or Utf16 or Utf16BigEndian or Gb18030 or Windows1252;

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

    /// <summary>
    /// The encoding of a sample; null when it is plain ASCII. A signature is believed only where the text does not say otherwise:
    /// tools put one in front of whatever they are given.
    /// </summary>
    internal static string? Of(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            throw UnreadableFileException.Damaged("The file is in UTF-32. Save it as UTF-8.");
        var signature = SignatureOf(sample);
        var text = sample[signature.Length..];
        if (ByZeros(text) is { } wide) return wide;
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(WholeCharacters(text));
        if (signature is [0xFF, 0xFE] or [0xFE, 0xFF])
        {
            if (text.Length == 0 || !isUtf8 || text.Contains((byte)0)) return signature[0] == 0xFF ? Utf16 : Utf16BigEndian;
            return Utf8;
        }
        if (Ascii.IsValid(text)) return signature.Length == 0 ? null : Utf8;
        return isUtf8 || IsMostlyUtf8(text) ? Utf8 : Gb18030;
    }

    /// <summary>
    /// Whether the encoding that was found is to be believed: at least half of what is not ASCII are characters of UTF-8, or pairs of GB2312, in which Chinese is
    /// written but for rare characters. Western letters stand alone among ASCII (<c>Müller</c>), and read as GB18030 take the letter behind them into a rare character.
    /// </summary>
    internal static bool IsPlausible(Stream stream, string encoding)
    {
        if (encoding is not (Utf8 or Gb18030)) return true;
        var (common, odd) = (0, 0);
        var buffer = new byte[SampleBytes];
        for (int length; common + odd == 0 && (length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
            (common, odd) = encoding == Utf8 ? CountUtf8(buffer.AsSpan(0, length)) : CountGb2312(buffer.AsSpan(0, length));
        return common >= odd;
    }

    /// <summary>The stream as UTF-8. Bytes that are no character become U+FFFD where the encoding is another one, and stay as they are in UTF-8.</summary>
    internal static Stream AsUtf8(Stream stream, string encoding)
    {
        Encoding? from = encoding switch
        {
            Utf16 => Encoding.Unicode,
            Utf16BigEndian => Encoding.BigEndianUnicode,
            // Left to itself it turns what it cannot read into question marks, which nobody would notice.
            Gb18030 => Encoding.GetEncoding(54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
            Windows1252 => Encoding.GetEncoding(1252),
            _ => null,
        };
        var text = WithoutSignature(stream);
        return from is null ? text : Encoding.CreateTranscodingStream(text, from, new UTF8Encoding(false));
    }

    /// <summary>The sample without a UTF-8 character that its end cuts through.</summary>
    internal static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> sample)
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

    private static PeekedStream WithoutSignature(Stream stream)
    {
        var head = new byte[4];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var signature = SignatureOf(head.AsSpan(0, length)).Length;
        return new PeekedStream(head.AsMemory(signature, length - signature), stream);
    }

    private static byte[] SignatureOf(ReadOnlySpan<byte> text)
    {
        foreach (var signature in Signatures)
            if (text.StartsWith(signature)) return signature;
        return [];
    }

    /// <summary>Latin letters and digits leave every second byte of UTF-16 zero; no other text has zeros on one side alone.</summary>
    private static string? ByZeros(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        var looked = Math.Min(sample.Length, 4096) & ~1;
        for (var i = 0; i < looked; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var (most, least) = (Math.Max(even, odd), Math.Min(even, odd));
        if (looked < 4 || most * 8 < looked / 2 || least * 4 > most || !BreaksAreWide(sample[..looked], odd > even)) return null;
        return odd > even ? Utf16 : Utf16BigEndian;
    }

    /// <summary>Where there are line breaks, one at least is two bytes wide: a small file with a stray zero is not UTF-16.</summary>
    private static bool BreaksAreWide(ReadOnlySpan<byte> sample, bool littleEndian)
    {
        var any = false;
        for (var i = 0; i < sample.Length; i += 2)
        {
            var (low, high) = littleEndian ? (sample[i], sample[i + 1]) : (sample[i + 1], sample[i]);
            if (low is (byte)'\n' or (byte)'\r' && high == 0) return true;
            any |= low is (byte)'\n' or (byte)'\r' || high is (byte)'\n' or (byte)'\r';
        }
        return !any;
    }

    /// <summary>
    /// A file of UTF-8 into which other bytes strayed still has more good characters than bad; in GB18030, hardly any pair of bytes
    /// looks like a character of UTF-8. Where neither fits, UTF-8 at least rejects the rows at fault.
    /// </summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> text)
    {
        var (good, bad) = CountUtf8(text);
        return good > bad || !FitsGb18030(text);
    }

    /// <summary>Characters that are not ASCII, and what is none.</summary>
    private static (int Good, int Bad) CountUtf8(ReadOnlySpan<byte> text)
    {
        int good = 0, bad = 0;
        for (var rest = text; !rest.IsEmpty;)
        {
            var found = Rune.DecodeFromUtf8(rest, out var rune, out var taken);
            if (found != System.Buffers.OperationStatus.Done) bad++;
            else if (!rune.IsAscii) good++;
            rest = rest[taken..];
        }
        return (good, bad);
    }

    /// <summary>Pairs of GB2312 have both bytes from 0xA1 on. Four bytes, pairs with a byte below, and bytes that fit nothing are rare in Chinese.</summary>
    private static (int Common, int Rare) CountGb2312(ReadOnlySpan<byte> text)
    {
        int common = 0, rare = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            var next = i + 1 < text.Length ? text[i + 1] : (byte)0;
            if (text[i] is >= 0xA1 and <= 0xF7 && next is >= 0xA1 and <= 0xFE) common++;
            else rare++;
            // What may be the second byte of a pair begins none.
            if (next is >= 0x40 and not 0x7F and not 0xFF) i++;
        }
        return (common, rare);
    }

    /// <summary>At least half of what is not ASCII are pairs or fours that GB18030 has.</summary>
    private static bool FitsGb18030(ReadOnlySpan<byte> text)
    {
        int good = 0, bad = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            var next = i + 1 < text.Length ? text[i + 1] : (byte)0;
            var isPair = text[i] is not (0x80 or 0xFF) && (next is >= 0x40 and <= 0xFE and not 0x7F || char.IsAsciiDigit((char)next));
            if (isPair) good++;
            else bad++;
            if (isPair) i++;
        }
        return good > bad;
    }
}
