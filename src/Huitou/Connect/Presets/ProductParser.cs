namespace Huitou.Connect.Presets;

/// <summary>Products: category, brand, season, style, list price, cost, launch day.</summary>
internal sealed class ProductParser(RowReader reader) : RowParser(reader)
{
    /// <summary>Launches are planned ahead, but not for ever.</summary>
    private const int YearsAhead = 5;

    private readonly long _unit = RowCurrency.PriceUnitOf(reader.Books.Currency);

    protected override SourceFact? Fact(long number)
    {
        var code = Cells.Text(Field.ProductCode);
        if (code.Length == 0)
        {
            Cells.Bad(RejectReason.MissingKey, Field.ProductCode);
            return null;
        }
        if (!Cells.IsKey(Field.ProductCode, 100) || !Reader.Times.Time(Field.ModifiedAt, out var modified)) return null;
        if (!Reader.Amounts.Price(Field.ListPrice, _unit, out var list, out _) || !Reader.Amounts.Price(Field.UnitCost, _unit, out var cost, out _)) return null;
        if (!Reader.Times.Day(Field.LaunchedOn, out var launched, YearsAhead)) return null;
        return new SourceProduct(number)
        {
            Code = code,
            Name = Cells.Cut(Field.ProductName, 300),
            Category = Reader.Words.Category(),
            Brand = Cells.Cut(Field.Brand, 100),
            Season = Cells.Cut(Field.Season, 100),
            Style = Cells.Cut(Field.Style, 100),
            ListPrice = list,
            UnitCost = cost,
            LaunchedOn = launched,
            ModifiedAt = modified,
        };
    }
}
