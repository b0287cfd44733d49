using System.Text;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>A nickname in a file that names no platform is of the platform that its shop is on, from the import on.</summary>
public sealed class ShopPlatformSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_same_nickname_in_two_shops_of_a_platform_is_one_person(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var (second, third, fourth) = (2, 3, 4);
        await using (var db = bench.Installation.Open())
        {
            foreach (var (id, platform) in new[] { (second, "taobao"), (third, "jd"), (fourth, ShopPlatform.None) })
                db.Shops.Add(new Shop { Id = id, Name = $"shop {id}", TimeZone = "Europe/London", Platform = platform });
            await db.SaveChangesAsync(Cancel);
        }

        await TellAsync(bench, 1, "a1");
        Assert.Null((await bench.Installation.Get<ShopChange>().RunAsync(1, new("shop", "Europe/London", "taobao"), ImportBench.Somebody, Cancel)).Refusal);
        await TellAsync(bench, 1, "a2");
        await TellAsync(bench, second, "b1");
        await TellAsync(bench, third, "c1");
        await TellAsync(bench, fourth, "d1");
        await TellAsync(bench, fourth, "d2", "京东");

        // What was imported before the shop was on the platform keeps its scope; of a column that names a platform the shop's is not asked.
        Assert.Equal(await bench.CustomerOfAsync("b1"), await bench.CustomerOfAsync("a2"));
        Assert.Equal(await bench.CustomerOfAsync("c1"), await bench.CustomerOfAsync("d2"));
        Assert.Equal(4, new[] { await bench.CustomerOfAsync("a1"), await bench.CustomerOfAsync("b1"), await bench.CustomerOfAsync("c1"), await bench.CustomerOfAsync("d1") }.Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task A_platform_that_is_none_is_refused_and_what_is_left_out_stays(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var shops = installation.Get<Shops>();
        var shop = (await shops.AddAsync(new("first", "Asia/Shanghai", "jd"), Actor.Console, Cancel)).Value!;

        Assert.Equal("platform", (await shops.AddAsync(new("second", "Asia/Shanghai", "market"), Actor.Console, Cancel)).Refusal!.Path);
        Assert.Equal("jd", (await shops.ChangeAsync(shop.Id, new("other", "Asia/Shanghai"), Actor.Console, Cancel)).Value!.Platform);
        Assert.Equal("", (await shops.ChangeAsync(shop.Id, new("other", "Asia/Shanghai", ""), Actor.Console, Cancel)).Value!.Platform);
        await using var db = installation.Open();
        var told = await db.Audit.Where(entry => entry.Subject == $"shop:{shop.Id}").OrderBy(entry => entry.Id).ToListAsync(Cancel);
        Assert.Equal(
            ["Added: zone Asia/Shanghai, platform JD", "Renamed from “first” to “other”", "Platform changed from JD to none, for imports from then on"],
            told.Select(entry => AuditWords.Sentence(entry.Fact, "en")));
    }

    [Fact]
    public void Every_platform_that_files_are_read_for_can_be_a_shops() => Assert.Equal(ShopPlatform.All.Order(), PlatformWords.Names.Order());

    private static async Task TellAsync(ImportBench bench, int shop, string buyer, string platform = "")
    {
        var preview = await bench.UploadAsync($"{buyer}.csv", new MemoryStream(Encoding.UTF8.GetBytes($"买家ID,平台昵称,平台,注册时间\n{buyer},小明,{platform},2025-01-01 10:00:00\n")));
        var reading = preview.Reading with
        {
            Kind = FileKind.Customers,
            Preset = "custom",
            Columns = new Dictionary<string, string> { ["buyer"] = "买家ID", ["platformNickname"] = "平台昵称", ["platform"] = "平台" },
        };
        var import = await bench.ImportAsync(new ImportRequest(preview.Upload.Id, shop, reading, null));
        Assert.Equal(ImportState.Committed, import.State);
    }
}
