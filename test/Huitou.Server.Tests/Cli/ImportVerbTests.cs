using System.Text.Json;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Cli;

/// <summary>Files in and out again by command line.</summary>
public sealed class ImportVerbTests : IAsyncLifetime
{
    private const string Orders = "order no,paid time,buyer id,product code,quantity,unit price\n1,2025-01-01,b1,p1,1,1.00\n2,2025-01-02,b2,p1,2,1.00\n3,soon,b3,p1,1,1.00\n";

    private readonly string _files = Directory.CreateTempSubdirectory("huitou-files-").FullName;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(setUp: true);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    [Fact]
    public async Task A_dry_run_says_what_an_import_would_do_and_does_nothing()
    {
        var file = Write("orders.csv", Orders);
        var tried = await DoneAsync("import", file, "--dry-run");
        Assert.Contains("Read as orders (generic): ", tried, StringComparison.Ordinal);
        Assert.Matches(@"\n +3 +1 +2 +2 +0 +0 +2 +0\n", tried);
        Assert.Contains("Rejected 1: This is no date or time (badTime).", tried, StringComparison.Ordinal);
        Assert.Contains("line 4: badTime, paid time: soon", tried, StringComparison.Ordinal);
        Assert.Contains("new 2: status Paid", tried, StringComparison.Ordinal);
        Assert.Equal(0, Json(await DoneAsync("export", "imports", "--out", Path.Combine(_files, "imports.csv"), "--json")).GetProperty("rows").GetInt64());

        await DoneAsync("import", file);
        var changed = Json(await DoneAsync("import", Write("changed.csv", Orders.Replace("2,2025-01-02,b2,p1,2", "2,2025-01-03,b2,p1,5", StringComparison.Ordinal)), "--dry-run", "--json"));
        var counts = changed.GetProperty("counts");
        Assert.Equal((0, 1, 1, 0, 1), (Number("itemsNew"), Number("itemsChanged"), Number("itemsUnchanged"), Number("customersNew"), Number("customersTouched")));
        var sample = Assert.Single(changed.GetProperty("samples").EnumerateArray());
        Assert.Equal(("2", false), (sample.GetProperty("key").GetString(), sample.GetProperty("isNew").GetBoolean()));
        Assert.Contains(sample.GetProperty("values").EnumerateArray(), value => value.GetProperty("before").GetString() == "2.00" && value.GetProperty("after").GetString() == "5.00");

        int Number(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task An_import_goes_out_again_and_its_rejects_come_back_to_be_mended()
    {
        var import = Json(await DoneAsync("import", Write("orders.csv", Orders), "--json")).GetProperty("id").ToString();
        var mended = Path.Combine(_files, "rejects.csv");
        await DoneAsync("rejects", import, "--to", mended);
        var printed = await DoneAsync("rejects", import);
        Assert.Equal(await File.ReadAllTextAsync(mended, TestContext.Current.CancellationToken), printed.TrimStart('\uFEFF'));
        Assert.Contains("3,soon,b3,p1,1,1.00,4,paid time,This is no date or time", printed, StringComparison.Ordinal);

        var taken = Json(await DoneAsync("import", Write("mended.csv", printed.Replace("soon", "2025-01-03", StringComparison.Ordinal)), "--json"));
        Assert.Equal((1, 0), (taken.GetProperty("counts").GetProperty("itemsNew").GetInt32(), taken.GetProperty("counts").GetProperty("rowsRejected").GetInt32()));

        Assert.Contains("undone", await DoneAsync("undo", import), StringComparison.Ordinal);
        Assert.Equal(1, Json(await DoneAsync("customers", "--as-of", "2025-06-01", "--json")).GetProperty("total").GetInt32());
        Assert.Equal((1, "Only an import that went through can be taken out. (not_committed)"), await RefusedAsync("undo", import));
        Assert.Equal((1, "There is no import 99. (not_found)"), await RefusedAsync("undo", "99"));
        Assert.Equal(1, (await RefusedAsync("rejects", "99")).Code);
    }

    [Fact]
    public async Task A_kind_that_no_header_tells_can_be_named_and_kept()
    {
        var file = Write("who.csv", "nummer,kunde\n1,b7\n2,b8\n");
        Assert.Equal(1, (await RefusedAsync("import", file)).Code);
        var import = Json(await DoneAsync("import", file, "--kind", "buyers", "--map", "orderNo=nummer", "buyer=kunde", "--save-as", "whose", "--json"));
        Assert.Equal(("buyers", 2), (import.GetProperty("kind").GetString(), import.GetProperty("counts").GetProperty("itemsNew").GetInt32()));

        // The next file with these columns needs no word.
        var next = await DoneAsync("import", Write("next.csv", "nummer,kunde\n2,b8\n3,b9\n"));
        Assert.Contains("Read as buyers", next, StringComparison.Ordinal);
        Assert.DoesNotContain("orders name a buyer", next, StringComparison.Ordinal);
        Assert.Equal(2, (await RefusedAsync("import", file, "--kind", "wishes")).Code);
        Assert.Contains("There is no preset \"amazone\"", (await RefusedAsync("import", file, "--preset", "amazone")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_are_set_listed_and_taken_away()
    {
        await DoneAsync("rates", "set", "usd", "2026-01-01", "7.12");
        await DoneAsync("rates", "set", "USD", "2026-02-01", "7.00000001");
        Assert.Equal("currency,from,rate\r\nUSD,2026-02-01,7.00000001\r\nUSD,2026-01-01,7.12\r\n", await DoneAsync("rates", "--csv"));
        await DoneAsync("rates", "delete", "USD", "2026-02-01");
        Assert.Equal(712_000_000, Assert.Single(Json(await DoneAsync("rates", "list", "--json")).EnumerateArray()).GetProperty("rate").GetInt64());

        Assert.Equal((2, "7,12 is no rate; write 7.12, with at most eight decimals."), await RefusedAsync("rates", "set", "USD", "2026-01-01", "7,12"));
        Assert.Equal(2, (await RefusedAsync("rates", "set", "USD", "1.1.2026", "7.12")).Code);
        Assert.Equal(1, (await RefusedAsync("rates", "set", "CNY", "2026-01-01", "1")).Code);
        Assert.Equal(1, (await RefusedAsync("rates", "delete", "USD", "2026-02-01")).Code);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_files, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<string> DoneAsync(params string[] arguments)
    {
        var (code, output, error) = await CommandLineTests.RunAsync(_host.Options.DataFolder, "", arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {output}{error}");
        return output;
    }

    private async Task<(int Code, string Error)> RefusedAsync(params string[] arguments)
    {
        var (code, _, error) = await CommandLineTests.RunAsync(_host.Options.DataFolder, "", arguments);
        return (code, error.Trim());
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
