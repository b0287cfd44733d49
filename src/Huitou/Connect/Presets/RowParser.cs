using Huitou.Connect.Files;
using Huitou.Engine;

namespace Huitou.Connect.Presets;

/// <summary>
/// Makes order lines of text rows. It knows nothing but the row itself, the reading and the clock's limits, so equal rows give
/// equal lines, whatever stands around them.
/// </summary>
internal sealed class RowParser
{
    /// <summary>10^12 minor units, ten thousand million yuan: what is dearer is a number of another kind in the wrong column.</summary>
    internal const long MostAmount = 1_000_000_000_000;

    private readonly RowCells _cells;
    private readonly RowTimes _times;
    private readonly Preset _preset;
    private readonly char _decimal;
    private readonly int _digits;
    private readonly long _priceUnit;

    /// <param name="headers">The column names as the file spells them.</param>
    /// <param name="reading">Which column means what, and how numbers and dates are written.</param>
    /// <param name="clock">The shop's.</param>
    /// <param name="digits">Decimal digits of the currency's minor unit.</param>
    /// <param name="now">Nothing that happened later than a day after this is believed.</param>
    internal RowParser(IReadOnlyList<string> headers, FileReading reading, ShopClock clock, int digits, DateTimeOffset now)
    {
        _cells = new RowCells(headers, reading.Columns);
        _times = new RowTimes(_cells, reading.DateOrder, clock, now);
        _preset = PresetList.Of(reading.Preset);
        _decimal = reading.DecimalSign == "," ? ',' : '.';
        _digits = digits;
        _priceUnit = PriceUnit(digits);
    }

