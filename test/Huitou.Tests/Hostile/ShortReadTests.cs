using Huitou.Connect.Files;

namespace Huitou.Tests.Hostile;

/// <summary>The same bytes give the same rows, however they arrive.</summary>
public sealed class ShortReadTests
{
    public static TheoryData<string, int> Files()
    {
        var data = new TheoryData<string, int>();
        foreach (var hostile in TextTests.Cases.Concat(EncodingTests.Cases).Where(c => !c.Outcome[0].StartsWith("refused", StringComparison.Ordinal)))
            foreach (var size in (int[])[1, 7, 4096]) data.Add(hostile.Name, size);
        return data;
    }

    [Theory, MemberData(nameof(Files))]
    public void Rows_do_not_depend_on_how_bytes_arrive(string name, int size)
    {
        var hostile = TextTests.Cases.Concat(EncodingTests.Cases).Single(c => c.Name == name);
        var how = hostile.Outcome[0].Split(' ');
        var delimiter = how[1] == "\\t" ? '\t' : how[1][0];
        Stream Open() => TextEncoding.AsUtf8(new ShortReads(new MemoryStream(hostile.File), size), how[0]);
        Assert.Equal(hostile.Outcome[1..], TempFile.Lines(new CsvRows(Open, delimiter, how[0] != TextEncoding.Utf8).Read()));
    }
}
