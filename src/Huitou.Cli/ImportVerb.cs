using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huitou.Cli;

/// <summary><c>huitou import</c>: an order file in, as the pages do it: upload, preview, run, result.</summary>
internal static class ImportVerb
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "CSV, TSV or XLSX, one row per order line; may be gzipped." }.AcceptExistingOnly();

    private static readonly Option<int?> Shop = new("--shop") { Description = "The shop's number; needed only where there are several." };

    private static readonly Option<string?> Preset = new("--preset") { Description = "Whose layout the file has (online_retail, generic); found out by default." };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "field=column, for columns that were not recognised; may be given more than once.", AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show how the file would be read, and import nothing." };

    internal static Command Make() => new Command("import", "Import an order file.") { File, Shop, Preset, Map, DryRun }.AsksApi(RunAsync);

    private static async Task RunAsync(VerbCall call)
    {
        var preview = await UploadAsync(call);
        if (await CorrectedAsync(call, preview) is { } corrected) preview = corrected;
        if (call.Given.GetValue(DryRun))
        {
            Show(call, preview);
            return;
        }
        var missing = preview.GetProperty("missingFields").EnumerateArray().Select(f => f.GetString()).ToArray();
        if (missing.Length > 0)
            throw new ApiRefusedException($"No column gives {string.Join(", ", missing)}. Say which: --map {missing[0]}=COLUMN", Exit.Refused);
        if (preview.GetProperty("alreadyImported") is { ValueKind: JsonValueKind.Object } earlier)
            await call.NoteAsync($"The same file was imported before (import {earlier.Text("importId")}).");

        var body = new JsonObject
        {
            ["uploadId"] = preview.GetProperty("upload").Text("id"), ["shopId"] = await ShopAsync(call), ["reading"] = Node(preview.GetProperty("reading")),
        };
        var started = await call.Api.SendAsync(HttpMethod.Post, "api/v1/imports", body, call.Cancel);
        await ImportProgress.FollowAsync(call, started);
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
        var preset = call.Given.GetValue(Preset);
        if (preset is null && maps.Length == 0) return null;
        var reading = Node(preview.GetProperty("reading"));
        if (preset is not null)
        {
            (reading["preset"], reading["columns"]) = (preset, new JsonObject());
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

    private static void Show(VerbCall call, JsonElement preview)
    {
        var columns = preview.GetProperty("reading").GetProperty("columns").EnumerateObject();
        var rows = columns.Select(c => (IReadOnlyList<string>)[c.Name, c.Value.GetString()!]).ToList();
        call.Print(preview, [new("field"), new("column")], rows);
    }

    private static JsonObject Node(JsonElement json) => JsonNode.Parse(json.GetRawText())!.AsObject();
}
