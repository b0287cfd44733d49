using System.Text;

namespace Huitou.Tests.Hostile;

/// <summary>Bytes of one encoding in a text of another: the row they stand in is rejected, never silently changed.</summary>
public sealed class EncodingTests
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] LittleMark = [0xFF, 0xFE];
    private static readonly byte[] BigMark = [0xFE, 0xFF];

    internal static readonly IReadOnlyList<HostileCase> Cases =
    [
        HostileCase.Of("GB18030 strayed into UTF-8", [.. "编号,名称\n1,苹果\n2,"u8, .. HostileCase.Gb("香蕉"), .. "\n3,橙子\n"u8],
            "utf-8 , header 1", "1 编号|名称", "2 1|苹果", "3 BadCharacter[1] 2|\\ufffd㽶", "4 3|橙子"),
        HostileCase.Of("UTF-8 strayed into GB18030", [.. HostileCase.Gb("编号,名称,备注\n1,苹果,甲\n2,"), 0xE9, 0x80, 0x0A, .. HostileCase.Gb("3,橙子,乙\n")],
            "gb18030 , header 1", "1 编号|名称|备注", "2 1|苹果|甲", "3 2|閫", "4 3|橙子|乙"),
        HostileCase.Of("half a pair in GB18030", [.. HostileCase.Gb("编号,名称\n1,苹果\n2,"), 0xC6, .. HostileCase.Gb("\n3,橙子\n")],
            "gb18030 , header 1", "1 编号|名称", "2 1|苹果", "3 BadCharacter[1] 2|\\ufffd", "4 3|橙子"),
        HostileCase.Of("half a pair before a delimiter in GB18030", [.. HostileCase.Gb("编号,名称,数\n1,苹果,2\n2,橙"), 0xC6, .. HostileCase.Gb(",3\n3,橙子,4\n")],
            "gb18030 , header 1", "1 编号|名称|数", "2 1|苹果|2", "3 BadCharacter[1] 2|橙\\ufffd|3", "4 3|橙子|4"),
        HostileCase.Of("FF in GB18030", [.. HostileCase.Gb("编号,名称\n1,苹果\n2,"), 0xFF, .. HostileCase.Gb("\n3,橙子\n")],
            "gb18030 , header 1", "1 编号|名称", "2 1|苹果", "3 BadCharacter[1] 2|\\ufffd", "4 3|橙子"),
        HostileCase.Of("GB18030 cut within a pair", HostileCase.Gb("编号,名称\n1,苹果\n2,香蕉")[..^1],
            "gb18030 , header 1", "1 编号|名称", "2 1|苹果", "3 BadCharacter[1] 2|香\\ufffd"),
        HostileCase.Of("GB18030 of four bytes", HostileCase.Gb("编号,名称\n1,𠮷\n"), "gb18030 , header 1", "1 编号|名称", "2 1|𠮷"),
        HostileCase.Of("GB18030 with its own signature", [0x84, 0x31, 0x95, 0x33, .. HostileCase.Gb("编号,名称\n1,苹果\n")],
            "gb18030 , header 1", "1 编号|名称", "2 1|苹果"),
        HostileCase.Of("Latin-1 among ASCII", [.. "a,b\n1,caf"u8, 0xE9, .. "\n2,x\n"u8], "utf-8 , header 1", "1 a|b", "2 BadCharacter[1] 1|caf\\ufffd", "3 2|x"),
        HostileCase.Of("UTF-8 signature before GB18030", [.. Utf8Mark, .. HostileCase.Gb("订单编号,名称\n1,苹果\n")], "gb18030 , header 1", "1 订单编号|名称", "2 1|苹果"),
        HostileCase.Of("UTF-8 signature before UTF-16", [.. Utf8Mark, .. Encoding.Unicode.GetBytes("order,name\n1,apple\n")], "utf-16 , header 1", "1 order|name", "2 1|apple"),
        HostileCase.Of("UTF-16 signature before ASCII", [.. LittleMark, .. "order,name\n1,apple\n"u8], "utf-8 , header 1", "1 order|name", "2 1|apple"),
        HostileCase.Of("UTF-16 signature before UTF-8", [.. BigMark, .. "编号,名称\n1,苹果\n"u8], "utf-8 , header 1", "1 编号|名称", "2 1|苹果"),
        HostileCase.Of("signature of the other byte order", [.. BigMark, .. Encoding.Unicode.GetBytes("order,name\n1,apple\n")], "utf-16 , header 1", "1 order|name", "2 1|apple"),
        HostileCase.Of("signature of UTF-32", [.. LittleMark, 0, 0, .. Encoding.UTF32.GetBytes("a,b\n")], "refused unreadable_file", "UTF-32", "Save it as UTF-8"),
        HostileCase.Of("UTF-16 of odd length", [.. LittleMark, .. Encoding.Unicode.GetBytes("a,b\n1,2\n3,4"), 0x35], "utf-16 , header 1", "1 a|b", "2 1|2", "3 BadCharacter[1] 3|4\\ufffd"),
        HostileCase.Of("UTF-16 shifted by a byte in the middle", [.. LittleMark, .. Encoding.Unicode.GetBytes("a,b\n1,2\n3,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n5,6\n")],
            "utf-16 , header 1", "1 a|b", "2 1|2", "3 BadCharacter[1] 3|\\ufffd", "4 5|6"),
        HostileCase.Of("lone low surrogate in UTF-16", [.. BigMark, .. Encoding.BigEndianUnicode.GetBytes("a,b\n1,"), 0xDC, 0x01, .. Encoding.BigEndianUnicode.GetBytes("\n3,4\n")],
            "utf-16be , header 1", "1 a|b", "2 BadCharacter[1] 1|\\ufffd", "3 3|4"),
        HostileCase.Of("emoji in UTF-16", [.. LittleMark, .. Encoding.Unicode.GetBytes("a,b\n1,🎁\n")], "utf-16 , header 1", "1 a|b", "2 1|🎁"),
        HostileCase.Of("Cyrillic in UTF-16", [.. LittleMark, .. Encoding.Unicode.GetBytes("заказ,товар\nодин,яблоко\n")], "utf-16 , header 1", "1 заказ|товар", "2 один|яблоко"),
        HostileCase.Of("Chinese without a Latin sign in UTF-16", [.. LittleMark, .. Encoding.Unicode.GetBytes("编号")], "utf-16 , header 1", "1 编号"),
        HostileCase.Of("surrogate written as UTF-8", [.. "a,名\n1,"u8, 0xED, 0xA0, 0x80, .. "\n2,好\n3,好\n"u8],
            "utf-8 , header 1", "1 a|名", "2 BadCharacter[1] 1|\\ufffd\\ufffd\\ufffd", "3 2|好", "4 3|好"),
        HostileCase.Of("overlong slash", [.. "a,名称\n1,"u8, 0xC0, 0xAF, .. "\n2,好\n"u8], "utf-8 , header 1", "1 a|名称", "2 BadCharacter[1] 1|\\ufffd\\ufffd", "3 2|好"),
        HostileCase.Of("overlong comma does not cut", [.. "a,名称\n1"u8, 0xC0, 0xAC, .. "9,2\n2,好\n"u8], "utf-8 , header 1", "1 a|名称", "2 BadCharacter[0] 1\\ufffd\\ufffd9|2", "3 2|好"),
        HostileCase.Of("overlong line break does not end a row", [.. "a,名称\n1"u8, 0xC0, 0x8A, .. "9,2\n2,好\n"u8], "utf-8 , header 1", "1 a|名称", "2 BadCharacter[0] 1\\ufffd\\ufffd9|2", "3 2|好"),
        HostileCase.Of("beyond the last character", [.. "a,名称好\n1,"u8, 0xF4, 0x90, 0x80, 0x80, .. "\n2,好的呀\n"u8],
            "utf-8 , header 1", "1 a|名称好", "2 BadCharacter[1] 1|\\ufffd\\ufffd\\ufffd\\ufffd", "3 2|好的呀"),
        HostileCase.Of("bare continuation byte", [.. "a,名称\n1,"u8, 0x80, .. "\n2,好\n"u8], "utf-8 , header 1", "1 a|名称", "2 BadCharacter[1] 1|\\ufffd", "3 2|好"),
        HostileCase.Of("NUL in a cell", "a,b\n1,x\0y\n2,z\n", "utf-8 , header 1", "1 a|b", "2 BadCharacter[1] 1|x\\0y", "3 2|z"),
        HostileCase.Of("NULs behind the last row", "a,b\n1,2\n\0\0\0\0", "utf-8 , header 1", "1 a|b", "2 1|2", "3 BadCharacter[0] \\0\\0\\0\\0"),
        HostileCase.Of("NUL within quotes", "a,b\n\"1\0\",2\n3,4\n", "utf-8 , header 1", "1 a|b", "2 BadCharacter[0] 1\\0|2", "3 3|4"),
        HostileCase.Of("signature in the middle stays a blank", "a,b\n\uFEFF1,2\n", "utf-8 , header 1", "1 a|b", "2 \uFEFF1|2"),
        HostileCase.Of("two signatures", "\uFEFF\uFEFFa,b\n1,2\n", "utf-8 , header 1", "1 a|b", "2 1|2"),
        HostileCase.Of("characters outside any font", "a,b\n\uE000,\uFFFF\n", "utf-8 , header 1", "1 a|b", "2 \uE000|\uFFFF"),
    ];

    public static TheoryData<string> Names() => HostileCase.Names(Cases);

    [Theory, MemberData(nameof(Names))]
    public void A_broken_character_costs_its_row_only(string name) => Cases.Single(c => c.Name == name).Check();

    [Theory, InlineData(1), InlineData(7), InlineData(4096), InlineData(131_071), InlineData(131_073)]
    public void Characters_cut_by_the_buffer_are_whole(int size)
    {
        // Three bytes each, so that every size of buffer cuts one of them somewhere.
        var rows = Enumerable.Range(0, 60_000).Select(i => $"{i},名称").ToList();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        var read = TempFile.Lines(new Huitou.Connect.Files.CsvRows(() => new ShortReads(file, size), ',', transcoded: false).Read());
        Assert.Equal(rows.Select((row, i) => $"{i + 1} {row.Replace(',', '|')}"), read);
    }
}
