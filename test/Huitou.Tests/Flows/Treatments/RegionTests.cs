using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>One place is one place however files write it, and what is not known stays as it is written.</summary>
public sealed class RegionTests
{
    private const string Orders = "order no,paid time,buyer id,unit price,quantity,product code,region,city,district";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Of b1, b2 and so on.</summary>
    private static async Task<string[]> PlacesAsync(ImportBench bench, int buyers = 1)
    {
        var places = new List<string>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var shown = (await bench.Installation.Get<Customer360>().AskAsync(await bench.CustomerOfAsync($"b{buyer}"), new(), Cancel)).Value!.Customer;
            places.Add(string.Join('|', shown.Region, shown.City, shown.Known.Fields.FirstOrDefault(field => field.Attribute == "district")?.Text ?? ""));
        }
        return [.. places];
    }

    private static async Task<ImportBench> ShopAsync(DatabaseKind kind)
    {
        var bench = await Taking.ShopAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        return bench;
    }

    [Theory, EachDatabase]
    public async Task Ways_to_write_a_place_are_one_place_in_lists_and_filters(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(kind);
        await bench.TakeWholeAsync(
            "orders.csv", Orders, "1,2025-01-01,b1,5,1,p1,浙江省,杭州市,西湖区", "2,2025-01-01,b2,5,1,p1,浙江,杭州,西湖", "3,2025-01-01,b3,5,1,p1,,杭州市,", "4,2025-01-01,b4,5,1,p1,Zhejiang,Hangzhou,",
            "5,2025-01-01,b5,5,1,p1,北京市,朝阳区,", "6,2025-01-01,b6,5,1,p1,华东,杭州市,某区", "7,2025-01-01,b7,5,1,p1,CA,Los Angeles,");
        await bench.TakeWholeAsync("customers.csv", "buyer id,address", "b8,浙江省杭州市西湖区文三路1号", "b9,10 Downing Street");
        await bench.TakeWholeAsync("abroad.csv", "buyer id,country,city", "b10,CA,Toronto", "b11,美国,", "b12,CN,Hangzhou");

        Assert.Equal(
            [
                "浙江|杭州|西湖区", "浙江|杭州|西湖区", "浙江|杭州|", "浙江|杭州|", "北京|北京|朝阳区", "华东|杭州市|某区", "CA|Los Angeles|", "浙江|杭州|西湖区", "||",
                "Canada|Toronto|", "United States||", "浙江|杭州|",
            ],
            await PlacesAsync(bench, 12));
        Assert.True(await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel));
        var list = bench.Installation.Get<CustomerList>();
        foreach (var region in (string[])["浙江", "浙江省", "Zhejiang"])
            Assert.Equal(["b1", "b2", "b3", "b4"], (await list.AskAsync(new() { Region = region }, Cancel)).Value!.Items.Select(item => item.Buyer).Order(StringComparer.Ordinal));
        using (DataScope.Enter(DataScope.Of([1]))) Assert.Equal(4, (await list.AskAsync(new() { Region = "浙江省" }, Cancel)).Value!.Total);
    }

    [Theory, EachDatabase]
    public async Task Who_writes_a_city_says_its_province_and_takes_both_back(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(kind);
        await bench.TakeWholeAsync("orders.csv", Orders, "1,2025-01-01,b1,5,1,p1,江苏,南京,鼓楼区");
        var edit = bench.Installation.Get<EditProfile>();
        Task<Outcome<ProfileWritten>> WriteAsync(params ProfileWrite[] writes) => edit.WriteAsync([1], writes, ImportBench.Somebody, Cancel);

        var city = await WriteAsync(new ProfileWrite("city", "义乌市"));
        Assert.Equal(["浙江|金华|义乌市"], await PlacesAsync(bench));
        await edit.TakeBackAsync(city.Value!.Act, ImportBench.Somebody, Cancel);
        Assert.Equal(["江苏|南京|鼓楼区"], await PlacesAsync(bench));
        await WriteAsync(new("region", "廣東省"), new("city", "深圳市"), new("district", "南山"));
        Assert.Equal(["广东|深圳|南山区"], await PlacesAsync(bench));
        await WriteAsync(new ProfileWrite("region", ""));
        Assert.Equal(["|深圳|南山区"], await PlacesAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task A_district_goes_with_the_city_that_it_was_told_with(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(kind);
        await bench.TakeWholeAsync("a.csv", Orders, "1,2025-01-01,b1,5,1,p1,浙江,杭州,西湖区", "2,2025-01-01,b2,5,1,p1,浙江,杭州,西湖区", "3,2025-01-01,b3,5,1,p1,浙江,杭州,某区");
        await bench.TakeWholeAsync("b.csv", Orders, "4,2025-02-01,b1,5,1,p1,江苏省,南京市,", "5,2025-02-01,b2,5,1,p1,浙江省,杭州市,", "6,2025-02-01,b3,5,1,p1,浙江省,宁波,");
        Assert.Equal(["江苏|南京|", "浙江|杭州|西湖区", "浙江|宁波|"], await PlacesAsync(bench, 3));
    }
}
