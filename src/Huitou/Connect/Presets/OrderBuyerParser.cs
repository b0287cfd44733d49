namespace Huitou.Connect.Presets;

/// <summary>Who bought: from order numbers to buyers.</summary>
internal sealed class OrderBuyerParser(RowReader reader) : RowParser(reader)
{
    protected override SourceFact? Fact(long number) =>
        Reader.OrderNo(out var orderNo) && Reader.Buyer.Demand(out var buyer) && Reader.Times.Time(Field.ModifiedAt, out var modified)
            ? new SourceOrderBuyer(number) { OrderNo = orderNo, Buyer = buyer, Name = Reader.Buyer.Name(), ModifiedAt = modified }
            : null;
}
