using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>
/// Two equal rows in a file are two lines: two of a thing bought one by one look the same. An order told again, by the same file or another,
/// is one order: the newest version of it, by modified time, else its latest time, else the time in the file's name, else the upload.
/// </summary>
public sealed class DuplicateTests
{
    private const string Header = "order no,paid time,buyer id,product code,quantity,unit price";

    [Fact]
    public async Task Equal_rows_are_lines_of_their_own()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("a.csv", Header, "1,2025-01-01,b1,p1,1,5", "1,2025-01-01,b1,p1,1,5");
        Assert.Equal(["1 paid 2025-01-01 00:00:00 b1 10.00 [p1 1 × 5.00 = 5.00; p1 1 × 5.00 = 5.00]"], await bench.OrdersAsync());
    }

    [Fact]
    public async Task The_same_file_under_another_name_brings_nothing()
    {
        await using var bench = await Taking.ShopAsync();
        string[] file = [Header, "1,2025-01-01,b1,p1,1,5", "2,2025-01-01,b2,p1,1,5"];
        await bench.TakeWholeAsync("a.csv", file);
        var again = await bench.TakeWholeAsync("copy of a.csv", file);
        Assert.Equal((0, 0, 2, 0), (again.Counts.ItemsNew, again.Counts.ItemsChanged, again.Counts.ItemsUnchanged, again.Counts.CustomersNew));
    }

    [Theory]
    [EachDatabase("orders_2025-02-01.csv", "orders_2025-03-01.csv")]
    [EachDatabase("orders_2025-03-01.csv", "orders_2025-02-01.csv")]
    public async Task Of_two_files_the_one_exported_later_holds_whichever_came_first(DatabaseKind kind, string first, string second)
    {
        await using var bench = await Taking.ShopAsync(kind);
        foreach (var name in (string[])[first, second])
            await bench.TakeWholeAsync(name, Header, name.Contains("03-01", StringComparison.Ordinal) ? "1,2025-01-01,b1,p1,2,5" : "1,2025-01-01,b1,p1,1,5");
        Assert.Equal(["1 paid 2025-01-01 00:00:00 b1 10.00 [p1 2 × 5.00 = 10.00]"], await bench.OrdersAsync());
    }

    [Fact]
    public async Task A_modified_time_outranks_the_name_of_the_file()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("orders_2025-02-01.csv", Header + ",modified at", "1,2025-01-01,b1,p1,2,5,2025-01-20");
        await bench.TakeWholeAsync("orders_2025-03-01.csv", Header + ",modified at", "1,2025-01-01,b1,p1,1,5,2025-01-10");
        Assert.Equal(["1 paid 2025-01-01 00:00:00 b1 10.00 [p1 2 × 5.00 = 10.00]"], await bench.OrdersAsync());
    }
}
