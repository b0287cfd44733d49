namespace Huitou.Tests.Hostile;

/// <summary>Delimited text that was cut, mixed up or never was what it says: every line is a row, a reject, or blank.</summary>
public sealed class TextTests
{
    private const string Plain = "utf-8 , header 1";

    internal static readonly IReadOnlyList<HostileCase> Cases =
    [
        // Cut
        HostileCase.Of("cut within a row", "a,b,c\n1,2,3\n4,5", Plain, "1 a|b|c", "2 1|2|3", "3 4|5"),
        HostileCase.Of("cut after a delimiter", "a,b,c\n1,2,3\n4,", Plain, "1 a|b|c", "2 1|2|3", "3 4|"),
        HostileCase.Of("cut within a quote", "a,b\n1,\"x\"\n2,\"y", Plain, "1 a|b", "2 1|x", "3 BrokenQuote[1] 2|\"y"),
        HostileCase.Of("cut after an opening quote", "a,b\n1,\"x\"\n2,\"", Plain, "1 a|b", "2 1|x", "3 BrokenQuote[1] 2|\""),
        HostileCase.Of("cut between the two quotes of one", "a,b\n1,\"x\"\n2,\"y\"", Plain, "1 a|b", "2 1|x", "3 2|y"),
        HostileCase.Of("cut within a quote of two lines", "a,b\n1,\"x\"\n2,\"y\nz", Plain, "1 a|b", "2 1|x", "3 BrokenQuote[1] 2|\"y", "4 z"),
        HostileCase.Of("cut within a character", [.. "a,b\n1,名\n2,"u8, 0xE5, 0x90], Plain, "1 a|b", "2 1|名", "3 BadCharacter[1] 2|\\ufffd"),
        HostileCase.Of("cut between return and feed", "a,b\r\n1,2\r", Plain, "1 a|b", "2 1|2"),
        HostileCase.Of("cut within the header", "order no,amou", Plain, "1 order no|amou"),
        HostileCase.Of("no last line break", "a,b\n1,2", Plain, "1 a|b", "2 1|2"),
        // Nothing
        HostileCase.Of("empty", "", "refused empty_file", "Export it again"),
        HostileCase.Of("only a signature", "\uFEFF", "refused empty_file", "holds no rows"),
        HostileCase.Of("only blank lines", "\n\r\n\n\n", "refused empty_file", "holds no rows"),
        HostileCase.Of("only blanks and delimiters", " , \n,,\n\t,\u3000\n", "refused empty_file", "holds no rows"),
        HostileCase.Of("only line feeds after a signature", "\uFEFF\n\n", "refused empty_file", "holds no rows"),
        HostileCase.Of("only a UTF-16 signature", [0xFF, 0xFE], "refused empty_file", "holds no rows"),
        HostileCase.Of("header only", "a,b\n", Plain, "1 a|b"),
        HostileCase.Of("header only without a line break", "a,b", Plain, "1 a|b"),
        HostileCase.Of("one word", "hello", Plain, "1 hello"),
        HostileCase.Of("only sep", "sep=;\n", "refused empty_file", "holds no rows"),
        // Line ends
        HostileCase.Of("carriage returns only", "a,b\r1,2\r3,4\r", Plain, "1 a|b", "2 1|2", "3 3|4"),
        HostileCase.Of("all three line ends", "a,b\r\n1,2\n3,4\r5,6\r\n", Plain, "1 a|b", "2 1|2", "3 3|4", "4 5|6"),
        HostileCase.Of("two returns and a feed", "a,b\r\r\n1,2\r\r\n", Plain, "1 a|b", "3 1|2"),
        HostileCase.Of("feed before return", "a,b\n\r1,2\n\r", Plain, "1 a|b", "3 1|2"),
        HostileCase.Of("form feed within a row", "a,b\n1,\f2\n", Plain, "1 a|b", "2 1|\\f2"),
        HostileCase.Of("form feed on a line of its own", "a,b\n\f\n1,2\n", Plain, "1 a|b", "3 1|2"),
        HostileCase.Of("line separator within a cell", "a,b\n1,x\u2028y\n", Plain, "1 a|b", "2 1|x\\u2028y"),
        HostileCase.Of("next line and vertical tab within a cell", "a,b\n1,x\u0085\u000By\n", Plain, "1 a|b", "2 1|x\u0085\u000By"),
        HostileCase.Of("end-of-file sign of DOS", "a,b\n1,2\n\u001A", Plain, "1 a|b", "2 1|2", "3 \u001A"),
        HostileCase.Of("breaks of all kinds within quotes", "a,b\n\"1\r2\n3\r\n4\",5\n6,7\n", Plain, "1 a|b", "2 1\\r2\\n3\\r\\n4|5", "6 6|7"),
        HostileCase.Of("blank lines between rows", "a,b\n\n\n1,2\n \n3,4\n", Plain, "1 a|b", "4 1|2", "6 3|4"),
        // Quotes
        HostileCase.Of("quotes within quotes", "a,b\n\"say \"\"so\"\"\",\"\"\"\"\n", Plain, "1 a|b", "2 say \"so\"|\""),
        HostileCase.Of("empty quotes", "a,b\n\"\",\"\"\n1,\"\"\n", Plain, "1 a|b", "3 1|"),
        HostileCase.Of("quote within a word", "a,b\n12\" pipe,6\" nail\n", Plain, "1 a|b", "2 12\" pipe|6\" nail"),
        HostileCase.Of("word after a quote", "a,b\n\"5\" pipe,x\n1,2\n", Plain, "1 a|b", "2 BrokenQuote[0] \"5\" pipe|x", "3 1|2"),
        HostileCase.Of("blank after a quote", "a,b\n\"1\" ,\"2\"  \n3,4\n", Plain, "1 a|b", "2 1|2", "3 3|4"),
        HostileCase.Of("blank before a quote", "a,b\n1, \"2\"\n", Plain, "1 a|b", "2 1| \"2\""),
        HostileCase.Of("open quote between good lines", "a,b\n1,\"open\n3,4\n5,\"ok\"\n7,8\n", Plain,
            "1 a|b", "2 BrokenQuote[1] 1|\"open", "3 3|4", "4 5|ok", "5 7|8"),
        HostileCase.Of("open quote on every line", "a,b\n1,\"x\n2,\"y\n3,\"z\n", Plain,
            "1 a|b", "2 BrokenQuote[1] 1|\"x", "3 BrokenQuote[1] 2|\"y", "4 BrokenQuote[1] 3|\"z"),
        HostileCase.Of("three quotes", "a,b\n\"\"\"x,1\n2,3\n", Plain, "1 a|b", "2 BrokenQuote[0] \"\"\"x|1", "3 2|3"),
        HostileCase.Of("open quote in the last line after a break in quotes", "a,b\n\"x\ny\",\"z\n1,2\n", Plain,
            "1 a|b", "2 BrokenQuote[-1] \"x", "3 BrokenQuote[1] y\"|\"z", "4 1|2"),
        HostileCase.Of("single quotes are characters", "a,b\n'x,y'\n", Plain, "1 a|b", "2 'x|y'"),
        HostileCase.Of("typographic quotes are characters", "a,b\n“x”,„y“\n", Plain, "1 a|b", "2 “x”|„y“"),
        HostileCase.Of("backslash before a quote", "a,b\n\"x\\\",y\n1,2\n", Plain, "1 a|b", "2 x\\|y", "3 1|2"),
        // Widths
        HostileCase.Of("very different numbers of cells", "a,b\n1\n1,2,3,4,5\n,\n1,2\n", Plain, "1 a|b", "2 1", "3 1|2|3|4|5", "5 1|2"),
        HostileCase.Of("a delimiter at the end of each row", "a,b\n1,2,\n3,4,\n", Plain, "1 a|b", "2 1|2|", "3 3|4|"),
        // Delimiters
        HostileCase.Of("semicolons with decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", "utf-8 ; header 1", "1 a;b".Replace(';', '|'), "2 1,5|2,5", "3 3,5|4,5"),
        HostileCase.Of("tabs with commas", "a\tb\n1,5\t2,5\n", "utf-8 \\t header 1", "1 a|b", "2 1,5|2,5"),
        HostileCase.Of("bars", "a|b\n1|2\n", "utf-8 | header 1", "1 a|b", "2 1|2"),
        HostileCase.Of("sep line", "sep=;\na;b\n1;2\n", "utf-8 ; header 2", "1 sep=|", "2 a|b", "3 1|2"),
        HostileCase.Of("sep line against the table", "sep=|\na;b\n1;2\n", "utf-8 | header 2", "1 sep=|", "2 a;b", "3 1;2"),
        HostileCase.Of("sep line with carriage returns", "sep=\t\ra\tb\r1\t2\r", "utf-8 \\t header 2", "1 sep=|", "2 a|b", "3 1|2"),
        HostileCase.Of("commas within quotes and semicolons without", "a;b\n\"1,2,3\";\"4,5,6\"\n", "utf-8 ; header 1", "1 a|b", "2 1,2,3|4,5,6"),
        HostileCase.Of("as many commas as semicolons", "a,b;c\n1,2;3\n", Plain, "1 a|b;c", "2 1|2;3"),
        HostileCase.Of("full-width commas do not cut", "a，b\n1，2\n", Plain, "1 a，b", "2 1，2"),
        // Headers
        HostileCase.Of("header on the third line", "Report,,\n\nInvoiceNo,StockCode,Quantity\n1,2,3\n", "utf-8 , header 3",
            "1 Report||", "3 InvoiceNo|StockCode|Quantity", "4 1|2|3"),
        HostileCase.Of("equal and blank names", "a,a,,b\n1,2,3,4\n", Plain, "1 a|a||b", "2 1|2|3|4"),
        HostileCase.Of("numbers first", "1,2\nname,city\n3,4\n", "utf-8 , header 2", "1 1|2", "2 name|city", "3 3|4"),
        HostileCase.Of("open quote in the header", "a,\"b\n1,2\n", "refused unreadable_file", "Line 1", "quote", "Mend it"),
        HostileCase.Of("broken character in the header", [.. "a,b"u8, 0xC3, .. "\n1,2\n"u8], "refused unreadable_file", "Line 1", "column 2", "Choose another encoding"),
    ];

    public static TheoryData<string> Names() => HostileCase.Names(Cases);

    [Theory, MemberData(nameof(Names))]
    public void Every_line_comes_through_or_is_named(string name) => Cases.Single(c => c.Name == name).Check();
}
