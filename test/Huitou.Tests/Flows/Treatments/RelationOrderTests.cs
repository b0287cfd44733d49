using Huitou.Connect;
using Huitou.Data;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>Files that speak of the same things may arrive in any order: details before their list, buyers and costs before orders, touches before customers.</summary>
public sealed class RelationOrderTests
{
    private static readonly (string Name, string[] Lines)[] Files =
    [
        ("list_2025-02-01.csv", ["订单编号,下单时间,付款时间,订单金额,订单状态", "1,2025-01-01 10:00,2025-01-01 10:05,13.00,交易成功", "2,2025-01-02 10:00,2025-01-02 10:05,5.00,交易成功"]),
        ("details_2025-02-01.csv", ["订单编号,商品编码,商品名称,数量,单价,退款金额", "1,p1,丝巾,2,5.00,5.00", "1,p2,手套,1,3.00,", "2,p1,丝巾,1,5.00,"]),
        ("buyers_2025-02-01.csv", ["订单编号,手机号,买家姓名", "1,13800000001,王芳", "2,13800000002,李雷"]),
        ("costs_2025-02-01.csv", ["订单编号,商品成本,运费", "1,4.00,1.00", "2,2.00,1.00"]),
        ("touches_2025-02-01.csv", ["接触类型,接触时间,手机号,订单编号,商品编码,评分", "评价,2025-01-05 10:00,13800000001,1,p1,5", "浏览,2025-01-04 10:00,13800000003,,p3,"]),
        ("customers_2025-02-01.csv", ["手机号,姓名,生日,短信同意,同意时间,同意凭证", "13800000001,王芳芳,1990-05-17,是,2025-01-01,收银台", "13800000003,韩梅,,否,2025-01-03,"]),
        ("products_2025-02-01.csv", ["商品编码,商品名称,品牌,吊牌价,上市日期", "p1,真丝丝巾,甲,9.00,2024-12-01", "p3,帽子,乙,19.00,2025-01-01"]),
        ("visitors_2025-02-01.csv", ["日期,访客数", "2025-01-01,120"]),
    ];

    [Theory]
    [EachDatabase(1)]
    [EachDatabase(2)]
    [EachDatabase(3)]
    public async Task Any_order_of_files_gives_the_same_shop(DatabaseKind kind, int seed)
    {
        await using var usual = await ShopAsync(kind, Files);
        var shuffled = Files.ToArray();
        new Random(seed).Shuffle(shuffled);
        await using var other = await ShopAsync(kind, seed == 1 ? [.. Files.Reverse()] : shuffled);
        Assert.Equal(
            [
                "1 paid 2025-01-01 10:05:00 +8613800000001 13.00 [p1 2 × 5.00 = 10.00; p2 1 × 3.00 = 3.00] back 5.00 on 2025-01-01",
                "2 paid 2025-01-02 10:05:00 +8613800000002 5.00 [p1 1 × 5.00 = 5.00]",
            ],
            await usual.OrdersAsync());
        Assert.Equal(await usual.OrdersAsync(), await other.OrdersAsync());
        await using var one = usual.Installation.Open();
        await using var two = other.Installation.Open();
        Assert.Equal(await ShopState.VisibleAsync(one, usual.Installation.Get<Vault>()), await ShopState.VisibleAsync(two, other.Installation.Get<Vault>()));
    }

    private static async Task<ImportBench> ShopAsync(DatabaseKind kind, (string Name, string[] Lines)[] files)
    {
        var bench = await Taking.ShopAsync(kind);
        foreach (var (name, lines) in files)
        {
            var import = await bench.TakeWholeAsync(name, lines);
            Assert.Equal(name.StartsWith("list", StringComparison.Ordinal), import.Kind == FileKind.Orders);
        }
        return bench;
    }
}
