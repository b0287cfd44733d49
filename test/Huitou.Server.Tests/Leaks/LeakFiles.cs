using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Huitou.Server.Tests.Leaks;

/// <summary>The files by which a shop is told, sent by its own machine.</summary>
internal sealed class LeakFiles(LeakHost host, HttpClient machine, Marks marks, int shop)
{
    private const string OrderColumns = "orderNo,paidAt,createdAt,buyer,buyerName,phone,email,region,city,district,channel,productCode,productName,category,quantity,lineAmount,status,receiverName,receiverPhone,receiverRegion,receiverAddress";

    private string W => marks.Word;

    /// <summary>Tells all there is, and takes some of it out again. Gives the first import, its job and its upload.</summary>
    internal async Task<(long Import, long Job, Guid Upload)> TellAsync()
    {
        var orders = await ImportAsync("orders", "orders", OrderColumns, [.. Enumerable.Range(1, 6).Select(Order), $"{W}-bad,not a time,,{W}-u9,{marks.Person(9)},,,,,,,{W} nothing,,x,y,,,,,"], $"{W} mapping");
        await ImportAsync("customers", "customers", "buyer,phone,buyerName,region,tags,address,smsConsent,consentAt,consentProof",
            [$"{W}-u1,{Marks.SharedPhone},{marks.Person(1)},{W}-region,{W}-tag,{W} street,yes,2025-02-01 10:00:00,{W} proof"]);
        await ImportAsync("products", "products", "productCode,productName,brand,season,style", [$"{W}-p1,{W} product,{W} brand,{W} season,{W} style"]);
        await ImportAsync("costs", "costs", "orderNo,goodsCost", [$"{W}-o1,5"]);
        await ImportAsync("buyers", "buyers", "orderNo,phone,buyerName", [$"{W}-o6,{marks.Phone(6)},{marks.Person(6)}"]);
        // One of them of late: reports ask of the last half year.
        await ImportAsync("touches", "touches", "touchId,touchKind,touchedAt,buyer,comment,channel,staff",
        [
            $"{W}-t1,review,2025-03-01 10:00:00,{W}-u1,{W} comment,{W} channel,{W} staff",
            string.Create(CultureInfo.InvariantCulture, $"{W}-t2,visit,{TimeProvider.System.GetUtcNow().AddDays(-20):yyyy-MM-dd} 10:00:00,{W}-u1,{W} comment,{W} channel,{W} staff"),
        ]);
        await ImportAsync("visitors", "visitors", "day,visitors,channel", [$"2025-03-01,12,{W} channel"]);
        var wrong = await ImportAsync("wrong", "orders", OrderColumns, [Order(99)]);
        var undone = await LeakHost.SendAsync(machine, HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"imports/{wrong.Import}/undo"), null);
        await host.WaitAsync(undone.GetProperty("jobId").GetInt64());
        return orders;
    }

    /// <summary>The first buyer is a customer of both shops; the third and fourth have one phone; the sixth order names nobody itself.</summary>
    private string Order(int n)
    {
        var buyer = n == 6 ? ",,," : $"{W}-u{n},{marks.Person(n)},{(n == 1 ? Marks.SharedPhone : marks.Phone(n == 4 ? 3 : n))},{marks.Mail(n)}";
        var paid = n == 5 ? "" : string.Create(CultureInfo.InvariantCulture, $"2025-0{(n % 6) + 1}-10 12:00:00");
        return $"{W}-o{n},{paid},2025-01-05 12:00:00,{buyer},{W}-region,{W} city,{W} district,{W} channel,{W}-p{n},{W} product {n},{W} category,1,{n}0.00,{(n == 5 ? "unpaid" : "paid")},{marks.Person(n + 50)},{marks.Phone(n + 50)},{W}-region,{W} street {n}";
    }

    internal async Task<long> DryRunAsync(Guid upload)
    {
        var preview = await LeakHost.SendAsync(machine, HttpMethod.Post, $"uploads/{upload}/preview", new { reading = Reading("orders", OrderColumns) });
        var started = await LeakHost.SendAsync(machine, HttpMethod.Post, "imports/dry-run", new { uploadId = upload, shopId = shop, reading = preview.GetProperty("reading") });
        await host.WaitAsync(started.GetProperty("jobId").GetInt64());
        return started.GetProperty("jobId").GetInt64();
    }

    private async Task<(long Import, long Job, Guid Upload)> ImportAsync(string name, string kind, string columns, string[] rows, string? saveAs = null)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(columns + "\n" + string.Join('\n', rows) + "\n"));
        body.Headers.ContentType = new("application/octet-stream");
        var preview = await LeakHost.SendAsync(machine, HttpMethod.Post, $"uploads?fileName={W}-{name}.csv", body);
        var upload = preview.GetProperty("upload").GetProperty("id").GetGuid();
        var started = await LeakHost.SendAsync(machine, HttpMethod.Post, "imports", new { uploadId = upload, shopId = shop, reading = Reading(kind, columns), saveAs });
        await host.WaitAsync(started.GetProperty("jobId").GetInt64());
        var import = await LeakHost.SendAsync(machine, HttpMethod.Get, $"imports/{started.GetProperty("importId").GetInt64()}", null);
        Assert.True(import.GetProperty("counts").GetProperty("items").GetInt64() > 0, $"{name}: {import}");
        return (started.GetProperty("importId").GetInt64(), started.GetProperty("jobId").GetInt64(), upload);
    }

    internal static JsonObject Reading(string kind, string columns)
    {
        var map = new JsonObject();
        foreach (var column in columns.Split(',')) map[column] = column;
        return new JsonObject { ["kind"] = kind, ["preset"] = "custom", ["columns"] = map };
    }

    /// <summary>The reading of every orders file here.</summary>
    internal static JsonObject OrdersReading() => Reading("orders", OrderColumns);
}
