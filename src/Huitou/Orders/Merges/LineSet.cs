using System.Globalization;
using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>The lines of one version of an order.</summary>
internal static class LineSet
{
    private const int MostTold = 20;

    /// <summary>The lines as a fingerprint knows them: in a sequence of their own.</summary>
    internal static ContentWriter Write(ContentWriter content, IReadOnlyList<SourceLine> lines)
    {
        foreach (var line in InSequence(lines))
            content.Add(Catalogue.CodeOf(line)).Add(line.Quantity).Add(line.UnitPrice).Add(line.Amount).Add((int)line.Marks);
        return content;
    }

    private static IEnumerable<SourceLine> InSequence(IReadOnlyList<SourceLine> lines) => lines.Count < 2 ? lines : lines
        .OrderBy(Catalogue.CodeOf, StringComparer.Ordinal).ThenBy(line => line.Quantity).ThenBy(line => line.UnitPrice)
        .ThenBy(line => line.Amount).ThenBy(line => line.Marks);

    internal static string Told(IReadOnlyList<SourceLine> lines, int digits) =>
        string.Join("; ", lines.Take(MostTold).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {Catalogue.CodeOf(line)} {MoneyText.Of(line.Amount, digits)}")))
        + (lines.Count > MostTold ? "; …" : "");

    /// <summary>Adds the rows of a version's lines.</summary>
    internal static void Add(List<OrderLine> rows, long factId, IReadOnlyList<SourceLine> lines, Catalogue catalogue, long at)
    {
        var lineNo = 0;
        foreach (var line in lines)
        {
            rows.Add(new OrderLine
            {
                OrderId = factId, LineNo = ++lineNo, ProductId = catalogue.ProductOf(line, at), Quantity = line.Quantity,
                UnitPrice = line.UnitPrice, Amount = line.Amount, Marks = line.Marks,
            });
        }
    }

    /// <summary>Stored lines as a source would tell them.</summary>
    internal static async Task<List<SourceLine>> StoredAsync(HuitouDb db, long factId, string orderNo, CancellationToken cancel) =>
        (await (from line in db.OrderLines.AsNoTracking()
                where line.OrderId == factId
                join product in db.Products on line.ProductId equals product.Id into products
                from product in products.DefaultIfEmpty()
                orderby line.LineNo
                select new { line, Code = product == null ? "" : product.Code }).ToListAsync(cancel))
        .ConvertAll(row => new SourceLine(row.line.LineNo)
        {
            OrderNo = orderNo, ProductCode = row.Code, Quantity = row.line.Quantity, UnitPrice = row.line.UnitPrice, Amount = row.line.Amount,
            Marks = row.line.Marks,
        });
}

/// <summary>Minor units as people write them.</summary>
internal static class MoneyText
{
    internal static string Of(long minor, int digits)
    {
        var unit = 1m;
        for (var i = 0; i < digits; i++) unit *= 10;
        return (minor / unit).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
