using Huitou.Connect.Files;

namespace Huitou.Connect.Presets;

/// <summary>What reads the parts of a row: made once for a file, then asked row by row.</summary>
internal sealed class RowReader
{
    /// <param name="headers">The column names as the file spells them.</param>
    /// <param name="reading">Which column means what, and how numbers and dates are written.</param>
    /// <param name="books">The shop's.</param>
    internal RowReader(IReadOnlyList<string> headers, FileReading reading, ShopBooks books)
    {
        Books = books;
        Preset = PresetList.Of(reading);
        Cells = new RowCells(headers, reading.Columns);
        Times = new RowTimes(Cells, reading.DateOrder, books);
        Amounts = new RowAmounts(Cells, reading);
        Buyer = new RowBuyer(Cells, Preset, books.Platform);
        Words = new RowWords(Cells);
        Places = new RowPlaces(Cells, (Field.Region, Field.City, Field.District), Preset.RegionInAddress);
        Receivers = new RowReceiver(Cells, Preset);
    }

    internal ShopBooks Books { get; }

    internal Preset Preset { get; }

    internal RowCells Cells { get; }

    internal RowTimes Times { get; }

    internal RowAmounts Amounts { get; }

    internal RowBuyer Buyer { get; }

    internal RowWords Words { get; }

    internal RowPlaces Places { get; }

    internal RowReceiver Receivers { get; }

    /// <summary>The order's number, which is never cut: two of them could become one.</summary>
    internal bool OrderNo(out string orderNo)
    {
        orderNo = Cells.Text(Field.OrderNo);
        if (orderNo.Length == 0) return Cells.Bad(RejectReason.MissingOrderNo, Field.OrderNo);
        return Cells.IsKey(Field.OrderNo, 64);
    }
}

/// <summary>
/// Makes facts of text rows. It knows nothing but the row itself, the reading and the shop's books (and, in layouts that carry an
/// order's values down, the order's rows before), so equal files give equal facts.
/// </summary>
internal abstract class RowParser(RowReader reader)
{
    /// <summary>The parser of the reading's kind of file.</summary>
    internal static RowParser Of(IReadOnlyList<string> headers, FileReading reading, ShopBooks books)
    {
        var reader = new RowReader(headers, reading, books);
        return reading.Kind switch
        {
            FileKind.Orders => new OrderParser(reader),
            FileKind.OrderDetails => new DetailParser(reader),
            FileKind.Customers => new CustomerParser(reader),
            FileKind.Products => new ProductParser(reader),
            FileKind.Costs => new CostParser(reader),
            FileKind.Touches => new TouchParser(reader),
            FileKind.Visitors => new VisitorParser(reader),
            FileKind.Buyers => new OrderBuyerParser(reader),
        };
    }

    protected RowReader Reader => reader;

    protected RowCells Cells => reader.Cells;

    internal SourceRow Parse(in TextRow row)
    {
        Cells.Start(row);
        return (Cells.Fault is null ? Fact(row.Number) : null) ?? (SourceRow)Cells.Reject(IsOrders);
    }

    /// <summary>Rows are parts of orders.</summary>
    protected virtual bool IsOrders => false;

    /// <summary>What the row at hand says; null where it is at fault, which the cells then tell.</summary>
    protected abstract SourceFact? Fact(long number);
}
