using System.Text;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Flows.Exports;
using Huitou.Tests.Flows.Treatments;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>
/// A file of each platform through the whole product: exactly the orders that are in it, and out and in again exactly those. The specimens
/// are files with the real layout; where there is none, the file has the platform's own columns, blanks and all.
/// </summary>
public sealed class PlatformRoundTrip
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] TaobaoOrders =
    [
        "100000000000000001 paid 2017-07-08 00:42:39 tb_虚构甲/jia@example.com 201.12 via 手机订单 [POT-20 2 × 100.56 = 201.12]",
        "100000000000000002 closed 2017-07-07 20:42:50 tb_虚构乙/+8613800000002 341.55 [KNIFE-1 1 × 232.55 = 232.55; POT-20 1 × 99.00 = 99.00]",
        "100000000000000003 paid 2017-08-20 09:00:05 tb_虚构甲/jia@example.com 104.00 [KNIFE-1 1 × 99.00 = 99.00]",
    ];

    [Theory]
    [EachDatabase("List", "DetailList")]
    [EachDatabase("DetailList", "List")]
    public async Task Taobao(DatabaseKind kind, string first, string second)
    {
        await using var bench = await Taking.ShopAsync(kind);
        foreach (var file in (string[])[first, second]) await SpecimenAsync(bench, $"taobao_ExportOrder{file}_SPECIMEN_gbk.csv", $"ExportOrder{file}201708211200.csv");
        Assert.Equal(TaobaoOrders, await bench.OrdersAsync());
        await OutAndInAsync(bench, kind);
    }

    [Theory, EachDatabase]
    public async Task Shopify(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await bench.SetRateAsync("USD", new DateOnly(2024, 1, 1), 7.15m);
        await SpecimenAsync(bench, "shopify_orders_export_SPECIMEN.csv", "orders_export.csv");
        Assert.Equal(
            [
                "#1001 paid 2024-01-15 10:00:00 +31600000000/ann@example.com 721.44 (USD 10090 at 7.15) [TEA-100 1 × 450.0925 = 450.09; TEA-050 1 × 271.3425 = 271.34]",
                "#1002 paid 2024-02-01 08:00:00 bob@example.com 307.09 (USD 4295 at 7.15) [TEA-050 1 × 271.3425 = 271.34] back 307.09 on 2024-02-02",
            ],
            await bench.OrdersAsync());
        await OutAndInAsync(bench, kind);
    }

    [Theory, EachDatabase]
    public async Task WooCommerce(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await SpecimenAsync(bench, "woocommerce_analytics_orders_SPECIMEN.csv", "orders.csv");
        Assert.Equal(
            ["1001 paid 2024-01-15 09:59:00 nobody 100.90", "1002 paid 2024-02-01 07:59:00 nobody 37.95 back 37.95 on 2024-02-01"], await bench.OrdersAsync());
        await OutAndInAsync(bench, kind);
    }

    [Fact]
    public async Task Jd()
    {
        await using var bench = await Taking.ShopAsync();
        string[] first =
        [
            "订单号=20001", "下单时间=2016-05-01 10:00:00", "余额支付=5.00", "应付金额=36.00", "订单状态=完成", "下单帐号=jd_甲", "客户姓名=收货人", "联系电话=13800000009",
            "付款确认时间=2016-05-01 10:01:00", "订单渠道=手机",
        ];
        await LayoutAsync(
            bench, "jd_2016", "jd_orders",
            [.. first, "商品ID=701", "商品名称=茶壶", "订购数量=1", "京东价=30.00"], [.. first, "商品ID=702", "商品名称=茶杯", "订购数量=2", "京东价=3.00"],
            ["订单号=20002", "下单时间=2016-05-02 10:00:00", "应付金额=30.00", "订单状态=(删除)等待出库", "下单帐号=jd_乙", "付款确认时间=2016-05-02 10:01:00", "商品ID=701", "订购数量=1", "京东价=30.00"],
            ["订单号=20003", "下单时间=2016-05-03 10:00:00", "应付金额=30.00", "订单状态=等待付款", "下单帐号=jd_乙", "商品ID=701", "订购数量=1", "京东价=30.00"]);
        Assert.Equal(
            [
                "20001 paid 2016-05-01 10:01:00 jd_甲 41.00 via 手机 [701 1 × 30.00 = 30.00; 702 2 × 3.00 = 6.00]",
                "20002 paid 2016-05-02 10:01:00 jd_乙 30.00 [701 1 × 30.00 = 30.00] back 30.00 on 2016-05-02",
                "20003 unpaid 2016-05-03 10:00:00 jd_乙 30.00 [701 1 × 30.00 = 30.00]",
            ],
            await bench.OrdersAsync());
        await OutAndInAsync(bench, DatabaseKind.Sqlite);
    }

    [Fact]
    public async Task Pinduoduo()
    {
        await using var bench = await Taking.ShopAsync();
        await LayoutAsync(
            bench, "pinduoduo_subset", "pinduoduo_orders",
            [
                "商品=茶", "订单号=240115-100000001", "订单状态=已签收", "商品总价(元)=30.00", "邮费(元)=1.00", "店铺优惠折扣(元)=5.00", "平台优惠折扣(元)=2.50", "用户实付金额(元)=23.50", "商品数量(件)=3",
                "省=浙江省", "市=杭州市", "支付时间=2024-01-15 10:00:00", "商家编码-规格维度=T-1", "售后状态=无售后或售后取消", "订单成交时间=2024-01-15 09:59:00",
            ],
            ["商品=茶", "订单号=240116-100000002", "订单状态=已签收", "商品总价(元)=10.00", "用户实付金额(元)=10.00", "商品数量(件)=1", "支付时间=2024-01-16 10:00:00", "商品id=77", "售后状态=退款成功", "订单成交时间=2024-01-16 09:59:00"],
            ["商品=茶", "订单号=240117-100000003", "订单状态=已取消", "商品总价(元)=10.00", "用户实付金额(元)=10.00", "商品数量(件)=1", "订单成交时间=2024-01-17 09:59:00"]);
        Assert.Equal(
            [
                "240115-100000001 paid 2024-01-15 10:00:00 nobody 23.50 off 5.00 [T-1 3 × 8.3333 = 25.00]",
                "240116-100000002 paid 2024-01-16 10:00:00 nobody 10.00 [茶 1 × 10.00 = 10.00] back 10.00 on 2024-01-16",
                "240117-100000003 closed 2024-01-17 09:59:00 nobody 10.00 [茶 1 × 10.00 = 10.00]",
            ],
            await bench.OrdersAsync());
        await OutAndInAsync(bench, DatabaseKind.Sqlite);
    }

    [Fact]
    public async Task Douyin()
    {
        await using var bench = await Taking.ShopAsync();
        string[] Row(string order, string sub, string product, string quantity, string amount, string status, string afterSales) =>
        [
            $"主订单编号=\t{order}", $"子订单编号=\t{sub}", $"选购商品={product}", $"商品数量={quantity}", "商家编码=-", $"订单应付金额={amount}", "收件人=##密文", "收件人手机号=$$密文", "详细地址=##密文",
            "订单提交时间=2024-01-15 10:00:00", $"订单状态={status}", $"售后状态={afterSales}",
        ];
        await LayoutAsync(
            bench, "douyin_subset", "douyin_orders",
            Row("6917000000000000001", "6917000000000000001", "茶", "2", "20.00", "已完成", "-"), Row("6917000000000000001", "6917000000000000002", "杯", "1", "5.00", "已完成", "退款成功"),
            Row("6917000000000000003", "6917000000000000003", "茶", "1", "10.00", "已关闭", "-"), Row("6917000000000000005", "6917000000000000005;6917000000000000006", "茶;杯", "1;1", "15.00", "已完成", "-"));
        Assert.Equal(
            [
                "6917000000000000001 paid 2024-01-15 10:00:00 nobody 25.00 [茶 2 × 10.00 = 20.00; 杯 1 × 5.00 = 5.00] back 5.00 on 2024-01-15",
                "6917000000000000003 closed 2024-01-15 10:00:00 nobody 10.00 [茶 1 × 10.00 = 10.00]",
                "6917000000000000005 paid 2024-01-15 10:00:00 nobody 15.00",
            ],
            await bench.OrdersAsync());
        await OutAndInAsync(bench, DatabaseKind.Sqlite);
    }

    [Fact]
    public async Task Qianniu_in_workbooks()
    {
        await using var bench = await Taking.ShopAsync();
        await LayoutAsync(
            bench, "taobao_qianniu_xlsx_2026_suborder", "qianniu_details",
            ["子订单编号=3000000000000000001", "主订单编号=3000000000000000001", "商品标题=锅", "商品价格=100.00", "购买数量=1", "买家实付金额=90.00", "退款状态=没有申请退款", "退款金额=无退款申请", "商品ID=811"],
            ["子订单编号=3000000000000000002", "主订单编号=3000000000000000001", "商品标题=刀", "商品价格=30.00", "购买数量=2", "买家实付金额=55.00", "退款状态=退款成功", "退款金额=27.50", "商品ID=812"],
            ["子订单编号=3000000000000000009", "主订单编号=3000000000000000009", "商品标题=刀", "商品价格=30.00", "购买数量=1", "买家实付金额=30.00", "退款状态=退款成功", "退款金额=无退款申请", "商品ID=812"]);
        await LayoutAsync(
            bench, "taobao_qianniu_xlsx_2026_order", "qianniu_orders",
            ["订单编号=3000000000000000001", "买家应付货款=145.00", "买家应付邮费=8.00", "总金额=160.00", "买家实付金额=153.00", "订单状态=交易成功", "收货地址=浙江省 杭州市 西湖区 ****", "订单创建时间=2026-03-01 12:00:00"],
            ["订单编号=3000000000000000009", "买家应付货款=30.00", "买家实付金额=30.00", "订单状态=交易成功", "收货地址=****", "订单创建时间=2026-03-02 12:00:00"]);
        Assert.Equal(
            [
                "3000000000000000001 paid 2026-03-01 12:00:00 nobody 153.00 [811 1 × 100.00 = 90.00; 812 2 × 30.00 = 55.00] back 27.50 on 2026-03-01",
                "3000000000000000009 paid 2026-03-02 12:00:00 nobody 30.00 [812 1 × 30.00 = 30.00] back 30.00 on 2026-03-02",
            ],
            await bench.OrdersAsync());
        await OutAndInAsync(bench, DatabaseKind.Sqlite);
    }

    [Fact]
    public async Task Customers_of_Shopify_and_WooCommerce()
    {
        await using var bench = await Taking.ShopAsync();
        await LayoutAsync(
            bench, "shopify_customers", "shopify_customers",
            ["First Name=Ann", "Last Name=Example", "Email=Ann@example.com", "Accepts Email Marketing=yes", "Address1=1 Road", "City=Ghent", "Province=Flanders", "Phone='+31600000000", "Accepts SMS Marketing=no", "Tags=vip, new"],
            ["First Name=Bob", "Email=", "Phone='+31600000001", "Accepts Email Marketing=no", "Accepts SMS Marketing=no"]);
        await LayoutAsync(
            bench, "woocommerce_analytics_customers", "woocommerce_customers",
            ["Name=Cleo Example", "Username=cleo", "Sign Up=2024-01-15 09:59:00", "Email=cleo@example.com", "Country / Region=BE", "City=Ghent", "Region=VOV"]);
        var profiles = ExportBench.Rows(await bench.Installation.FileAsync(new ExportRequest
        {
            Table = "profiles", Language = "en", Unmasked = true,
            Columns = ["buyer", "phone", "email", "buyerName", "region", "city", "address", "tags", "joinedAt", "smsConsent", "emailConsent"],
        }));
        Assert.Equal(
            [
                ["", "+31600000000", "ann@example.com", "Ann Example", "Flanders", "Ghent", "1 Road", "\"new", "vip\"", "", "no", ""],
                ["", "+31600000001", "", "Bob", "", "", "", "", "", "no", "no"],
                ["cleo", "", "cleo@example.com", "Cleo Example", "VOV", "Ghent", "", "", "2024-01-15 09:59:00+08:00", "", ""],
            ],
            profiles.Skip(1).OrderBy(row => row[3], StringComparer.Ordinal));
    }

    private static async Task SpecimenAsync(ImportBench bench, string file, string name)
    {
        await using var body = File.OpenRead(OracleData.File($"formats/{file}"));
        var import = await bench.ImportAsync(name, body);
        Assert.Equal((ImportState.Committed, 0), (import.State, import.Counts.RowsRejected));
    }

    /// <summary>A file under the columns of a known layout, exactly as they are named; of the rows only some cells hold something.</summary>
    private static async Task LayoutAsync(ImportBench bench, string variant, string preset, params string[][] rows)
    {
        string[] headers =
        [
            .. File.ReadLines(OracleData.File("formats/columns.csv")).Select(line => line.Split(',', 3)).Where(cells => cells[0] == variant).Select(cells => cells[2]),
        ];
        var table = rows.Select(row => row.Select(cell => cell.Split('=', 2)).ToDictionary(cell => cell[0], cell => cell[1]))
            .Select(row => headers.Select(header => row.GetValueOrDefault(header.Trim(), ""))).Prepend(headers);
        var isBook = variant.Contains("xlsx", StringComparison.Ordinal);
        var import = await bench.ImportAsync($"{variant}.{(isBook ? "xlsx" : "csv")}", isBook ? Book([.. table]) : Text(table));
        Assert.Equal((ImportState.Committed, preset, 0), (import.State, import.Preset, import.Counts.RowsRejected));
    }

    private static MemoryStream Text(IEnumerable<IEnumerable<string>> table) => new(Encoding.UTF8.GetBytes(string.Concat(table.Select(CsvText.Row))));

    private static MemoryStream Book(IEnumerable<string>[] table)
    {
        var path = Path.GetTempFileName();
        using (var book = new XlsxTableFile(File.Create(path), [.. table[0].Select(Cell.Of)]))
        {
            foreach (var row in table[1..]) book.Write([.. row.Select(Cell.Of)]);
            book.Finish();
        }
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return new MemoryStream(bytes);
    }

    /// <summary>Out in both formats and in again in a fresh shop and at home: the same orders and customers, and the same file out again.</summary>
    private static async Task OutAndInAsync(ImportBench here, DatabaseKind kind)
    {
        var (orders, people) = (await here.OrdersAsync(), await PeopleAsync(here));
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var request = new ExportRequest { Table = "orderLines", Unmasked = true, Format = format, Language = format == ExportFormat.Csv ? "zh" : "en" };
            var file = await here.Installation.FileAsync(request);
            await using var there = await Taking.ShopAsync(kind);
            var import = await there.ImportAsync($"orders.{format}", new MemoryStream(file));
            Assert.Equal((ImportState.Committed, "generic", 0), (import.State, import.Preset, import.Counts.RowsRejected));
            Assert.Equal(orders, await there.OrdersAsync());
            Assert.Equal(people, await PeopleAsync(there));
            Assert.Equal(file, await there.Installation.FileAsync(request));

            await here.ImportAsync($"orders.{format}", new MemoryStream(file));
            Assert.Equal(orders, await here.OrdersAsync());
        }
    }

    private static async Task<string[]> PeopleAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        var rows = await (
            from node in db.EvidenceNodes
            join customer in db.Customers on node.CustomerId equals customer.Id
            select new { node.Id, node.Kind, customer.Name, customer.Region, customer.City, customer.StableSeed }).ToListAsync(Cancel);
        var contacts = await BuyerContacts.ReadAsync(db, bench.Installation.Get<Huitou.Data.Vault>(), [.. rows.Select(row => row.Id)], Cancel);
        return [.. rows.Select(row => $"{row.Kind} {contacts[row.Id]}: {row.Name}, {row.Region}, {row.City}, {row.StableSeed}").Order(StringComparer.Ordinal)];
    }
}
