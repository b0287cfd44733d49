namespace Huitou.Tests.Flows.Treatments;

/// <summary>What a spreadsheet shows where a formula found nothing (#N/A, #REF! …) says nothing, like an empty cell; a required value is then missing.</summary>
public sealed class SpreadsheetFaultTests
{
    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#VALUE!")]
    [InlineData("#DIV/0!")]
    [InlineData("#NAME?")]
    [InlineData("#NUM!")]
    [InlineData("#NULL!")]
    public async Task They_say_nothing(string fault)
    {
        await using var bench = await Taking.ShopAsync();
        var import = await bench.TakeAsync(
            "a.csv", "order no,paid time,buyer id,product code,category,quantity,unit price,line discount,refund amount", $"#1001,2025-01-01,{fault},p1,{fault},1,5,{fault},{fault}", $"{fault},2025-01-01,b1,p1,,1,5,,",
            $"3,2025-01-01,b1,p1,,1,{fault},,");
        Assert.Equal("missingOrderNo 1, missingPrice 1", import.Rejects.Told());
        Assert.Equal(["#1001 paid 2025-01-01 00:00:00 nobody 5.00 [p1 1 × 5.00 = 5.00]"], await bench.OrdersAsync());
    }
}
