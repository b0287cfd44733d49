using System.Text.Json;
using Huitou.Access;
using Huitou.Data;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Leaks;

/// <summary>What callers of one shop may do there, done: they learn nothing of the other, and nothing of it changes.</summary>
public sealed class LeakWriteTests(LeakHost host) : IClassFixture<LeakHost>
{
    [Fact]
    public async Task Work_on_one_shop_neither_tells_nor_touches_the_other()
    {
        var other = DataScope.Of([(int)host.B.Shop]);
        var before = await host.RowsAsync(other);
        foreach (var role in new[] { Role.Reader, Role.Service, Role.Operator })
        {
            using var caller = await LeakCaller.SignInAsync(host, role, isScoped: true, bySession: false);
            await ExportAllAsync(caller);
            foreach (var call in Writes(caller)) await DoAsync(caller, call);
        }
        Assert.Equal(before, await host.RowsAsync(other));

        // A customer of both goes by another number once the shop that named them first takes it back: that is all there is to see of it.
        string[] numbered = ["EvidenceNode", "Customer", "BuyerStatement"];
        before = await host.RowsAsync(other, numbered);
        using var machine = await LeakCaller.SignInAsync(host, Role.Operator, isScoped: true, bySession: false);
        await DoAsync(machine, new Call("undoImport", HttpMethod.Post, $"/api/v1/imports/{host.A.Import}/undo"));
        Assert.Equal(before, await host.RowsAsync(other, numbered));
    }

    private IEnumerable<Call> Writes(LeakCaller caller) =>
        from endpoint in host.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where !LeakCalls.IsOfTheCaller(endpoint) && LeakCalls.MethodOf(endpoint) != HttpMethod.Get && LeakCalls.NameOf(endpoint) != "undoImport"
        where endpoint.Metadata.GetMetadata<NeedsPermission>() is { } needs && caller.May(needs.Permission)
        from call in LeakCalls.Of(endpoint, [], host.A, host.A)
        select call;

    private async Task<Answer> DoAsync(LeakCaller caller, Call call)
    {
        var answer = await caller.AskAsync(call);
        Assert.True(answer.Status < 500 && Marks.B.FoundIn(answer.Text) is null, $"{caller.Role} {call.Method} {call.Path}: {answer}");
        if (answer.Code.Length == 0 && answer.Text.Contains("jobId", StringComparison.Ordinal)) await host.WaitAsync(JsonDocument.Parse(answer.Text).RootElement.GetProperty("jobId").GetInt64());
        return answer;
    }

    private async Task ExportAllAsync(LeakCaller caller)
    {
        var tables = await caller.AskAsync(new Call("", HttpMethod.Get, "/api/v1/exports/tables"));
        if (tables.Status == 403) return;
        foreach (var table in JsonDocument.Parse(tables.Text).RootElement.EnumerateArray().Select(table => table.GetProperty("key").GetString()!))
        {
            var unmasked = caller.May(Permission.CustomersReveal);
            var started = await DoAsync(caller, new Call("startExport", HttpMethod.Post, "/api/v1/exports", new { table, unmasked, language = "en" }));
            var file = await DoAsync(caller, new Call("getExportFile", HttpMethod.Get, $"/api/v1/exports/{JsonDocument.Parse(started.Text).RootElement.GetProperty("exportId").GetInt64()}/file"));
            Assert.True(table == "jobs" || Marks.A.FoundIn(file.Text) is not null, $"{table} is empty: {file}");
            Assert.True(unmasked || Marks.UnmaskedIn(file.Text) is null, $"{table} tells in full {Marks.UnmaskedIn(file.Text)}");
        }
    }
}
