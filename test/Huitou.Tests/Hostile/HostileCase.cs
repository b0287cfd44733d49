using System.IO.Compression;
using System.Text;
using Huitou.Connect.Files;
using Huitou.Connect;
using Huitou.Tests.Support;

namespace Huitou.Tests.Hostile;

/// <summary>A file that means harm, or looks like it, and what must come of it: its rows one by one, or the refusal.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="File">Its bytes.</param>
/// <param name="Outcome">
/// Lines: first how it is read ("utf-8 , header 1"), then each row as "line cells" or "line Reason[cell] cells"; or one line
/// "refused code", then texts that the refusal must name.
/// </param>
public sealed record HostileCase(string Name, byte[] File, string[] Outcome)
{
    private static readonly Encoding Gb18030 = GetGb18030();

    internal static HostileCase Of(string name, string text, params string[] outcome) => new(name, Encoding.UTF8.GetBytes(text), outcome);

    internal static HostileCase Of(string name, byte[] file, params string[] outcome) => new(name, file, outcome);

    internal static byte[] Gb(string text) => Gb18030.GetBytes(text);

    internal static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    internal static TheoryData<string> Names(IReadOnlyList<HostileCase> cases)
    {
        Assert.Equal(cases.Count, cases.Select(c => c.Name).Distinct().Count());
        return [.. cases.Select(c => c.Name)];
    }

    /// <summary>Reads the file as an upload is read and compares every line of what comes of it.</summary>
    internal void Check()
    {
        using var file = new TempFile(File);
        var actual = file.Read();
        if (!Outcome[0].StartsWith("refused", StringComparison.Ordinal))
        {
            Assert.Equal(Outcome, actual);
            return;
        }
        Assert.Equal(Outcome[0], actual[0]);
        Assert.All(Outcome[1..], part => Assert.Contains(part, actual[1], StringComparison.Ordinal));
    }

    private static Encoding GetGb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(54936);
    }
}

/// <summary>A file for one test.</summary>
internal sealed class TempFile : IDisposable
{
    internal TempFile(byte[]? bytes = null)
    {
        if (bytes is not null) File.WriteAllBytes(Path, bytes);
    }

    internal string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    /// <summary>What comes of the file, line by line; see <see cref="HostileCase"/>.</summary>
    internal List<string> Read()
    {
        try
        {
            var reading = FileDetection.Of(Plain.At(Path));
            var table = new TableFile(Plain.At(Path), reading);
            var how = reading.Format == FileFormat.Xlsx ? "xlsx" : $"{reading.Encoding} {Shown(reading.Delimiter)}";
            List<string> lines = [$"{how} header {reading.HeaderRow}", .. Lines(table.Rows())];
            _ = table.Headers();
            return lines;
        }
        catch (UnreadableFileException fault)
        {
            return [$"refused {fault.Code}", fault.Message];
        }
    }

    internal static IEnumerable<string> Lines(IEnumerable<TextRow> rows)
    {
        foreach (var row in rows)
        {
            var fault = row.Fault is { } reason ? $"{reason}[{row.FaultCell}] " : "";
            yield return $"{row.Number} {fault}{Shown(string.Join('|', row.Cells))}";
        }
    }

    private static string Shown(string text) => text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal).Replace("\f", "\\f", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\uFFFD", "\\ufffd", StringComparison.Ordinal);
}
