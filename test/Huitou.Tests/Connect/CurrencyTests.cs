using Huitou.Connect;
using Huitou.Engine;

namespace Huitou.Tests.Connect;

/// <summary>Rows in another currency than the shop's.</summary>
public sealed class CurrencyTests
{
    private static readonly DateOnly Day = new(2025, 3, 4);

    private static readonly ExchangeRate[] Rates =
    [
        new("USD", Day, 725_000_000), new("USD", Day.AddDays(-3), 700_000_000), new("JPY", Day, 4_812_345), new("KWD", Day, 2_350_000_000), new("CNY", Day, 13_800_000),
    ];

    [Theory]
    [InlineData(-4, null)]
    [InlineData(-3, 700_000_000L)]
    [InlineData(-1, 700_000_000L)]
    [InlineData(0, 725_000_000L)]
    [InlineData(400, 725_000_000L)]
    public void The_newest_rate_on_or_before_the_day_holds(int days, long? expected)
    {
        var found = new ExchangeRates(Rates).TryFind("USD", Day.AddDays(days), out var rate);
        Assert.Equal(expected, found ? rate : null);
        Assert.False(new ExchangeRates(Rates).TryFind("EUR", Day, out _));
    }

    [Fact]
    public void A_rate_is_above_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRates([new("USD", Day, 0)]));

    private static Sheet In(int digits) => new(
        ["order no", "paid time", "quantity", "unit price", "line discount", "order amount", "refund amount", "currency"], Books.In("Asia/Shanghai", digits, Rates));

    private static SourceLine Line(int digits, string currency, string price, string quantity = "1", string discount = "", string order = "", string refund = "") =>
        In(digits).Fact<SourceLine>(
            "order no=1", "paid time=2025-03-04 23:30", $"quantity={quantity}", $"unit price={price}", $"line discount={discount}", $"order amount={order}",
            $"refund amount={refund}", $"currency={currency}");

    [Theory]
    [InlineData(2, "USD", "1.00", "3", 2_175, 72_500, 300)]
    [InlineData(2, "usd", "0.01", "1", 7, 725, 1)]
    [InlineData(2, "JPY", "100", "1", 481, 48_123, 100)]
    [InlineData(2, "JPY", "0.5", "1", 5, 241, 1)]
    [InlineData(2, "KWD", "1.001", "1", 2_352, 235_235, 1_001)]
    [InlineData(0, "CNY", "100.05", "1", 14, 138_069, 10_005)]
    [InlineData(3, "USD", "0.01", "1", 73, 725, 1)]
    public void Amounts_are_converted_line_by_line_half_away_from_zero(
        int digits, string currency, string price, string quantity, long amount, long unitPrice, long original)
    {
        var line = Line(digits, currency, price, quantity);
        Assert.Equal((amount, unitPrice, original, currency.ToUpperInvariant()), (line.Amount, line.UnitPrice, line.OriginalAmount, line.Currency));
    }

    [Fact]
    public void All_money_of_a_row_is_converted_and_the_orders_amount_kept()
    {
        var line = Line(2, "USD", "10.00", "2", discount: "1.00", order: "25.00", refund: "2.01");
        Assert.Equal((13_775L, 725L, 18_125L, 1_457L, 725_000_000L, 2_500L), (line.Amount, line.Discount, line.OrderAmount, line.RefundAmount, line.Rate, line.OriginalAmount));
    }

    [Theory]
    [InlineData("CNY")]
    [InlineData("人民币")]
    [InlineData("")]
    [InlineData("-")]
    public void The_shops_own_currency_is_left_alone(string currency)
    {
        var line = Line(2, currency, "1.25");
        Assert.Equal((125L, "", 0L, 0L, LineMarks.None), (line.Amount, line.Currency, line.Rate, line.OriginalAmount, line.Marks));
    }

    [Theory]
    [InlineData("XXX", "2025-03-04", RejectReason.UnknownCurrency)]
    [InlineData("dollars", "2025-03-04", RejectReason.UnknownCurrency)]
    [InlineData("EUR", "2025-03-04", RejectReason.NoRate)]
    [InlineData("USD", "2025-02-28", RejectReason.NoRate)]
    public void Without_a_rate_a_row_is_rejected(string currency, string day, RejectReason reason) => Assert.Equal(
        (reason, "currency"), In(2).Reject("order no=1", $"paid time={day}", "quantity=1", "unit price=1", $"currency={currency}"));

    [Fact]
    public void The_shops_day_decides_the_rate()
    {
        // 2025-03-03 18:00 UTC is the 4th in Shanghai already.
        var line = In(2).Fact<SourceLine>("order no=1", "paid time=2025-03-03 18:00:00Z", "quantity=1", "unit price=1", "currency=USD");
        Assert.Equal(725_000_000, line.Rate);
    }

    [Fact]
    public void What_is_too_large_once_converted_is_rejected() => Assert.Equal(
        RejectReason.AmountTooLarge, In(2).Reject("order no=1", "paid time=2025-03-04", "quantity=1", "unit price=9000000000", "currency=USD").Reason);
}
