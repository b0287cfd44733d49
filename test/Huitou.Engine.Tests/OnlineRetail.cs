using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Huitou.Engine.Tests;

/// <summary>
/// UCI Online Retail and the answers that others computed from it. The data lie beside the repository or where HUITOU_TEST_DATA says;
/// without them the tests are skipped.
/// </summary>
internal static class OnlineRetail
{
    private static readonly Lazy<List<CustomerFacts>> Clean = new(Read);

    /// <summary>Rows with a customer, not cancelled, quantity and price above zero; each line's money rounded to pence.</summary>
    internal static List<CustomerFacts> Facts => Clean.Value;

    internal static string Folder()
    {
        var folder = Environment.GetEnvironmentVariable("HUITOU_TEST_DATA") ?? Beside();
        if (folder is null || !Directory.Exists(folder))
            Assert.Skip("The data folder ../shared/data is absent and HUITOU_TEST_DATA names no other: the Online Retail oracle did not run.");
        return folder;
    }

    internal static JsonElement Totals() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "expected", "online_retail_totals.json"))).RootElement;

    /// <summary>The rows of an expected file, by column name.</summary>
    internal static List<Dictionary<string, string>> Expected(string file)
    {
        using var reader = Open(Path.Combine(Folder(), "expected", file));
        var names = reader.ReadLine()!.Split(',');
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
            rows.Add(names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
        return rows;
    }

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Huitou.slnx")))
                return Path.Combine(folder.Parent!.FullName, "shared", "data");
        }

        return null;
    }

    private static StreamReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
    }

    private static List<CustomerFacts> Read()
    {
        using var reader = Open(Path.Combine(Folder(), "online_retail", "online_retail.csv.gz"));
        reader.ReadLine();
        var products = new Dictionary<string, int>();
        var invoices = new Dictionary<string, (long Customer, DateTime Time, List<LineFacts> Lines)>();
        while (Cells(reader) is { } cells)
        {
            var quantity = int.Parse(cells[3], CultureInfo.InvariantCulture);
            var price = decimal.Parse(cells[5], CultureInfo.InvariantCulture);
            if (cells[6].Length == 0 || cells[0].StartsWith('C') || quantity <= 0 || price <= 0)
                continue;
            var customer = (long)decimal.Parse(cells[6], CultureInfo.InvariantCulture);
            var time = DateTime.Parse(cells[4], CultureInfo.InvariantCulture);
            var invoice = invoices.TryGetValue(cells[0], out var known) ? known : (customer, time, []);
            var product = products.TryGetValue(cells[1], out var code) ? code : products[cells[1]] = products.Count + 1;
            invoice.Lines.Add(new LineFacts(product, quantity, (long)Math.Round(quantity * price * 100, MidpointRounding.AwayFromZero), LineMarks.None));
            invoices[cells[0]] = (invoice.Customer, time > invoice.Time ? time : invoice.Time, invoice.Lines);
        }

        return
        [
            .. invoices.GroupBy(invoice => invoice.Value.Customer).Select(customer => new CustomerFacts(customer.Key, 0,
            [
                .. customer.Select(invoice => new OrderFacts(
                    long.Parse(invoice.Key, CultureInfo.InvariantCulture), DateOnly.FromDateTime(invoice.Value.Time),
                    (int)invoice.Value.Time.TimeOfDay.TotalMinutes, 1, 0, OrderMarks.None, invoice.Value.Lines.Sum(line => line.Amount), 0, invoice.Value.Lines, [])),
            ], [])),
        ];
    }

    /// <summary>The cells of one row; quoted cells may hold commas, quotes and line ends.</summary>
    private static List<string>? Cells(StreamReader reader)
    {
        if (reader.ReadLine() is not { } line)
            return null;
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length || quoted; i++)
        {
            if (i == line.Length)
                line += '\n' + reader.ReadLine();
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
