using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Orders;

/// <summary>Where a customer's orders went, as their page tells it: masked until somebody looks, and theirs only once somebody takes it over.</summary>
public sealed class CustomerReceiversSpecification
{
    private static readonly SourceReceiver Home = new("王芳", "+8613800000001", "文三路1号", new("浙江", "杭州", "西湖区"));
    private static readonly SourceReceiver Office = new("李雷", "138****0002", "解放大道**号", new("湖北", "武汉"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SourceLine Order(string orderNo, int hours, SourceReceiver? receiver, string? buyer = "b1") =>
        ListSource.Line(2, orderNo, null, 100, hours) with { Buyer = new(buyer), Receiver = receiver };

    private static async Task<(ImportBench Bench, long Customer)> ShopAsync(DatabaseKind kind, params SourceRow[] more)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(
            [
                Order("1", 1, Home), Order("2", 2, Office), Order("3", 3, Home with { Name = "王小芳" }), Order("4", 4, null), Order("5", 5, new("", "", "", new("四川"))) with { PaidAt = null },
                Order("6", 6, Home, "b2"), .. more,
            ]));
        return (bench, await bench.CustomerOfAsync("b1"));
    }

    [Theory, EachDatabase]
    public async Task Each_address_is_told_once_the_last_used_first_and_masked(DatabaseKind kind)
    {
        var (bench, customer) = await ShopAsync(kind);
        await using var _ = bench;
        var told = (await bench.Installation.Get<CustomerReceivers>().AskAsync(customer, Cancel)).Value!;
        Assert.Equal(2, told.Total);
        Assert.Equal(
            [(new("王*", "+86138****0001", "浙江", "杭州", "西湖区", "***"), 2, true), (new ShownReceiver("李*", "138****0002", "湖北", "武汉", "", "***"), 1, false)],
            told.Items.Select(item => (item.Receiver, item.Orders, item.MayBeTaken)));
        Assert.Equal(ListSource.Line(2, "3", null, 1, 3).PaidAt, told.Items[0].LastAt);
        Assert.Equal(ProblemCode.NotFound, (await bench.Installation.Get<CustomerReceivers>().AskAsync(999, Cancel)).Refusal!.Code);
        var timeline = (await bench.Installation.Get<CustomerTimeline>().AskAsync(customer, [TimelineKind.Order], null, 10, Cancel)).Value!;
        Assert.Equal(["", "***", "***", "***"], timeline.Items.Where(item => item.Order!.Receiver is not null).Select(item => item.Order!.Receiver!.Address));
        Assert.Null(timeline.Items.Single(item => item.Order!.OrderNo == "4").Order!.Receiver);
    }

    [Theory, EachDatabase]
    public async Task They_are_told_in_full_to_who_looks_and_to_the_person(DatabaseKind kind)
    {
        var (bench, customer) = await ShopAsync(kind);
        await using var _ = bench;
        var revealed = (await bench.Installation.Get<CustomerReveal>().RevealAsync(customer, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal(["王小芳 +8613800000001 文三路1号", "李雷 138****0002 解放大道**号", "王芳 +8613800000001 文三路1号"], revealed.Receivers.Select(to => $"{to.Name} {to.Phone} {to.Address}"));
        await using var db = bench.Installation.Open();
        Assert.Equal(AuditKind.CustomerRevealed, (await db.Audit.SingleAsync(entry => entry.Action == AuditAction.Reveal, Cancel)).Kind);
        var file = (await bench.Installation.Get<SubjectExport>().RunAsync(customer, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal(["5", "3", "2", "1"], file.Receivers.Select(to => to.OrderNo));
        Assert.Equal("王芳 文三路1号 浙江 杭州 西湖区", file.Receivers.Select(to => $"{to.Name} {to.Address} {to.Region} {to.City} {to.District}").Last());
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_the_customers_own_until_somebody_takes_it_over(DatabaseKind kind)
    {
        var (bench, customer) = await ShopAsync(kind);
        await using var _ = bench;
        var receivers = bench.Installation.Get<CustomerReceivers>();
        var items = (await receivers.AskAsync(customer, Cancel)).Value!.Items;
        Assert.Equal("", await AddressAsync());
        Assert.Equal(("order", ProblemCode.InvalidField), Refused(await receivers.TakeAsync(customer, items[1].Order, ImportBench.Somebody, Cancel)));
        var others = (await receivers.AskAsync(await bench.CustomerOfAsync("b2"), Cancel)).Value!.Items[0].Order;
        Assert.Equal(("order", ProblemCode.NotFound), Refused(await receivers.TakeAsync(customer, others, ImportBench.Somebody, Cancel)));

        var written = (await receivers.TakeAsync(customer, items[0].Order, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal("文三路1号 浙江 杭州 西湖区", await AddressAsync());
        Assert.Null((await bench.Installation.Get<EditProfile>().TakeBackAsync(written.Act, ImportBench.Somebody, Cancel)).Refusal);
        Assert.Equal("", await AddressAsync());

        async Task<string> AddressAsync()
        {
            await using var db = bench.Installation.Open();
            var profile = await Profile.ReadAsync(db, bench.Installation.Get<Vault>(), customer, Cancel);
            return string.Join(' ', ((string[])[profile["address"], profile["region"], profile["city"], profile["district"]]).Where(text => text.Length > 0 && !text.StartsWith("region", StringComparison.Ordinal)));
        }
    }

    private static (string Path, string Code) Refused(Outcome<ProfileWritten> outcome) => (outcome.Refusal!.Path!, outcome.Refusal.Code);

    [Theory, EachDatabase]
    public async Task Orders_that_a_file_of_buyers_gives_to_the_customer_count_too(DatabaseKind kind)
    {
        var (bench, customer) = await ShopAsync(kind, Order("7", 7, Office with { Address = "珞喻路1号" }, null));
        await using var _ = bench;
        await bench.ImportAsync(new ListSource(new SourceOrderBuyer(2) { OrderNo = "7", Buyer = new("b1") }) { Kind = FileKind.Buyers });
        var told = (await bench.Installation.Get<CustomerReceivers>().AskAsync(customer, Cancel)).Value!;
        Assert.Equal((3, "湖北"), (told.Total, told.Items[0].Receiver.Region));
        Assert.Equal("7", (await bench.Installation.Get<SubjectExport>().RunAsync(customer, ImportBench.Somebody, Cancel)).Value!.Receivers[0].OrderNo);
    }
}
