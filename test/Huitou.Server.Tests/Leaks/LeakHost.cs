using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Leaks;

/// <summary>
/// A real host with two shops that are told by every kind of file, each through its own machine: imports that went through, failed and were
/// taken out, a dry run, an export, a saved mapping, duplicates, decisions, consents, limits; and customers of both.
/// </summary>
public sealed class LeakHost : IAsyncLifetime
{
    internal TestHost Host { get; } = new();

    internal Ids A { get; private set; } = Ids.Unknown;

    internal Ids B { get; private set; } = Ids.Unknown;

    /// <summary>The customer who bought in both.</summary>
    internal long Shared { get; private set; }

    private static CancellationToken Cancel => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        using var owner = await Host.BearerAsync(Role.Owner);
        await SendAsync(owner, HttpMethod.Put, "shops/1", new { name = "ALFA shop", timeZone = "Asia/Shanghai" });
        var second = await SendAsync(owner, HttpMethod.Post, "shops", new { name = "BRAVO shop", timeZone = "Asia/Tokyo" });
        A = await FillAsync(owner, Marks.A, 1);
        B = await FillAsync(owner, Marks.B, second.GetProperty("id").GetInt32());
        var list = await SendAsync(owner, HttpMethod.Get, $"customers?search={Marks.SharedPhone}", null);
        Shared = Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetInt64();
        Assert.True(await Host.Services.GetRequiredService<InProcessLedgerHost>().CatchUpAsync(Cancel));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A machine that sees one of the shops.</summary>
    internal async Task<HttpClient> MachineAsync(Marks marks, long shop)
    {
        using var owner = await Host.BearerAsync(Role.Owner);
        var token = await SendAsync(owner, HttpMethod.Post, "tokens", new { name = $"{marks.Word} machine", role = "operator", shops = new[] { shop } });
        var machine = new HttpClient { BaseAddress = Host.Address };
        machine.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("secret").GetString());
        return machine;
    }

    /// <summary>Every row that says anything of a shop, or of those within a scope, as text: what the host does by itself is left out.</summary>
    internal async Task<string> RowsAsync(DataScope? scope = null, params string[] without)
    {
        using var within = DataScope.Enter(scope ?? DataScope.All);
        string[] moving = [.. without, nameof(AuditEntry), nameof(AccessToken), nameof(User), "CutOff", "Change", "Setting"];
        var text = new StringBuilder();
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<HuitouDb>>().CreateDbContextAsync(Cancel);
        foreach (var type in db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => !moving.Contains(type.Name) && !type.Name.StartsWith("Identity", StringComparison.Ordinal)))
        {
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, [])!;
            text.Append(type.Name).Append('\n').AppendJoin('\n', (await set.AsNoTracking().ToListAsync(Cancel)).Select(row => JsonSerializer.Serialize(row, type)).Order(StringComparer.Ordinal)).Append('\n');
        }
        await foreach (var decision in db.IdentityDecisions.AsNoTracking().AsAsyncEnumerable()) text.Append(decision.Act).Append('\n');
        return text.ToString();
    }

    internal async Task WaitAsync(long job)
    {
        await foreach (var seen in Host.Services.GetRequiredService<Jobs>().WatchAsync(job, Cancel)) Assert.Equal("", seen.Error);
    }

    internal static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        using var response = await client.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private async Task<Ids> FillAsync(HttpClient owner, Marks marks, int shop)
    {
        using var machine = await MachineAsync(marks, shop);
        var files = new LeakFiles(this, machine, marks, shop);
        var (import, job, upload) = await files.TellAsync();
        var dryRun = await files.DryRunAsync(upload);
        await FailAsync(shop, marks);
        await SendAsync(owner, HttpMethod.Put, "grid/limits", new { shopId = shop, validFrom = "2025-01-01", activeMax = 30, silentMax = 60, dormantMax = marks.Days, fanMin = 4 });
        var export = await SendAsync(machine, HttpMethod.Post, $"exports?region={marks.Word}-region", new { table = "customers", unmasked = true, language = "en" });
        await WaitAsync(export.GetProperty("jobId").GetInt64());
        var (one, another, evidence) = await CustomersAsync(machine, marks);
        var act = await SendAsync(machine, HttpMethod.Post, "identity/apart", new { one, other = another });
        var view = await SendAsync(machine, HttpMethod.Post, $"customers/views?tag={marks.Word}-tag", new { name = $"{marks.Word} shared view", isShared = true });
        return new Ids
        {
            Order = (await SendAsync(machine, HttpMethod.Get, $"customers/{one}/orders", null)).GetProperty("items")[0].GetProperty("id").GetInt64(),
            View = view.GetProperty("id").GetInt64(),
            Marks = marks, Shop = shop, Import = import, Job = job, Upload = upload, DryRun = dryRun, Export = export.GetProperty("exportId").GetInt64(), Customer = one, Another = another, Evidence = evidence,
            Act = act.GetProperty("act").GetGuid(), Mapping = (await SendAsync(machine, HttpMethod.Get, "mappings", null))[0].GetProperty("id").GetInt64(),
            Channel = (await SendAsync(machine, HttpMethod.Get, "session", null)).GetProperty("channels")[0].GetProperty("id").GetInt64(),
        };
    }

    private static async Task<(long One, long Another, long Evidence)> CustomersAsync(HttpClient machine, Marks marks)
    {
        async Task<long> FindAsync(int number) => (await SendAsync(machine, HttpMethod.Get, $"customers?search={marks.Word}-u{number}", null)).GetProperty("items")[0].GetProperty("id").GetInt64();
        var (one, another) = (await FindAsync(2), await FindAsync(3));
        var page = await SendAsync(machine, HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"customers/{one}"), null);
        return (one, another, page.GetProperty("customer").GetProperty("evidence")[0].GetProperty("id").GetInt64());
    }

    /// <summary>A source that gives out in the middle.</summary>
    private async Task FailAsync(int shop, Marks marks)
    {
        var started = await Host.Services.GetRequiredService<ImportStart>().RunAsync(new Broken(marks), shop, "broken", new Actor($"{marks.Word} clerk", Role.Operator), Cancel);
        await foreach (var _ in Host.Services.GetRequiredService<Jobs>().WatchAsync(started.JobId, Cancel))
        {
        }
    }

    private sealed class Broken(Marks marks) : ISource
    {
        public string Name => $"{marks.Word} broken.csv";

        public IEnumerable<SourceRow> Read(CancellationToken cancel) => throw new IOException($"{marks.Word} gave out");
    }
}
