using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>
/// The drill, on both databases: a shop lives, is backed up, erases somebody, is backed up again; each backup is restored where nothing is, and the
/// host started. What comes back is the shop as it is today but for what came in since; nobody who was erased is back, no refusal is lost, and
/// nothing is done by itself.
/// </summary>
public sealed class RestoreDrillSpecification
{
    private const string Orders = "订单编号,付款时间,买家ID,手机号,收货人,商品名称,数量,单价,省份,城市";
    private const string Customers = "买家ID,姓名,手机号,地址,短信同意,同意时间,同意凭证";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_was_backed_up_comes_back_without_whom_was_erased_since_and_does_nothing_by_itself(DatabaseKind kind)
    {
        await using var live = await DrillShop.OpenAsync(kind);
        await LiveAsync(live);
        var (running, waiting) = (await live.BeginAsync(), await live.BeginAsync());
        await live.UntilAsync(running.JobId, job => job.State == JobState.Running);
        var before = await live.BackUpAsync();
        foreach (var job in new[] { waiting.JobId, running.JobId }) Assert.Null((await live.Get<Jobs>().CancelAsync(job, Cancel)).Refusal);
        foreach (var job in new[] { running.JobId, waiting.JobId }) Assert.Equal(JobState.Cancelled, await live.UntilAsync(job, item => item.IsOver));

        var whole = await live.StateAsync();
        var erased = await live.CustomerOfAsync("b3");
        Assert.Contains(whole, line => line.Contains("孙小红", StringComparison.Ordinal));
        Assert.Equal(1, (await live.Get<EraseCustomers>().RunAsync([erased], EraseCustomers.Confirmation, Actor.Console, Cancel)).Value!.Customers);
        var today = await live.StateAsync();
        Assert.DoesNotContain(today, line => line.Contains("孙小红", StringComparison.Ordinal) || line.Contains("13800000003", StringComparison.Ordinal));
        var after = await live.BackUpAsync();

        await using (var restored = await live.RestoreAsync(after, takesErasuresAlong: false))
        {
            Assert.Equal(today, await restored.StateAsync());
            await GoesOnAsync(restored);
        }
        await using (var restored = await live.RestoreAsync(before, takesErasuresAlong: true))
        {
            await AssertNothingRunsAsync(restored, running, waiting);
            Assert.Equal(today, await restored.StateAsync());
            await GoesOnAsync(restored);
        }
        // The log alone knows of the erasure: this is what taking it along is for.
        await using (var restored = await live.RestoreAsync(before, takesErasuresAlong: false)) Assert.Equal(whole, await restored.StateAsync());
        foreach (var dump in new[] { before.Dump, after.Dump }.OfType<string>()) File.Delete(dump);
    }

    /// <summary>Files, and what people do with them: edits, a refusal, the bin, a decision.</summary>
    private static async Task LiveAsync(DrillShop shop)
    {
        Assert.Empty(await shop.TakeAsync(
            "orders.csv", Orders, "1,2025-02-01 10:00,b1,13800000001,王芳芳,丝巾,1,99.00,浙江省,杭州市", "2,2025-03-01 10:00,b1,,王芳芳,手套,2,39.00,浙江,杭州",
            "3,2025-02-03 10:00,b2,,李雷,丝巾,1,99.00,广东,深圳", "4,2025-02-04 10:00,b3,13800000003,孙小红,丝巾,3,99.00,江苏,南京", "5,2025-02-05 10:00,b4,,赵六,手套,1,39.00,,",
            "6,2025-02-06 10:00,b5,,周七,手套,1,39.00,,", "7,2025-02-07 10:00,b6,,周七,手套,4,39.00,,", "8,2025-02-08 10:00,,,,手套,1,39.00,,"));
        Assert.Empty(await shop.TakeAsync(
            "customers.csv", Customers, "b1,王芳芳,13800000001,杭州市文三路1号,是,2025-01-01,门店登记", "b2,李雷,,,是,2025-01-02,门店登记", "b3,孙小红,13800000003,南京市中山路1号,是,2025-01-03,门店登记"));
        Assert.Empty(await shop.TakeAsync("touches.csv", "接触类型,接触时间,买家ID,订单编号,内容", "评价,2025-03-05 10:00,b3,4,孙小红说很好", "评价,2025-03-06 10:00,b1,1,很好"));

        var one = await shop.CustomerOfAsync("b1");
        Assert.Null((await shop.Get<EditProfile>().WriteAsync([one], [new("name", "王芳"), new("note", "喜欢红色"), new("own:hobby", "茶"), new("tag:vip", "on")], ImportBench.Somebody, Cancel)).Refusal);
        Assert.Null(await shop.Get<CustomerConsents>().WithdrawAsync(await shop.CustomerOfAsync("b2"), new(null, null, "来电"), ImportBench.Somebody, Cancel));
        Assert.Null((await shop.Get<CustomerBin>().MoveAsync([await shop.CustomerOfAsync("b4")], ImportBench.Somebody, Cancel)).Refusal);
        Assert.Null((await shop.Get<CustomerIdentity>().MergeAsync(await shop.CustomerOfAsync("b5"), await shop.CustomerOfAsync("b6"), ImportBench.Somebody, Cancel)).Refusal);
    }

    /// <summary>What ran when the backup was taken has ended without a trace, what waited never begins, and nothing new is there.</summary>
    private static async Task AssertNothingRunsAsync(DrillShop shop, ImportStarted running, ImportStarted waiting)
    {
        await using var db = shop.Open();
        var jobs = await db.Jobs.AsNoTracking().OrderBy(job => job.Id).ToListAsync(Cancel);
        Assert.Equal([running.JobId, waiting.JobId], jobs.Where(job => job.State != JobState.Done).Select(job => job.Id));
        Assert.All(jobs.Where(job => job.State != JobState.Done), job => Assert.Equal((JobState.Failed, "interrupted"), (job.State, job.Error)));
        Assert.Equal(jobs.Count, await db.Jobs.CountAsync(job => job.Id <= waiting.JobId, Cancel));
        Assert.Equal([running.ImportId, waiting.ImportId], await db.Imports.Where(import => import.State == ImportState.Failed).OrderBy(import => import.Id).Select(import => import.Id).ToListAsync(Cancel));
        Assert.False(await db.Imports.AnyAsync(import => import.State == ImportState.Running, Cancel));
    }

    /// <summary>The shop works on: the erased person is refused, the refusal stands against a newer file, and the figures follow what comes in.</summary>
    private static async Task GoesOnAsync(DrillShop shop)
    {
        Assert.Equal([new("erasedPerson", 1)], await shop.TakeAsync("customers.csv", Customers, "b3,孙小红,,,,,", "b2,李雷,,,是,2026-01-01,网页"));
        Assert.Empty(await shop.TakeAsync("orders.csv", Orders, "9,2025-06-01 10:00,b1,,王芳芳,丝巾,1,1000.00,浙江,杭州"));
        Assert.Contains(await shop.StateAsync(), line => line.Contains("\"GrossSales\":184600", StringComparison.Ordinal));
        var page = (await shop.Get<Customer360>().AskAsync(await shop.CustomerOfAsync("b2"), new(), Cancel)).Value!;
        Assert.All(page.Customer.Known.Consents.Where(consent => consent.Channel == ConsentChannel.Sms), consent => Assert.Equal(ConsentStanding.Refused, consent.Standing));
        Assert.All((await shop.Get<Jobs>().ListAsync(100, Cancel)).Take(2), job => Assert.Equal(JobState.Done, job.State));
    }
}
