using Huitou.Connect.Regions;
using Huitou.Engine;

namespace Huitou.Connect.Presets;

/// <summary>Orders: a row for each line, or a row for each order without its lines.</summary>
internal sealed class OrderParser : RowParser
{
    private readonly OrderTimes _times;
    private readonly RowCurrency _currency;
    private readonly OrderMoney _money;
    private string _lastOrderNo = "";

    internal OrderParser(RowReader reader)
        : base(reader)
    {
        _times = new OrderTimes(reader.Cells, reader.Times, reader.Preset);
        _currency = new RowCurrency(reader.Cells, reader.Books);
        _money = new OrderMoney(reader.Cells, reader.Amounts, _currency, reader.Preset);
    }

    protected override bool IsOrders => true;

    protected override SourceFact? Fact(long number)
    {
        if (!Reader.OrderNo(out var orderNo)) return null;
        var continues = orderNo == _lastOrderNo;
        _lastOrderNo = orderNo;
        if (Reader.Preset.CarriesDown && !BeginsWhole(continues)) return null;
        var marks = RowMarks.Of(Cells.Text(Field.Marks));
        var isReturn = marks.IsReturn || Reader.Preset.IsReturn(orderNo);
        if (!Cells.IsKey(Field.ProductCode, 100) || !Reader.Buyer.Read(out var buyer) || !_times.Read(out var times)) return null;
        if (!_currency.Read(times.PaidAt ?? times.CreatedAt) || !_money.Read(isReturn, times, continues, out var money)) return null;
        if (!_currency.ReadOriginal(Reader.Amounts, out var original) || !Reader.Words.YesOrNo(Field.IsTest, out var isTest)) return null;
        var head = new Head(orderNo, isReturn, isTest == true ? OrderMarks.Test : marks.Order, buyer);
        var line = Line(number, head, times, money with { Marks = money.Marks | marks.Line });
        return original is { } from ? line with { Currency = from.Code, Rate = from.Rate, OriginalAmount = from.Amount } : line;
    }

    private readonly record struct Head(string OrderNo, bool IsReturn, OrderMarks Marks, SourceBuyer Buyer);

    private SourceLine Line(long number, in Head head, in OrderTimes.Told times, in OrderMoney.Told money) => Line(number, head, times, money, Reader.Places.Read());

    private SourceLine Line(long number, in Head head, in OrderTimes.Told times, in OrderMoney.Told money, in PlaceName place) => new(number)
    {
        OrderNo = head.OrderNo,
        IsReturn = head.IsReturn,
        OrderMarks = head.Marks,
        HasGoods = money.HasGoods,
        IsClosed = times.IsClosed,
        CreatedAt = times.CreatedAt,
        PaidAt = times.PaidAt,
        ModifiedAt = times.ModifiedAt,
        Buyer = head.Buyer,
        BuyerName = Reader.Buyer.Name(),
        Receiver = Reader.Receivers.Read(place),
        Region = place.Region,
        City = place.City,
        District = place.District,
        Channel = Cells.Cut(Field.Channel, 100),
        ProductCode = money.HasGoods ? Cells.Text(Field.ProductCode) : "",
        ProductName = money.HasGoods ? Cells.Cut(Field.ProductName, 300) : "",
        Category = money.HasGoods ? Reader.Words.Category() : "",
        Quantity = money.Quantity,
        UnitPrice = money.UnitPrice,
        Amount = money.Amount,
        Discount = money.Discount,
        Marks = money.Marks,
        OrderAmount = money.OrderAmount,
        RefundAmount = money.Refund,
        RefundIsOrders = money.RefundIsOrders,
        RefundedAt = money.Refund > 0 ? times.RefundedAt : null,
        Currency = _currency.Code,
        Rate = _currency.Rate,
        OriginalAmount = money.Original,
    };

    /// <summary>The first row of an order must say where the order stands: a first row that was lost would leave its others unpaid.</summary>
    private bool BeginsWhole(bool continues)
    {
        Cells.CarryDown(continues);
        return !Cells.IsMapped(Field.Status) || Cells.Text(Field.Status).Length > 0 || Cells.Bad(RejectReason.MissingKey, Field.Status);
    }
}
