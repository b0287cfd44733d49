using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huitou.Cli;

/// <summary><c>huitou import</c>: a file in, as the pages do it: upload, preview, dry run or run, result.</summary>
internal static class ImportVerb
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "CSV, TSV or XLSX, may be gzipped: orders, with their lines or without, or whatever --kind names." }.AcceptExistingOnly();

    private static readonly Option<int?> Shop = new("--shop") { Description = "The shop's number; needed only where there are several." };

    private static readonly Option<string?> Preset = new("--preset") { Description = "Whose layout the file has, such as taobao, shopify or generic; found out by default." };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "field=column, for columns that were not recognised; may be given more than once.", AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Kind = new Option<string?>("--kind") { Description = "What the rows tell of; found out by default." }
        .AcceptOnlyFromAmong("orders", "orderDetails", "customers", "products", "costs", "touches", "visitors", "buyers");

    private static readonly Option<string?> SaveAs = new("--save-as") { Description = "Keep how the file is read under this name; files with the same columns are then read so." };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would come and change, and import nothing." };

    internal static Command Make() => new Command("import", "Import a file: orders, customers, products, costs, touches, visitors, or buyers of orders.")
    {
        File, Shop, Kind, Preset, Map, SaveAs, DryRun,
    }.AsksApi(RunAsync);

    private static async Task RunAsync(VerbCall call)
    {
        var preview = await UploadAsync(call);
        if (await CorrectedAsync(call, preview) is { } corrected) preview = corrected;
        await ReadingAsync(call, preview);
        var missing = preview.GetProperty("missingFields").EnumerateArray().Select(f => f.GetString()).ToArray();
        if (missing.Length > 0)
            throw new ApiRefusedException($"No column gives {string.Join(", ", missing)}. Say which: --map {missing[0]}=COLUMN", Exit.Refused);
        if (preview.GetProperty("alreadyImported") is { ValueKind: JsonValueKind.Object } earlier)
            await call.NoteAsync($"The same file was imported before (import {earlier.Text("importId")}).");

        var body = new JsonObject
        {
            ["uploadId"] = preview.GetProperty("upload").Text("id"), ["shopId"] = await ShopAsync(call), ["reading"] = Node(preview.GetProperty("reading")),
            ["saveAs"] = call.Given.GetValue(SaveAs),
        };
        if (call.Given.GetValue(DryRun)) await DryRunProgress.FollowAsync(call, await call.Api.SendAsync(HttpMethod.Post, "api/v1/imports/dry-run", body, call.Cancel));
        else await ImportProgress.FollowAsync(call, await call.Api.SendAsync(HttpMethod.Post, "api/v1/imports", body, call.Cancel));
    }

    private static async Task<JsonElement> UploadAsync(VerbCall call)
    {
        var file = call.Given.GetValue(File)!;
        await using var stream = file.OpenRead();
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var address = new Uri($"api/v1/uploads?fileName={Uri.EscapeDataString(file.Name)}", UriKind.Relative);
        using var response = await call.Api.Http.PostAsync(address, content, call.Cancel);
        return await ApiClient.ReadAsync(response, call.Cancel);
    }

    /// <summary>The preview of the file read as the options say; null where they say nothing.</summary>
    private static async Task<JsonElement?> CorrectedAsync(VerbCall call, JsonElement preview)
    {
        var maps = call.Given.GetValue(Map) ?? [];
        var (preset, kind) = (call.Given.GetValue(Preset), call.Given.GetValue(Kind));
        if (preset is null && kind is null && maps.Length == 0) return null;
        var reading = Node(preview.GetProperty("reading"));
        if (preset is not null || (kind is not null && kind != (string?)reading["kind"]))
        {
            kind ??= await KindOfAsync(call, preset!, (string)reading["kind"]!);
            (reading["preset"], reading["kind"], reading["columns"]) = (preset ?? "custom", kind, new JsonObject());
            var again = await PreviewAsync(call, preview, reading);
            if (maps.Length == 0) return again;
            reading = Node(again.GetProperty("reading"));
        }
        foreach (var map in maps)
        {
            var parts = map.Split('=', 2);
            if (parts.Length != 2) throw new ApiRefusedException($"--map wants field=column; \"{map}\" has no =.", Exit.Usage);
            reading["columns"]![parts[0].Trim()] = parts[1].Trim();
        }
        return await PreviewAsync(call, preview, reading);
    }

    /// <summary>What the files of a preset tell of; where it has several layouts, what the file looked like.</summary>
    private static async Task<string> KindOfAsync(VerbCall call, string preset, string likely)
    {
        var all = (await call.Api.GetAsync("api/v1/presets", call.Cancel)).EnumerateArray().ToArray();
        string[] kinds = [.. all.Where(p => p.Text("key") == preset).Select(p => p.Text("kind"))];
        if (kinds.Length == 0) throw new ApiRefusedException($"There is no preset \"{preset}\". Known are {string.Join(", ", all.Select(p => p.Text("key")).Distinct())}.", Exit.Refused);
        return kinds.Contains(likely) ? likely : kinds[0];
    }

    private static Task<JsonElement> PreviewAsync(VerbCall call, JsonElement preview, JsonObject reading) => call.Api.SendAsync(
        HttpMethod.Post, $"api/v1/uploads/{preview.GetProperty("upload").Text("id")}/preview", new JsonObject { ["reading"] = reading.DeepClone() },
        call.Cancel);

    private static async Task<int> ShopAsync(VerbCall call)
    {
        if (call.Given.GetValue(Shop) is { } given) return given;
        var shops = (await call.Api.GetAsync("api/v1/shops", call.Cancel)).EnumerateArray().ToArray();
        return shops.Length switch
        {
            1 => shops[0].GetProperty("id").GetInt32(),
            0 => throw new ApiRefusedException("There is no shop yet. Set Huitou up first: huitou serve prints the link.", Exit.Refused),
            _ => throw new ApiRefusedException(
                $"Which shop? --shop takes one of {string.Join(", ", shops.Select(s => $"{s.Text("id")} ({s.Text("name")})"))}.", Exit.Refused),
        };
    }

    /// <summary>Says how the file is read: who sees a column in the wrong place can say so with --map.</summary>
    private static Task ReadingAsync(VerbCall call, JsonElement preview)
    {
        var reading = preview.GetProperty("reading");
        var columns = reading.GetProperty("columns").EnumerateObject().Select(c => $"{c.Name} = {c.Value.GetString()}");
        return call.NoteAsync($"Read as {reading.Text("kind")} ({reading.Text("preset")}): {string.Join(", ", columns)}.");
    }

    private static JsonObject Node(JsonElement json) => JsonNode.Parse(json.GetRawText())!.AsObject();
}
