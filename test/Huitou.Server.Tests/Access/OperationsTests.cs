using System.Net;
using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Access;

/// <summary>What the host tells of itself, and whom.</summary>
public sealed class OperationsTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Uri At(string path) => new(path, UriKind.Relative);

    [Fact]
    public async Task Anybody_learns_that_the_host_lives_and_is_ready_and_nothing_else()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal("ok", await client.GetStringAsync(At("/healthz"), Cancel));
        for (var tries = 0; tries < 50 && (await client.GetAsync(At("/readyz"), Cancel)).StatusCode != HttpStatusCode.OK; tries++) await Task.Delay(100, Cancel);
        Assert.Equal("ready", await client.GetStringAsync(At("/readyz"), Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(At("/metrics"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(At("/api/v1/status"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_status_says_what_there_is_and_to_who_sees_some_shops_nothing_of_the_machine()
    {
        using var owner = await host.BearerAsync(Role.Owner);
        using var backup = await owner.PostAsync(At("/api/v1/backup"), null, Cancel);
        backup.EnsureSuccessStatusCode();
        var status = await Browser.JsonAsync(await owner.GetAsync(At("/api/v1/status"), Cancel));
        Assert.Equal("sqlite", status.GetProperty("database").GetString());
        Assert.NotEmpty(status.GetProperty("version").GetString()!);
        foreach (var bytes in new[] { "processBytes", "dataBytes", "diskFreeBytes" }) Assert.True(status.GetProperty(bytes).GetInt64() > 0, bytes);
        Assert.True(status.GetProperty("lastBackup").GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddMinutes(-5));

        using var clerk = await host.BearerAsync(Role.Reader, 1);
        var seen = await Browser.JsonAsync(await clerk.GetAsync(At("/api/v1/status"), Cancel));
        foreach (var bytes in new[] { "processBytes", "dataBytes", "diskFreeBytes" }) Assert.Equal(0, seen.GetProperty(bytes).GetInt64());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen.GetProperty("lastBackup").ValueKind);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(At("/metrics"), Cancel)).StatusCode);
        using var service = await host.BearerAsync(Role.Service);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.GetAsync(At("/metrics"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_is_measured_is_written_as_prometheus_reads_it()
    {
        using var owner = await host.BearerAsync(Role.Owner);
        for (var tries = 0; tries < 50 && (await owner.GetAsync(At("/readyz"), Cancel)).StatusCode != HttpStatusCode.OK; tries++) await Task.Delay(100, Cancel);
        (await owner.GetAsync(At("/api/v1/freshness"), Cancel)).EnsureSuccessStatusCode();

        using var answer = await owner.GetAsync(At("/metrics"), Cancel);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n');
        Assert.Contains("# TYPE huitou_feed_lag_seconds gauge", lines);
        Assert.InRange(double.Parse(Assert.Single(lines, line => line.StartsWith("huitou_feed_lag_seconds ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), 0, 30);
        Assert.Contains("# TYPE huitou_query_duration_seconds histogram", lines);
        const string question = "question=\"LedgerSummaryQuery\"";
        long Number(string name) => long.Parse(Assert.Single(lines, line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Number($"huitou_query_duration_seconds_count{{{question}}} ") > 0);
        Assert.Equal(Number($"huitou_query_duration_seconds_count{{{question}}} "), Number($"huitou_query_duration_seconds_bucket{{{question},le=\"+Inf\"}} "));
        Assert.All(lines.Where(line => line.Length > 0 && line[0] != '#'), line => Assert.Matches("^[a-z_]+(\\{[a-zA-Z_]+=\"[^\"]*\"(,[a-zA-Z_]+=\"[^\"]*\")*\\})? -?[0-9]+(\\.[0-9]{1,6})?$", line));
    }
}
