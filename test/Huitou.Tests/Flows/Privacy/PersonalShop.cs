using System.Text;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Flows.Exports;
using Huitou.Tests.Flows.Treatments;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

/// <summary>A shop that took in files of all kinds with people in them, and did with them what shops do.</summary>
internal static class PersonalShop
{
    internal const string Phone = "13812349876";
    internal const string Email = "wang.fang@kunde.example";
    internal const string BuyerId = "wx_o6bmj1K9xyz";

    /// <summary>What may be readable nowhere but in memory.</summary>
    internal static readonly string[] Secrets =
    [
        Phone, "13698765432", "13712340000", "15987650001", "18611112222", "13900008888", "13344445555", "447700900123", "17788889999",
        Email, "Li.Lei@kunde.example", "li.lei@kunde.example", "zhao@kunde.example", "stray@kunde.example",
        "文三路478号", "解放大道88号", "北山街5号", "1999-09-19", "喜欢打15511112222", "wx_handwritten_9", "1987-03-14", "19870314", "1987/3/14", "1991-11-30", BuyerId, "taobao_nick_77", "66220077", "oUnion77xyz", "oOpen77xyz", "AAHomid77xyz",
        "14712345678", "by.hand@kunde.example", "BYHAND88", "155****9911",
    ];

    /// <summary>Names may be read: what looks for secrets and does not find this, does not look.</summary>
    internal const string Readable = "王芳芳";

