using System.Globalization;
using System.Text;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Engine;
using Huitou.Flows.Exports;
using Huitou.Orders;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>Takes files in through the whole product, and tells what orders there are then, one line each.</summary>
internal static class Taking
{
    private static readonly Scope Everything = new() { AsOf = DateOnly.MaxValue };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static Task<ImportBench> ShopAsync(DatabaseKind kind = DatabaseKind.Sqlite, string timeZone = "Asia/Shanghai", TimeProvider? time = null) =>
        ImportBench.CreateAsync(kind, timeZone, time);

    /// <summary>Imports a file as its header is recognised.</summary>
    internal static Task<Import> TakeAsync(this ImportBench bench, string name, params string[] lines) =>
        bench.ImportAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")));

    /// <summary>The same, where nothing may be rejected.</summary>
    internal static async Task<Import> TakeWholeAsync(this ImportBench bench, string name, params string[] lines)
    {
        var import = await bench.TakeAsync(name, lines);
        Assert.Equal((ImportState.Committed, ""), (import.State, import.Error));
        Assert.Empty(import.Rejects);
        return import;
    }

    internal static async Task SetRateAsync(this ImportBench bench, string currency, DateOnly day, decimal rate) => Assert.Null(
        (await bench.Installation.Get<RateBook>().SetAsync(new ExchangeRate(currency, day, (long)(rate * 100_000_000)), Actor.Console, Cancel)).Refusal);

    /// <summary>By number: "1 paid 2025-01-01 10:00:00 b1 5.00 [p1 2 × 2.50 = 5.00] back 1.00 on 2025-01-03".</summary>
    internal static async Task<string[]> OrdersAsync(this ImportBench bench)
    {
        var told = new List<string>();
        await foreach (var chunk in bench.Installation.Get<OrderReader>().ReadAsync(Everything, Cancel)) told.AddRange(chunk.Select(Of));
        return [.. told.Order(StringComparer.Ordinal)];
    }

    private static string Of(WholeOrder order)
    {
        var text = new StringBuilder(order.OrderNo).Append(' ').Append(order.Kind == OrderKind.Return ? "return" : ExportLook.Key(order.Status));
        text.Append(CultureInfo.InvariantCulture, $" {order.Shop.Clock.Local(order.PaidAt ?? order.CreatedAt):yyyy-MM-dd HH:mm:ss} {Buyer(order.Buyer)} {Money(order.Amount)}");
        if (order.Discount > 0) text.Append(CultureInfo.InvariantCulture, $" off {Money(order.Discount)}");
        if (order.Original is { } from) text.Append(CultureInfo.InvariantCulture, $" ({from.Currency.Code} {from.Amount} at {from.Rate / 100_000_000m})");
        if (order.Channel.Length > 0) text.Append(" via ").Append(order.Channel);
        if (order.Marks != OrderMarks.None) text.Append(CultureInfo.InvariantCulture, $" {order.Marks}");
        if (order.Lines.Count > 0) text.Append(" [").AppendJoin("; ", order.Lines.Select(Line)).Append(']');
        foreach (var refund in order.Refunds) text.Append(CultureInfo.InvariantCulture, $" back {Money(refund.Amount)} on {refund.Day:yyyy-MM-dd}");
        return text.ToString();
    }

    private static string Buyer(BoughtBy? buyer) =>
        buyer is null ? "nobody" : string.Join('/', ((string[])[buyer.Contact.Id, buyer.Contact.Phone, buyer.Contact.Email]).Where(name => name.Length > 0));

    private static string Line(WholeLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Code} {line.Quantity} × {line.UnitPrice / 10_000m:0.00##} = {Money(line.Amount)}{(line.Marks == LineMarks.None ? "" : $" {line.Marks}")}");

    private static string Money(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Reasons and how many rows each holds back, as "badTime 1, otherRowRejected 2".</summary>
    internal static string Told(this IReadOnlyDictionary<string, long> rejects) =>
        string.Join(", ", rejects.OrderBy(reject => reject.Key, StringComparer.Ordinal).Select(reject => $"{reject.Key} {reject.Value}"));
}
