using Huitou.Flows.Exports;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>
/// ="123", a leading apostrophe and a leading tab keep ids whole in spreadsheets and are taken off; other cells that a spreadsheet would run
/// are text, and go out with an apostrophe before them. Ids that a spreadsheet has rounded are rejected.
/// </summary>
public sealed class FormulaCellTests
{
    private const string Header = "order no,paid time,buyer id,product code,product name,quantity,unit price";

    [Theory, EachDatabase]
    public async Task Wrapped_ids_of_any_length_stay_whole_and_formulas_are_text(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await bench.TakeWholeAsync(
            "a.csv", Header, "=\"1234567890123456789\",2025-01-01,'00012,\t6917000000000000001,=cmd|' /C calc'!A0,1,5", "1234567890123456788,2025-01-01,=1+1,1E5,@SUM(1),1,5");
        Assert.Equal(
            [
                "1234567890123456788 paid 2025-01-01 00:00:00 =1+1 5.00 [1E5 1 × 5.00 = 5.00]",
                "1234567890123456789 paid 2025-01-01 00:00:00 00012 5.00 [6917000000000000001 1 × 5.00 = 5.00]",
            ],
            await bench.OrdersAsync());
        var products = System.Text.Encoding.UTF8.GetString(await bench.Installation.FileAsync(new ExportRequest { Table = "products", Columns = ["productName"] }));
        Assert.Contains("\r\n'=cmd|' /C calc'!A0\r\n", products, StringComparison.Ordinal);
        Assert.Contains("\r\n'@SUM(1)\r\n", products, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_lost_their_digits_are_no_ids()
    {
        await using var bench = await Taking.ShopAsync();
        var import = await bench.TakeAsync(
            "a.csv", Header, "1.23457E+18,2025-01-01,b,p,n,1,5", "2,2025-01-01,6.917E+18,p,n,1,5", "3,2025-01-01,b,6.91701E+12,n,1,5", "4,2025-01-01,b,1E+05-X,1.5E+10 lumen,1,5", "E+18,2025-01-01,b,p,n,1,5");
        Assert.Equal("lostDigits 3", import.Rejects.Told());
        Assert.Equal(["4", "E+18"], (await bench.OrdersAsync()).Select(order => order.Split(' ')[0]));
        await using var db = bench.Installation.Open();
        Assert.Contains("1.5E+10 lumen", await db.Products.Select(p => p.Name).ToListAsync(TestContext.Current.CancellationToken));
    }
}
