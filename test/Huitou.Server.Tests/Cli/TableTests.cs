using Huitou.Cli;

namespace Huitou.Server.Tests.Cli;

public sealed class TableTests
{
    private static readonly Column[] Columns = [new("name"), new("sales", IsNumber: true)];

    [Fact]
    public void Chinese_takes_two_cells_and_numbers_stand_at_the_right()
    {
        Assert.Equal(
            ["name    sales", "──────  ─────", "回头客      7", "Anna    1,200"],
            Print([["回头客", "7"], ["Anna", "1,200"]], OutputFormat.Table).TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public void Csv_quotes_what_needs_it()
    {
        Assert.Equal("name,sales\r\n\"say \"\"hi\"\", then\nleave\",7\r\n", Print([["say \"hi\", then\nleave", "7"]], OutputFormat.Csv));
    }

    private static string Print(IReadOnlyList<IReadOnlyList<string>> rows, OutputFormat format)
    {
        using var output = new StringWriter();
        Table.Print(output, Columns, rows, format);
        return output.ToString();
    }
}
