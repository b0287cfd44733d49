using System.Globalization;
using System.Text;
using System.Text.Json;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// Takes a list of customers out as a CSV file, by ascending id, and writes down who did. It is written customer by customer, so a
/// million of them take no more memory than their ids. Names are in full only for those who may see them.
/// </summary>
public sealed class CustomerExport(CustomerClassing classing, IDbContextFactory<HuitouDb> databases, AuditLog audit)
{
    private const int RowsAtOnce = 1_000;

    private static readonly string[] Columns =
    [
        "id", "buyer", "name", "region", "city", "firstDay", "lastDay", "recency", "orders", "purchaseDays", "units", "grossSales", "netSales",
        "aov", "r", "f", "group",
    ];

    /// <summary>What to write to a file, once everything is known to be right and is written down.</summary>
    public async Task<Outcome<Func<Stream, CancellationToken, Task>>> PrepareAsync(CustomerQuestion question, Actor actor, CancellationToken cancel)
    {
        if (question.Fault() is { } fault) return fault;
        var found = await classing.ForAsync(question, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var classes = found.Value!;
        long[] ids = [];
        if (classing.Filter(question, classes) is { } filter)
        {
            var query = new CustomerIdsQuery(filter, classes.Limits.Limits, classes.Edges.Edges);
            ids = classes.Ledger.Ask(query, classes.Scope, cancellationToken: cancel);
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        audit.Add(db, actor, AuditAction.Export, "customers", string.Create(CultureInfo.InvariantCulture, $"{ids.Length} customers"));
        await db.SaveChangesAsync(cancel);
        var fullNames = Permissions.Allows(actor.Role, Permission.CustomersReveal);
        return (Func<Stream, CancellationToken, Task>)((file, stop) => WriteAsync(file, classes, ids, fullNames, stop));
    }

    private async Task WriteAsync(Stream file, CustomerClasses classes, long[] ids, bool fullNames, CancellationToken cancel)
    {
        // The mark tells spreadsheets that the text is UTF-8.
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvText.Row(Columns));
        foreach (var chunk in ids.Chunk(RowsAtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            var figures = classes.Ledger.Ask(new CustomerFiguresQuery(chunk), classes.Scope, cancellationToken: cancel);
            await using var db = await databases.CreateDbContextAsync(cancel);
            var names = await CustomerNames.ReadAsync(db, chunk, cancel);
            var rows = new StringBuilder();
            foreach (var customer in figures)
            {
                var who = names.GetValueOrDefault(customer.Id, CustomerName.Unknown);
                var item = classes.Item(customer, who);
                rows.Append(CsvText.Row(Cells(fullNames ? item with { Name = who.Name } : item, classes.Report.Currency)));
            }

            await writer.WriteAsync(rows, cancel);
        }
    }

    private static string[] Cells(CustomerItem item, Currency currency) =>
    [
        Number(item.Id), CsvText.Safe(item.Buyer), CsvText.Safe(item.Name), CsvText.Safe(item.Region), CsvText.Safe(item.City),
        Day(item.FirstDay), Day(item.LastDay), Number(item.Recency), Number(item.Orders), Number(item.PurchaseDays), Number(item.Units),
        Money(item.GrossSales, currency), Money(item.NetSales, currency), Money((decimal?)item.Aov ?? 0, currency),
        Word(item.R), Word(item.F), item.Group is { } group ? Word(group) : "",
    ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal minor, Currency currency)
    {
        var unit = 1m;
        for (var i = 0; i < currency.Digits; i++) unit *= 10;
        return Math.Round(minor / unit, currency.Digits, MidpointRounding.AwayFromZero).ToString("F" + currency.Digits, CultureInfo.InvariantCulture);
    }

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
