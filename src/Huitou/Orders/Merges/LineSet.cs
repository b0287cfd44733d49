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
        var sorted = new SourceLine[lines.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = lines[i];
        Array.Sort(sorted, BySaid);
        foreach (var line in sorted)
            content.Add(Catalogue.CodeOf(line)).Add(line.Quantity).Add(line.UnitPrice).Add(line.Amount).Add((int)line.Marks);
        return content;
    }

    /// <summary>By all that a fingerprint holds of a line: what is equal may stand either way.</summary>
    private static readonly Comparison<SourceLine> BySaid = (one, other) =>
    {
        var by = string.CompareOrdinal(Catalogue.CodeOf(one), Catalogue.CodeOf(other));
        if (by == 0) by = one.Quantity.CompareTo(other.Quantity);
        if (by == 0) by = one.UnitPrice.CompareTo(other.UnitPrice);
        if (by == 0) by = one.Amount.CompareTo(other.Amount);
        return by != 0 ? by : ((int)one.Marks).CompareTo((int)other.Marks);
    };

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
