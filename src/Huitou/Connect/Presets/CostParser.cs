namespace Huitou.Connect.Presets;

/// <summary>What orders cost: goods, freight, fees, service.</summary>
internal sealed class CostParser(RowReader reader) : RowParser(reader)
{
    private readonly int _digits = reader.Books.Currency.Digits;

    protected override SourceFact? Fact(long number)
    {
        if (!Reader.OrderNo(out var orderNo) || !Reader.Times.Time(Field.ModifiedAt, out var modified)) return null;
        if (!Cost(Field.GoodsCost, out var goods) || !Cost(Field.FreightCost, out var freight)) return null;
        if (!Cost(Field.FeeCost, out var fee) || !Cost(Field.ServiceCost, out var service)) return null;
        if ((goods ?? freight ?? fee ?? service) is null)
        {
            Cells.Bad(RejectReason.MissingKey, FirstMapped());
            return null;
        }
        return new SourceCost(number) { OrderNo = orderNo, Goods = goods, Freight = freight, Fee = fee, Service = service, ModifiedAt = modified };
    }

    private bool Cost(Field field, out long? amount) => Reader.Amounts.Amount(field, _digits, isReturn: false, out amount);

    private Field FirstMapped()
    {
        foreach (var field in (ReadOnlySpan<Field>)[Field.GoodsCost, Field.FreightCost, Field.FeeCost, Field.ServiceCost])
            if (Cells.IsMapped(field)) return field;
        return Field.GoodsCost;
    }
}
