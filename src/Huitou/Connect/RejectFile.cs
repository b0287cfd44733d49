using System.Globalization;
using System.Text;
using Huitou.Connect.Files;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>
/// The rows that an import could not take, as a file to mend and upload again: the original cells, then line, column and reason. What a
/// spreadsheet would run as a formula begins with an apostrophe, which reading takes off again. Reasons lie in the file by key and get their words when it is fetched.
/// </summary>
public sealed class RejectFile(DataFolder folder, Vault vault, IDbContextFactory<HuitouDb> databases)
{
    internal Writer Create(long importId, IReadOnlyList<string> headers)
    {
        var writer = new Writer(new StreamWriter(SealedFile.Create(PathOf(importId), vault), new UTF8Encoding(false)));
        writer.Write([.. headers, "line", "column", "reason"]);
        return writer;
    }

    internal void Delete(long importId) => File.Delete(PathOf(importId));

    /// <summary>Whether there is a file of an import that the caller sees.</summary>
    public async Task<bool> ExistsAsync(long importId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return File.Exists(PathOf(importId)) && await db.Imports.AnyAsync(import => import.Id == importId, cancel);
    }

    /// <summary>Writes the file with its reasons in a language, "zh" or "en".</summary>
    public async Task CopyAsync(long importId, string language, Stream target, CancellationToken cancel)
    {
        // The mark tells spreadsheets that the file is UTF-8.
        await using var output = new StreamWriter(target, new UTF8Encoding(true), leaveOpen: true);
        var columns = 0;
        foreach (var row in new CsvRows(() => SealedFile.Open(PathOf(importId), vault), ',', transcoded: true).Read())
        {
            cancel.ThrowIfCancellationRequested();
            var cells = row.Cells.ToArray();
            if (columns == 0)
            {
                columns = cells.Length;
                Array.Copy((string[])[RejectWords.Line.In(language), RejectWords.Column.In(language), RejectWords.Reason.In(language)], 0, cells, columns - 3, 3);
            }
            else if (Enum.TryParse<RejectReason>(cells[columns - 1], out var reason)) cells[columns - 1] = RejectWords.Of(reason).In(language);
            await output.WriteAsync(CsvText.Row(cells.Select(CsvText.Safe)).AsMemory(), cancel);
        }
    }

    private string PathOf(long importId) => Path.Combine(folder.Rejects, $"{importId.ToString(CultureInfo.InvariantCulture)}.csv");

    /// <summary>Takes the rejects of an import as they turn up.</summary>
    internal sealed class Writer(StreamWriter output) : IDisposable
    {
        private int _columns;

        internal void Write(RowReject reject)
        {
            var own = reject.Cells.Take(_columns - 3).ToArray();
            // What a row has beyond its header stands behind the reason: it may be what has to be mended.
            var surplus = reject.Cells.Skip(own.Length).ToList();
            while (surplus.Count > 0 && string.IsNullOrWhiteSpace(surplus[^1])) surplus.RemoveAt(surplus.Count - 1);
            output.Write(CsvText.Row(
            [
                .. own, .. Enumerable.Repeat("", _columns - 3 - own.Length),
                reject.Number.ToString(CultureInfo.InvariantCulture), reject.Column, reject.Reason.ToString(), .. surplus,
            ]));
        }

        internal void Write(string[] headers)
        {
            _columns = headers.Length;
            output.Write(CsvText.Row(headers));
        }

        /// <summary>Before the commit: a committed import has its whole reject file.</summary>
        internal ValueTask FinishAsync() => output.DisposeAsync();

        public void Dispose() => output.Dispose();
    }
}
