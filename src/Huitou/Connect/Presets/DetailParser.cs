namespace Huitou.Connect.Presets;

/// <summary>Lines of orders whose heads stand in another file, with their times, buyers and statuses.</summary>
internal sealed class DetailParser : RowParser
{
    private readonly OrderTimes _times;
    private readonly OrderMoney _money;

    internal DetailParser(RowReader reader)
        : base(reader)
    {
        _times = new OrderTimes(reader.Cells, reader.Times, reader.Preset);
        _money = new OrderMoney(reader.Cells, reader.Amounts, new RowCurrency(reader.Cells, reader.Books), reader.Preset);
    }

    protected override bool IsOrders => true;

    protected override SourceFact? Fact(long number)
    {
        var digits = Reader.Books.Currency.Digits;
        if (!Reader.OrderNo(out var orderNo) || !Cells.IsKey(Field.ProductCode, 100)) return null;
        if (!Reader.Times.Time(Field.ModifiedAt, out var modified) || !_times.Refunded(out var refundedAt, out var isRefunded)) return null;
        if (!Reader.Amounts.Refund(digits, out var refund) || !Reader.Amounts.Amount(Field.LineDiscount, digits, false, out var discount)) return null;
        if (!Reader.Amounts.Amount(Field.LineAmount, digits, false, out var amount)) return null;
        var money = new OrderMoney.Told { Discount = discount ?? 0 };
        if (!_money.Goods(false, amount, ref money)) return null;
        if (refund == 0 && isRefunded) refund = money.Amount;
        return new SourceLine(number)
        {
            OrderNo = orderNo,
            ModifiedAt = modified,
            ProductCode = Cells.Text(Field.ProductCode),
            ProductName = Cells.Cut(Field.ProductName, 300),
            Category = Reader.Words.Category(),
            Quantity = money.Quantity,
            UnitPrice = money.UnitPrice,
            Amount = money.Amount,
            Discount = money.Discount,
            Marks = money.Marks,
            RefundAmount = refund,
            RefundedAt = refund > 0 ? refundedAt : null,
        };
    }
}
