using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou status</c>: how the host is.</summary>
internal static class StatusVerb
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    internal static Command Make() => new Command("status", "Version, freshness, memory, disk, jobs and the last backup.").AsksApi(async call =>
    {
        var status = await call.Api.GetAsync("api/v1/status", call.Cancel);
        call.Print(status, [new("what"), new("is")], Rows(status));
    });

    private static IEnumerable<string[]> Rows(JsonElement status)
    {
        var figures = status.GetProperty("freshness");
        yield return ["version", status.Text("version")];
        yield return ["database", status.Text("database")];
        yield return ["customers", Count(figures, "customers")];
        yield return ["orders", Count(figures, "orders")];
        yield return ["lines", Count(figures, "lines")];
        yield return ["figures as of", figures.Text("upTo") is { Length: > 0 } upTo ? upTo : "being built"];
        yield return ["age", figures.GetProperty("ageSeconds") is { ValueKind: JsonValueKind.Number } age ? string.Create(CultureInfo.InvariantCulture, $"{age.GetDouble():0.0} s") : ""];
        yield return ["changes to follow", Count(figures, "behind")];
        yield return ["ledger", Bytes(figures, "bytes")];
        yield return ["process memory", Bytes(status, "processBytes")];
        yield return ["jobs running", Count(status, "jobsRunning")];
        yield return ["jobs waiting", Count(status, "jobsWaiting")];
        yield return ["data folder", Bytes(status, "dataBytes")];
        yield return ["free on its disk", Bytes(status, "diskFreeBytes")];
        yield return ["last backup", status.Text("lastBackup") is { Length: > 0 } backup ? backup : "none known"];
    }

    private static string Count(JsonElement of, string name) => of.GetProperty(name).GetInt64().ToString(CultureInfo.InvariantCulture);

    private static string Bytes(JsonElement of, string name)
    {
        double bytes = of.GetProperty(name).GetInt64();
        var unit = 0;
        for (; bytes >= 1_000 && unit < Units.Length - 1; unit++) bytes /= 1_000;
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.#} {Units[unit]}");
    }
}
