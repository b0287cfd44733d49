namespace Huitou.Connect.Presets;

/// <summary>Visitors of a shop by day.</summary>
internal sealed class VisitorParser(RowReader reader) : RowParser(reader)
{
    protected override SourceFact? Fact(long number)
    {
        if (!Reader.Times.Day(Field.Day, out var day) || !Reader.Times.Time(Field.ModifiedAt, out var modified)) return null;
        if (day is null) return Missing(RejectReason.MissingTime, Field.Day);
        var text = Cells.Text(Field.Visitors);
        if (text.Length == 0) return Missing(RejectReason.MissingQuantity, Field.Visitors);
        if (!Reader.Amounts.Whole(text, out var visitors)) return Missing(RejectReason.BadQuantity, Field.Visitors);
        if (visitors < 0) return Missing(RejectReason.NegativeQuantity, Field.Visitors);
        return new SourceVisitors(number) { Day = day.Value, Visitors = visitors, Channel = Cells.Cut(Field.Channel, 100), ModifiedAt = modified };
    }

    private SourceVisitors? Missing(RejectReason reason, Field field)
    {
        Cells.Bad(reason, field);
        return null;
    }
}
