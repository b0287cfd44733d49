using System.Text;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Data;
using Huitou.Flows.Exports;
using Huitou.Tests.Flows.Treatments;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

/// <summary>What a shop knows besides its orders goes out table by table, and comes in again as it was.</summary>
public sealed class PartsRoundTrip
{
    private static readonly string[] Tables = ["products", "profiles", "costs", "buyers", "touches", "visitors"];

    public static TheoryData<DatabaseKind, ExportFormat, string> Cases => new()
    {
        { DatabaseKind.Sqlite, ExportFormat.Csv, "zh" }, { DatabaseKind.Sqlite, ExportFormat.Xlsx, "key" }, { DatabaseKind.Postgres, ExportFormat.Csv, "en" },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task Every_table_comes_in_again_as_it_was(DatabaseKind kind, ExportFormat format, string language)
    {
        await using var here = await ShopAsync(kind);
        await using var there = await Taking.ShopAsync(kind);
        foreach (var table in Tables)
        {
            var file = await here.Installation.FileAsync(Request(table));
            var import = await there.ImportAsync($"{table}.{format}", new MemoryStream(file));
            Assert.Equal((table, ImportState.Committed, 0), (table, import.State, import.Counts.RowsRejected));
            var again = await here.ImportAsync($"{table}.{format}", new MemoryStream(file));
            Assert.Equal((table, 0, 0), (table, again.Counts.ItemsNew, again.Counts.ItemsChanged));
        }
        foreach (var table in Tables) Assert.Equal(Sorted(await here.Installation.FileAsync(Request(table))), Sorted(await there.Installation.FileAsync(Request(table))));
        Assert.Equal(await StateAsync(here), await StateAsync(there));

        ExportRequest Request(string table) => new() { Table = table, Unmasked = true, Format = format, Language = language };
        string[] Sorted(byte[] file) => format == ExportFormat.Xlsx ? [] : [.. Encoding.UTF8.GetString(file).Split("\r\n").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task People_are_masked_unless_somebody_asks_and_masked_files_name_nobody()
    {
        await using var bench = await ShopAsync(DatabaseKind.Sqlite);
        foreach (var table in (string[])["profiles", "buyers", "touches", "orders", "orderLines"])
        {
            var text = Encoding.UTF8.GetString(await bench.Installation.FileAsync(new ExportRequest { Table = table }));
            foreach (var secret in (string[])["13800000001", "ann@example.com", "王芳", "1990-05-17", "西湖路"]) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
        var profiles = await bench.Installation.FileAsync(new ExportRequest { Table = "profiles" });
        Assert.Contains("+86138****0001", Encoding.UTF8.GetString(profiles), StringComparison.Ordinal);
        await using var there = await Taking.ShopAsync();
        var import = await there.ImportAsync("profiles.csv", new MemoryStream(profiles));
        Assert.Equal((1, "maskedValue 4"), (import.Counts.Items, import.Rejects.Told()));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("key")]
    public async Task The_generic_layouts_know_every_header_of_their_table(string language)
    {
        await using var shop = await TestInstallation.CreateAsync(DatabaseKind.Sqlite);
        var look = new ExportLook(language, 2, false, new ShopClock("UTC"));
        foreach (var table in shop.Get<ExportTables>().For(Role.Owner).Where(info => Tables.Contains(info.Key)))
        {
            string[] headers = [.. table.Columns.Select(column => look.Header(column.Key, column.Name))];
            var expected = table.Key == "profiles" ? "generic_customers" : $"generic_{table.Key}";
            var preset = PresetList.Recognise(headers);
            Assert.Equal((table.Key, expected), (table.Key, preset?.Key));
            var known = preset!.Map(headers);
            foreach (var (column, header) in table.Columns.Zip(headers))
                if (column.Key != "shop") Assert.Equal(header, known.GetValueOrDefault(column.Key));
        }
    }

    private static async Task<string[]> StateAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        // Of a product's attributes the file tells one time, the newest.
        return [.. (await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>())).Select(line => line.StartsWith("product", StringComparison.Ordinal) ? line.Split('{')[0] : line)];
    }

    private static async Task<ImportBench> ShopAsync(DatabaseKind kind)
    {
        var bench = await Taking.ShopAsync(kind);
        await bench.TakeWholeAsync(
            "products.csv", "商品编码,商品名称,类目,品牌,季节,风格,吊牌价,成本价,上市日期,修改时间", "p1,丝巾 🧣,女装/配饰,甲,2026 春,通勤,129.9950,0,2024-12-01,2025-01-02 03:04:05", "=p2,,,,,,,,,", "p3,'帽,,,,,19,7.5,,");
        await bench.TakeWholeAsync(
            "customers_2025-01-10.csv", "买家ID,手机号,邮箱,姓名,性别,生日,省份,城市,地址,标签,入会时间,短信同意,邮件同意,同意时间,同意凭证",
            "b1,13800000001,ann@example.com,王芳,女,1990-05-17,浙江,杭州,西湖路1号,\"vip,老客\",2024-06-01 10:00:07,是,是,2024-06-01 10:01,收银台，2024版", ",13800000002,,李雷,男,--02-29,,,,,,否,,2025-01-03,",
            ",,cleo@example.com,,,,,,,,,,是,2025-01-04,网页");
        await bench.TakeWholeAsync("customers_2025-02-10.csv", "买家ID,短信同意,邮件同意,同意时间,同意凭证", "b1,否,,2025-02-01,短信回复 TD");
        await bench.TakeWholeAsync("costs.csv", "订单编号,商品成本,运费,佣金,服务费,修改时间", "=\"1\",4.00,1.00,,,2025-01-02 03:04:05", "2,,,0,2.5,");
        await bench.TakeWholeAsync("buyers.csv", "订单编号,买家ID,手机号,邮箱,姓名,修改时间", "1,b1,,,王芳,", "2,,13800000002,,,2025-01-02", "3,,,cleo@example.com,Cleo,");
        await bench.TakeWholeAsync(
            "touches.csv", "接触编号,接触类型,接触时间,买家ID,手机号,邮箱,订单编号,商品编码,渠道,员工,评分,内容", "t1,评价,2025-01-05 10:00:01,b1,,,1,p1,直播,小李,5,\"好，\"\"很好\"\"\n再来\"",
            ",浏览,2025-01-04 10:00,,13800000003,,,p9,,,,", ",投诉解决,2025-01-06 10:00,,,dora@example.com,,,,,,=ok", ",咨询,2025-01-06 11:00,,,,2,,,,,");
        await bench.TakeWholeAsync("visitors.csv", "日期,访客数,渠道", "2025-01-01,120,", "2025-01-01,30,直播", "2025-01-02,0,");
        return bench;
    }
}
