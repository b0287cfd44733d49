using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Access;

/// <summary>
/// An installation with two shops, told by every kind of file. Whatever the second one says bears its mark, and a customer of both has one phone:
/// the second shop named them last.
/// </summary>
internal sealed class TwoShops : IAsyncDisposable
{
    internal const string Mark = "secondmark";
    internal const string Shared = "+8613800000009";

    internal static readonly DataScope First = DataScope.Of([1]);
    internal static readonly Actor Clerk = new("clerk", Role.Operator) { Scope = First };

    private TwoShops(ImportBench bench) => Bench = bench;

    internal ImportBench Bench { get; }

    internal static async Task<TwoShops> CreateAsync(DatabaseKind kind)
    {
        var shops = new TwoShops(await ImportBench.CreateAsync(kind));
        await using (var db = shops.Bench.Installation.Open())
        {
            db.Shops.Add(new Shop { Id = 2, Name = Mark, TimeZone = "Asia/Tokyo" });
            await db.SaveChangesAsync();
        }
        await shops.TellAsync(1, "firstmark", 0);
        await shops.TellAsync(2, Mark, 100);
        return shops;
    }

    internal T Get<T>() where T : notnull => Bench.Installation.Get<T>();

    /// <summary>As an operation of the first shop's clerk sees the database.</summary>
    internal HuitouDb OpenFirst()
    {
        using var within = DataScope.Enter(First);
        return Bench.Installation.Open();
    }

    internal static async Task<T> AsClerkAsync<T>(Func<Task<T>> work)
    {
        using var within = DataScope.Enter(First);
        return await work();
    }

    internal async Task ImportAsync(int shop, FileKind kind, params SourceRow[] rows) => await Bench.RunAsync(
        await Get<ImportStart>().RunAsync(new ListSource(rows) { Kind = kind }, shop, "test", ImportBench.Somebody, CancellationToken.None));

    private async Task TellAsync(int shop, string mark, int hours)
    {
        SourceLine Line(int number, string orderNo, SourceBuyer buyer) => ListSource.Line(number, $"{mark}{orderNo}", null, 100, hours + number) with
        {
            Buyer = buyer,
            BuyerName = $"{mark} buyer",
            Region = $"{mark} region",
            City = $"{mark} city",
            District = $"{mark} district",
            ProductCode = $"{mark} code",
            ProductName = $"{mark} product",
            Category = $"{mark} category",
            Channel = $"{mark} channel",
        };
        await ImportAsync(
            shop, FileKind.Orders, Line(2, "o1", new($"{mark}1", Shared)), Line(3, "o2", new($"{mark}2", $"+861390000000{shop}")), Line(4, "o3", new(null)),
            Line(5, "o4", new($"{mark}3", $"+861390000000{shop}")));
        await ImportAsync(shop, FileKind.Customers, new SourceCustomer(2)
        {
            Buyer = new($"{mark}1", Shared), Name = $"{mark} Ann", Region = $"{mark} land", Tags = [$"{mark} tag"], ModifiedAt = new(2025, 6, shop, 0, 0, 0, TimeSpan.Zero),
            SmsConsent = true, ConsentProof = $"{mark} proof",
        });
        await ImportAsync(shop, FileKind.Products, new SourceProduct(2) { Code = $"{mark} code", Brand = $"{mark} brand" });
        await ImportAsync(shop, FileKind.Costs, new SourceCost(2) { OrderNo = $"{mark}o1", Goods = 5 });
        await ImportAsync(shop, FileKind.Buyers, new SourceOrderBuyer(2) { OrderNo = $"{mark}o3", Buyer = new(null, Shared), Name = $"{mark} Ann" });
        await ImportAsync(shop, FileKind.Visitors, new SourceVisitors(2) { Day = new(2025, 1, 2), Visitors = 3, Channel = $"{mark} channel" });
        await ImportAsync(shop, FileKind.Touches, new SourceTouch(2)
        {
            Id = $"{mark}t", Kind = TouchKind.Review, At = new(2025, 1, 3, 0, 0, 0, TimeSpan.Zero), Comment = $"{mark} comment", Buyer = new($"{mark}1"), Channel = $"{mark} channel",
        });
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