    private static readonly (string Name, string[] Lines)[] Files =
    [
        ("customers.csv",
        [
            "买家ID,手机号,邮箱,姓名,生日,地址,短信同意,同意时间,同意凭证,会员卡号,unionid,openid,omid,旺旺名,平台",
            $"{BuyerId},{Phone},{Email},{Readable},1987-03-14,杭州市文三路478号,是,2025-01-01,门店登记 致电17788889999,6622 0077,oUnion77xyz,oOpen77xyz,AAHomid77xyz,小芳的店铺小号,淘宝",
            ",,Li.Lei@kunde.example,李雷,1991-11-30,解放大道88号,否,2025-01-03,,,,,,,",
            "b9,12,坏,坏人,不是日子,,是,2025-01-01,,,,,,,",
        ]),
        ("orders.csv",
        [
            "订单编号,付款时间,买家ID,手机号,邮箱,收货人,收货人手机,收货地址,商品名称,数量,单价",
            $"1001,2025-02-01 10:00,{BuyerId},{Phone},,王芳芳,13698765432,杭州市文三路478号,丝巾,1,99.00",
            "1002,2025-02-02 10:00,,13712340000,,赵,13698765432,解放大道88号,丝巾,2,99.00",
            "1003,2025-02-03 10:00,taobao_nick_77,155****9911,zhao@kunde.example,赵,,,手套,1,39.00",
            "1004,不是时间,,13344445555,stray@kunde.example,钱,13344445555,解放大道88号,手套,1,39.00",
        ]),
        ("list.csv", ["订单编号,付款时间,金额,手机号", "2001,2025-03-01 10:05,13.00,+44 7700 900123", "2002,2025-03-02 10:05,5.00,15987650001"]),
        ("details.csv", ["订单编号,商品编码,商品名称,数量,单价", "2001,p1,丝巾,2,5.00", "2001,p2,手套,1,3.00", "2002,p1,丝巾,1,5.00"]),
        ("buyers.csv", ["订单编号,手机号,买家姓名", "2001,18611112222,韩梅"]),
        ("costs.csv", ["订单编号,商品成本,运费", "2001,4.00,1.00"]),
        ("touches.csv",
        [
            "接触类型,接触时间,手机号,订单编号,商品编码,评分,内容", $"评价,2025-03-05 10:00,{Phone},1001,p1,5,很好 打我电话13900008888", "咨询,2025-03-04 10:00,18611112222,,p3,,发到stray@kunde.example",
        ]),
        ("products.csv", ["商品编码,商品名称,品牌,吊牌价", "p1,真丝丝巾,甲,9.00"]),
        ("visitors.csv", ["日期,访客数", "2025-01-01,120"]),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="kind">The database.</param>
    /// <param name="during">Called while an import is between its reading and its end, when what it staged lies on the disk.</param>
    internal static async Task<ImportBench> CreateAsync(DatabaseKind kind, Action<ImportBench>? during = null)
    {
        var bench = await Taking.ShopAsync(kind);
        await using (var db = bench.Installation.Open()) await BlindLinks.BeginAsync(db, bench.Installation.Get<Vault>(), Cancel);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        foreach (var (name, lines) in Files) Assert.Equal(ImportState.Committed, (await bench.TakeAsync(name, lines)).State);
        await WriteAsync(bench);
        await StopAsync(bench, during);
        return bench;
    }

    /// <summary>Tries one in advance, takes tables out, shows a name, finds somebody by the phone.</summary>
    internal static async Task UseAsync(ImportBench bench)
    {
        var shop = bench.Installation;
        Assert.Null((await shop.Get<InProcessLedgerHost>().LedgerAsync(Cancel)).Refusal);
        var preview = await bench.UploadAsync("again.csv", new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Files[0].Lines))));
        var dry = await shop.Get<DryRun>().RunAsync(new ImportRequest(preview.Upload.Id, 1, preview.Reading, null), ImportBench.Somebody, Cancel);
        await bench.Runner.RunAsync(await shop.Get<Jobs>().Queue.ReadAsync(Cancel), Cancel);
        Assert.Contains((await shop.Get<DryRun>().ReportAsync(dry.Value!.JobId, Cancel))!.RejectedRows, row => row.Value.Length > 0);
        foreach (var table in (string[])["customers", "profiles", "buyers", "touches", "orders", "orderLines"])
            foreach (var format in Enum.GetValues<ExportFormat>())
                await shop.FileAsync(new ExportRequest { Table = table, Unmasked = true, Format = format }, table == "customers" ? new() { Search = Phone } : null);
        Assert.Null((await shop.Get<CustomerReveal>().RevealAsync(await FindAsync(bench), ImportBench.Somebody, Cancel)).Refusal);
    }

    /// <summary>What people write of people is as personal as what files say.</summary>
    private static async Task WriteAsync(ImportBench bench)
    {
        var (shop, customer) = (bench.Installation, await FindAsync(bench));
        Assert.Null((await shop.Get<EditProfile>().WriteAsync([customer], [new("address", "北山街5号"), new("birthday", "1999-09-19"), new("note", "喜欢打15511112222"), new("own:微信", "wx_handwritten_9"), new("phone", "14712345678"), new("email", "by.hand@kunde.example"), new("card", "byhand 88")], ImportBench.Somebody, Cancel)).Refusal);
        Assert.Null(await shop.Get<CustomerConsents>().WithdrawAsync(customer, new(ConsentChannel.Email, null, "致电17788889999"), ImportBench.Somebody, Cancel));
        Assert.Null((await shop.Get<CustomerConsents>().DeclareAsync([customer], new(ConsentChannel.Sms, ConsentPurpose.Care, "致电17788889999", null), ImportBench.Somebody, Cancel)).Refusal);
    }

    /// <summary>The customer of the phone.</summary>
    internal static async Task<long> FindAsync(ImportBench bench)
    {
        var found = (await bench.Installation.Get<CustomerSearch>().FindAsync(new() { Search = Phone }, Cancel))!;
        await using var db = bench.Installation.Open();
        return Assert.Single(db.Customers.Select(customer => customer.Id).ToList(), found.Contains);
    }

    private static async Task StopAsync(ImportBench bench, Action<ImportBench>? during)
    {
        var preview = await bench.UploadAsync("stopped.csv", new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Files[1].Lines))));
        var started = await bench.Installation.Get<ImportStart>().RunAsync(new ImportRequest(preview.Upload.Id, 1, preview.Reading, null), ImportBench.Somebody, null, Cancel);
        var looked = false;
        var import = await bench.RunAsync(started.Value!, progress =>
        {
            if (looked || progress.Now() is not { Step: "merge", Done: > 0 }) return;
            looked = true;
            during?.Invoke(bench);
            bench.Installation.Get<Jobs>().CancelAsync(started.Value!.JobId, CancellationToken.None).GetAwaiter().GetResult();
        });
        Assert.Equal((true, ImportState.Cancelled, "cancelled"), (looked, import.State, import.Error));
    }
}
