using Huitou.Access;
using Huitou.Connect.Files;
using Huitou.Connect.Presets;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>Reads the beginning of an upload and says what an import would make of it.</summary>
public sealed class PreviewUpload(
    IDbContextFactory<HuitouDb> databases, UploadStore uploads, SavedMappings mappings, Settings settings, TimeProvider time)
{
    private const int RowsShown = 50;
    private const int RowsLookedAt = 2_000;

    private static readonly Field[] TimeFields =
    [
        Field.PaidAt, Field.CreatedAt, Field.ModifiedAt, Field.RefundedAt, Field.CancelledAt, Field.Birthday, Field.JoinedAt, Field.ConsentAt,
        Field.LaunchedOn, Field.TouchedAt, Field.Day,
    ];

    private static readonly Field[] NumberFields =
    [
        Field.UnitPrice, Field.LineAmount, Field.LineDiscount, Field.OrderAmount, Field.AlsoPaid, Field.DueAmount, Field.RefundAmount, Field.ListPrice,
        Field.UnitCost, Field.GoodsCost, Field.FreightCost, Field.FeeCost, Field.ServiceCost, Field.Visitors,
    ];

    /// <param name="id">The upload.</param>
    /// <param name="correction">How a person wants it read; null finds out.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<Outcome<UploadPreview>> RunAsync(Guid id, FileReading? correction, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var upload = await db.Uploads.FindAsync([id], cancel);
        if (upload is null || !uploads.Has(id))
            return new Refusal(ProblemCode.NotFound, "There is no such upload, or it is older than 30 days. Upload the file again.");
        if (correction is not null && Wrong(correction) is { } wrong) return wrong;
        try
        {
            var detected = await DetectAsync(uploads.Opening(id), correction, cancel);
            return await PreviewAsync(db, upload, detected, cancel);
        }
        catch (UnreadableFileException fault)
        {
            return new Refusal(fault.Code, fault.Message);
        }
    }

    /// <summary>What of a reading that came from outside cannot be followed.</summary>
    internal static Refusal? Wrong(FileReading reading)
    {
        if (!TextEncoding.IsKnown(reading.Encoding)) return new Refusal(ProblemCode.InvalidField, "The encoding is one of utf-8, utf-16, utf-16be, gb18030, windows-1252.", "reading.encoding");
        if (reading.Delimiter is not ("," or ";" or "\t" or "|")) return new Refusal(ProblemCode.InvalidField, "The delimiter is a comma, semicolon, tab or |.", "reading.delimiter");
        if (reading.HeaderRow < 1) return new Refusal(ProblemCode.InvalidField, "Lines are counted from 1.", "reading.headerRow");
        if (reading.DecimalSign is not ("." or ",")) return new Refusal(ProblemCode.InvalidField, "The decimal sign is a point or a comma.", "reading.decimal");
        if (reading.Columns.Keys.FirstOrDefault(key => !Fields.TryParse(key, out _)) is { } unknown)
            return new Refusal(ProblemCode.InvalidField, $"There is no field \"{unknown}\"; see /fields.", "reading.columns");
        return Fields.Naming.Any(field => reading.Columns.TryGetValue(Fields.Key(field), out var header) && header.Contains("oaid", StringComparison.OrdinalIgnoreCase))
            ? new Refusal(ProblemCode.InvalidField, "An oaid differs from order to order and identifies nobody. Map ouid, omid or the buyer's id instead.", "reading.columns")
            : null;
    }

    private sealed record Detected(
        TableFile File, FileReading Reading, IReadOnlyList<string> Headers, RecognisedLayout Recognised, IReadOnlyList<string> Ambiguous);

    private async Task<Detected> DetectAsync(Func<Stream> open, FileReading? correction, CancellationToken cancel)
    {
        var reading = correction ?? FileDetection.Of(open);
        var file = new TableFile(open, reading);
        var headers = file.Headers();
        // Who chose an encoding has seen what it makes of the file.
        string[] doubtful = correction is null && !EncodingIsPlausible(file, reading) ? ["encoding"] : [];
        var saved = await mappings.FindAsync(headers, cancel);
        var preset = PresetList.Recognise(headers);
        var recognised = new RecognisedLayout(preset?.Key, saved?.Item.Name, preset is not null && preset.NeedsConfirmation(headers));
        if (correction is { Columns.Count: > 0 }) return new Detected(file, reading, headers, recognised, []);

        if (correction is null && saved is { } known)
        {
            reading = reading with
            {
                Preset = known.Reading.Preset,
                Kind = known.Reading.Kind,
                Columns = known.Reading.Columns,
                DateOrder = known.Reading.DateOrder,
                DecimalSign = known.Reading.DecimalSign,
            };
            return new Detected(new TableFile(open, reading), reading, headers, recognised, doubtful);
        }
        var chosen = correction is null ? preset ?? PresetList.Closest(headers).Preset : PresetList.Of(correction);
        reading = reading with
        {
            Preset = preset is null && correction is null ? "custom" : chosen.Key,
            Kind = chosen.Kind,
            Columns = chosen.Map(headers),
        };
        var formats = Formats(file, reading, headers);
        reading = reading with { DateOrder = formats.DateOrder, DecimalSign = formats.DecimalSign };
        string[] ambiguous = [.. doubtful, .. formats.DateIsSure ? (string[])[] : ["dateOrder"], .. formats.DecimalIsSure ? (string[])[] : ["decimal"]];
        return new Detected(new TableFile(open, reading), reading, headers, recognised, ambiguous);
    }

    private static bool EncodingIsPlausible(TableFile file, FileReading reading)
    {
        if (reading.Format != FileFormat.Csv) return true;
        using var bytes = file.OpenBytes();
        return TextEncoding.IsPlausible(bytes, reading.Encoding);
    }

    private static CellFormats Formats(TableFile file, FileReading reading, IReadOnlyList<string> headers)
    {
        var cells = new RowCells(headers, reading.Columns);
        List<string> times = [], numbers = [];
        foreach (var row in file.Rows().SkipWhile(row => row.Number <= reading.HeaderRow).Take(RowsLookedAt))
        {
            cells.Start(row);
            times.AddRange(from field in TimeFields select cells.Text(field));
            numbers.AddRange(from field in NumberFields select cells.Text(field));
        }
        return CellFormats.Of(times, numbers);
    }

    private async Task<UploadPreview> PreviewAsync(HuitouDb db, Upload upload, Detected detected, CancellationToken cancel)
    {
        var zone = await db.Shops.OrderBy(s => s.Id).Select(s => s.TimeZone).FirstOrDefaultAsync(cancel) ?? "UTC";
        var currency = await settings.CurrencyAsync(cancel);
        var reading = detected.Reading;
        var missing = Fields.Missing(reading.Kind, reading.Columns);
        var parser = missing.Count > 0
            ? null
            : RowParser.Of(detected.Headers, reading, new ShopBooks(new ShopClock(zone), currency, ExchangeRates.None, ShopPlatform.None, time.GetUtcNow()));
        var rows = new List<PreviewRow>();
        var sample = new PreviewSample(detected.Headers.Count);
        foreach (var row in detected.File.Rows().SkipWhile(row => row.Number <= reading.HeaderRow).Take(RowsLookedAt))
        {
            cancel.ThrowIfCancellationRequested();
            var parsed = parser?.Parse(row);
            sample.Add(row, parsed);
            if (rows.Count < RowsShown) rows.Add(Shown(row, parsed as RowReject));
        }
        return new UploadPreview(
            Info(upload), reading, detected.Ambiguous, detected.Recognised, await EarlierAsync(db, upload, cancel), detected.Headers, sample.Values, rows,
            sample.Counts, PresetList.Suggest(reading, detected.Headers), missing, detected.File.Sheets());
    }

    private static PreviewRow Shown(in TextRow row, RowReject? reject) => new(
        row.Number, [.. row.Cells.Select(ExcelText.Tidy)],
        reject is null ? [] : [new CellProblem(reject.Column, reject.Reason, reject.Value)]);

    private static async Task<EarlierImport?> EarlierAsync(HuitouDb db, Upload upload, CancellationToken cancel)
    {
        var earlier = await (
            from import in db.Imports
            join file in db.Uploads on import.UploadId equals file.Id
            where import.State == ImportState.Committed && file.Sha256 == upload.Sha256
            orderby import.Id descending
            select import).FirstOrDefaultAsync(cancel);
        return earlier is null ? null : new EarlierImport(earlier.Id, earlier.FinishedAt ?? earlier.StartedAt);
    }

    internal static UploadInfo Info(Upload upload) => new(
        upload.Id, upload.FileName, upload.Bytes, Convert.ToHexStringLower(upload.Sha256), upload.CreatedAt);
}
