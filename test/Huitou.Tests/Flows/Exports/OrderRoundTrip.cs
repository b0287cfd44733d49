using System.Text.RegularExpressions;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine.Tests;
using Huitou.Flows.Exports;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>Orders that go out come in again as they were: elsewhere as the same orders, and at home as nothing new.</summary>
public sealed partial class OrderRoundTrip
{
    private static readonly ExportRequest Everything = new() { Table = "orderLines", Unmasked = true };

    public static TheoryData<DatabaseKind, ExportFormat, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<DatabaseKind, ExportFormat, string, int>();
            for (var seed = 1; seed <= Campaign.Cases(3); seed++)
            {
                cases.Add(DatabaseKind.Sqlite, ExportFormat.Csv, "zh", seed);
                cases.Add(DatabaseKind.Sqlite, ExportFormat.Xlsx, "en", seed);
                cases.Add(DatabaseKind.Postgres, (ExportFormat)(seed % 2), "key", seed);
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Whatever_orders_there_are(DatabaseKind kind, ExportFormat format, string language, int seed)
    {
        var request = Everything with { Format = format, Language = language };
        await using var here = await ImportBench.CreateAsync(kind, "America/New_York");
        await here.ImportAsync(new ListSource(RandomOrders.Make(seed)));
        // A second import changes some of them, so that older versions lie beside the visible ones.
        await here.ImportAsync(new ListSource([.. RandomOrders.Make(seed).Take(40).Select(line => line with { ModifiedAt = line.CreatedAt.AddDays(60), Channel = "later" })]));
        var file = await here.Installation.FileAsync(request);

        await using var there = await ImportBench.CreateAsync(kind, "America/New_York");
        var import = await there.ImportAsync($"orders.{format}", new MemoryStream(file));
        Assert.Equal((ImportState.Committed, "generic", ""), (import.State, import.Preset, import.Error));
        Assert.Empty(import.Rejects);
        await SameAsync(here, there);
        Assert.Equal(file, await there.Installation.FileAsync(request));

        var again = await here.ImportAsync($"orders.{format}", new MemoryStream(file));
        Assert.Equal((0, 0, import.Counts.Items), (again.Counts.ItemsNew, again.Counts.ItemsChanged, again.Counts.ItemsUnchanged));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, ExportFormat.Csv)]
    [InlineData(DatabaseKind.Postgres, ExportFormat.Xlsx)]
    public async Task A_whole_year_of_a_wholesaler(DatabaseKind kind, ExportFormat format)
    {
        var path = OracleData.File("online_retail/online_retail.csv.gz");
        await using var here = await ImportBench.CreateAsync(kind);
        await using (var source = File.OpenRead(path)) await here.ImportAsync("online_retail.csv.gz", source);
        var file = await here.Installation.FileAsync(Everything with { Format = format, Language = "en" });

        await using var there = await ImportBench.CreateAsync(kind);
        var import = await there.ImportAsync($"orders.{format}", new MemoryStream(file));
        Assert.Equal((540_571, 0, 24_562, 22_190, 4_372), (import.Counts.Rows, import.Counts.RowsRejected, import.Counts.Items, import.Counts.ItemsWithBuyer, import.Counts.CustomersNew));
        await SameAsync(here, there);
    }

    private static async Task SameAsync(ImportBench here, ImportBench there)
    {
        await using var one = here.Installation.Open();
        await using var other = there.Installation.Open();
        var (seen, again) = (await SeenAsync(one, here.Installation.Get<Vault>()), await SeenAsync(other, here.Installation.Get<Vault>()));
        Assert.Equal(seen[false], again[false]);
        // Goods that only older versions of orders name stay behind.
        Assert.Subset(seen[true].ToHashSet(), again[true].ToHashSet());
        Assert.Equal(await Fingerprints(one), await Fingerprints(other));
    }

    /// <summary>
    /// All that is to be seen, products apart, without when names were said: a line that named its product not at all carries, once exported, the name that
    /// is known.
    /// </summary>
    private static async Task<ILookup<bool, string>> SeenAsync(HuitouDb db, Vault vault) =>
        (await ShopState.VisibleAsync(db, vault)).Select(line => SaidAt().Replace(line, "]")).ToLookup(line => line.StartsWith("product ", StringComparison.Ordinal));

    [GeneratedRegex(@",\d{12,13}\]")]
    private static partial Regex SaidAt();

    /// <summary>What the merge itself compares orders by: all that they say but names.</summary>
    private static async Task<string[]> Fingerprints(HuitouDb db) =>
    [
        .. (await VisibleOrders.Of(db).ToListAsync(TestContext.Current.CancellationToken))
            .Select(order => $"{order.OrderNo} {order.ContentHash} {order.Rank}").Order(StringComparer.Ordinal),
    ];
}