    /// <summary>The keys of the fields that an import cannot do without and that no column gives.</summary>
    internal static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, string> columns)
    {
        bool Has(Field field) => columns.ContainsKey(Fields.Key(field));
        var missing = new List<string>();
        if (!Has(Field.OrderNo)) missing.Add(Fields.Key(Field.OrderNo));
        if (!Has(Field.PaidAt) && !Has(Field.CreatedAt)) missing.Add(Fields.Key(Field.PaidAt));
        if (!Has(Field.UnitPrice) && !Has(Field.LineAmount)) missing.Add(Fields.Key(Field.UnitPrice));
        return missing;
    }

    internal SourceRow Parse(in TextRow row)
    {
        _cells.Start(row);
        if (_cells.Fault is null && Keys(out var orderNo, out var marks) && _times.Read(out var times)
            && Amounts(marks, out var money) && Refund(out var refund))
            return Line(row.Number, orderNo, marks, times, money, refund);
        return _cells.Reject();
    }

    private SourceLine Line(long number, string orderNo, RowMarks marks, RowTimes.Told times, Money money, long refund) => new(number)
    {
        OrderNo = orderNo,
        IsReturn = marks.IsReturn,
        OrderMarks = marks.Order,
        IsClosed = times.IsClosed,
        CreatedAt = times.CreatedAt,
        PaidAt = times.PaidAt,
        ModifiedAt = times.ModifiedAt,
        Buyer = new SourceBuyer(_cells.Text(Field.Buyer) is { Length: > 0 } buyer ? _preset.Buyer(buyer) : null),
        BuyerName = _cells.Cut(Field.BuyerName, 200),
        Region = _cells.Cut(Field.Region, 100),
        City = _cells.Cut(Field.City, 100),
        Channel = _cells.Cut(Field.Channel, 100),
        ProductCode = _cells.Text(Field.ProductCode),
        ProductName = _cells.Cut(Field.ProductName, 300),
        Category = _cells.Cut(Field.Category, 300),
        Quantity = money.Quantity,
        UnitPrice = money.UnitPrice,
        Amount = money.Amount,
        Discount = money.Discount,
        Marks = money.Marks,
        OrderAmount = money.OrderAmount,
        RefundAmount = refund,
        RefundedAt = refund > 0 ? times.RefundedAt : null,
    };

    private bool Keys(out string orderNo, out RowMarks marks)
    {
        orderNo = _cells.Text(Field.OrderNo);
        marks = RowMarks.Of(_cells.Text(Field.Marks));
        if (_preset.IsReturn(orderNo)) marks = marks with { IsReturn = true };
        if (orderNo.Length == 0) return _cells.Bad(RejectReason.MissingOrderNo, Field.OrderNo);
        return _cells.Within(Field.OrderNo, 64) && _cells.Within(Field.Buyer, 200) && _cells.Within(Field.ProductCode, 100);
    }

    private readonly record struct Money(int Quantity, long UnitPrice, long Amount, long Discount, long? OrderAmount, LineMarks Marks);

    private bool Amounts(RowMarks said, out Money money)
    {
        money = default;
        var isReturn = said.IsReturn;
        if (!Quantity(isReturn, out var quantity) || !Price(out var price, out var isZero)) return false;
        if (!Amount(Field.LineDiscount, isReturn, out var discount) || !Amount(Field.LineAmount, isReturn, out var told)) return false;
        if (!Amount(Field.OrderAmount, isReturn, out var orderAmount)) return false;
        if (told is null && price is null) return _cells.Bad(RejectReason.MissingPrice, Field.UnitPrice);

        if (!Paid(quantity, price, told, discount ?? 0, out var amount)) return false;
        var unitPrice = price ?? RoundedDivision((Int128)amount * _priceUnit, quantity);
        var marks = (price is null || isZero) && amount == 0 ? said.Line | LineMarks.ZeroPriced : said.Line;
        if (!_preset.IsGoods(_cells.Text(Field.ProductCode))) marks |= LineMarks.NotGoods;
        money = new Money(quantity, unitPrice, amount, discount ?? 0, orderAmount, marks);
        return true;
    }

    private bool Quantity(bool isReturn, out int quantity)
    {
        quantity = 1;
        if (!_cells.IsMapped(Field.Quantity)) return true;
        var text = _cells.Text(Field.Quantity);
        if (text.Length == 0) return _cells.Bad(RejectReason.MissingQuantity, Field.Quantity);
        if (!NumberText.TryParse(text, _decimal, 4, out var units) || units % 10_000 != 0 || Math.Abs(units / 10_000) > 1_000_000_000)
            return _cells.Bad(RejectReason.BadQuantity, Field.Quantity);
        quantity = (int)(units / 10_000);
        if (isReturn) quantity = Math.Abs(quantity);
        return quantity > 0 || _cells.Bad(RejectReason.NegativeQuantity, Field.Quantity);
    }

    /// <param name="price">In 1/10,000; null where the file gives none.</param>
    /// <param name="isZero">The price is 0 as written: 0.00001 rounds to 0 and is none.</param>
    private bool Price(out long? price, out bool isZero)
    {
        (price, isZero) = (null, false);
        var text = _cells.Text(Field.UnitPrice);
        if (text.Length == 0) return true;
        if (!NumberText.TryParse(text, _decimal, 4, out var parsed)) return _cells.Bad(RejectReason.BadPrice, Field.UnitPrice);
        if (parsed < 0) return _cells.Bad(RejectReason.NegativePrice, Field.UnitPrice);
        if (parsed / _priceUnit > MostAmount) return _cells.Bad(RejectReason.AmountTooLarge, Field.UnitPrice);
        price = parsed;
        isZero = parsed == 0 && !text.AsSpan().ContainsAnyInRange('1', '9');
        return true;
    }

    private bool Paid(int quantity, long? price, long? told, long discount, out long amount)
    {
        amount = told ?? 0;
        if (told is not null) return true;
        var exact = ListAmount(quantity, price!.Value, _digits);
        if (exact > MostAmount) return _cells.Bad(RejectReason.AmountTooLarge, Field.UnitPrice);
        amount = (long)exact - discount;
        return amount >= 0 || _cells.Bad(RejectReason.BadAmount, Field.LineDiscount);
    }

    private bool Amount(Field field, bool isReturn, out long? amount)
    {
        amount = null;
        var text = _cells.Text(field);
        if (text.Length == 0) return true;
        if (!NumberText.TryParse(text, _decimal, _digits, out var parsed)) return _cells.Bad(RejectReason.BadAmount, field);
        if (isReturn) parsed = Math.Abs(parsed);
        if (parsed < 0) return _cells.Bad(RejectReason.BadAmount, field);
        if (parsed > MostAmount) return _cells.Bad(RejectReason.AmountTooLarge, field);
        amount = parsed;
        return true;
    }

    /// <summary>Platforms write words ("no refund asked for") where there is no refund, and some a minus where there is one.</summary>
    private bool Refund(out long refund)
    {
        refund = 0;
        var text = _cells.Text(Field.RefundAmount);
        if (!text.Any(sign => char.IsAsciiDigit(NumberText.Narrow(sign)))) return true;
        if (!NumberText.TryParse(text, _decimal, _digits, out var parsed)) return _cells.Bad(RejectReason.BadAmount, Field.RefundAmount);
        refund = Math.Abs(parsed);
        return refund <= MostAmount || _cells.Bad(RejectReason.AmountTooLarge, Field.RefundAmount);
    }

    /// <summary>What so many cost before any discount, in minor units.</summary>
    internal static Int128 ListAmount(int quantity, long unitPrice, int digits) =>
        RoundedDivision128((Int128)quantity * unitPrice, PriceUnit(digits));

    private static long PriceUnit(int digits) => (long)Math.Pow(10, 4 - digits);

    /// <summary>Half away from zero; both are not negative here.</summary>
    internal static long RoundedDivision(Int128 value, long by) => (long)RoundedDivision128(value, by);

    private static Int128 RoundedDivision128(Int128 value, long by) => (value + (by / 2)) / by;
}
