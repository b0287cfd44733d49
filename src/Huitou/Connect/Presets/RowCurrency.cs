using Huitou.Access;

namespace Huitou.Connect.Presets;

/// <summary>The currency that a row counts in, and how its money becomes the shop's.</summary>
internal sealed class RowCurrency(RowCells cells, ShopBooks books)
{
    private const long RateUnit = 100_000_000;

    private (string Text, Currency? Currency) _last = ("", books.Currency);
    private (string Code, DateTimeOffset At, long Rate) _lastRate = ("", default, 0);

    /// <summary>The row's own.</summary>
    internal Currency Currency { get; private set; } = books.Currency;

    /// <summary>Reporting units for one of the row's, times 10^8; 0 where the row counts in the reporting currency.</summary>
    internal long Rate { get; private set; }

    internal string Code => Rate == 0 ? "" : Currency.Code;

    /// <summary>How many 1/10,000 a minor unit of the row's currency holds.</summary>
    internal long PriceUnit => PriceUnitOf(Currency);

    internal static long PriceUnitOf(Currency currency) => currency.Digits switch { 0 => 10_000, 2 => 100, _ => 10 };

    /// <summary>What so many cost before any discount, in minor units of the reporting currency with so many digits.</summary>
    internal static Int128 ListAmount(int quantity, long unitPrice, int digits) =>
        Rounded((Int128)quantity * unitPrice, PriceUnitOf(new Currency("", digits)));

    /// <param name="at">Whose day's rate counts: the payment, or the order where it is unpaid.</param>
    internal bool Read(DateTimeOffset at)
    {
        Rate = 0;
        Currency = books.Currency;
        var text = cells.Text(Field.Currency);
        if (text.Length == 0) return true;
        if (_last.Text != text) _last = (text, Of(text));
        if (_last.Currency is not { } currency) return cells.Bad(RejectReason.UnknownCurrency, Field.Currency);
        if (currency.Code == books.Currency.Code) return true;
        Currency = currency;
        if (_lastRate.Code != currency.Code || _lastRate.At != at)
        {
            if (!books.Rates.TryFind(currency.Code, books.Clock.Day(at), out var rate)) return cells.Bad(RejectReason.NoRate, Field.Currency);
            _lastRate = (currency.Code, at, rate);
        }
        Rate = _lastRate.Rate;
        return true;
    }

    /// <summary>Where the row's amounts are converted already: what they were converted from, which is kept and counts nothing.</summary>
    internal bool ReadOriginal(RowAmounts amounts, out Original? original)
    {
        original = null;
        var text = cells.Text(Field.OriginalCurrency);
        if (text.Length == 0 || Rate > 0) return true;
        if (Of(text) is not { } currency) return cells.Bad(RejectReason.UnknownCurrency, Field.OriginalCurrency);
        if (currency.Code == books.Currency.Code) return true;
        if (!amounts.Rate(Field.Rate, out var rate) || !amounts.Amount(Field.OriginalAmount, currency.Digits, isReturn: false, out var amount)) return false;
        original = new Original(currency.Code, rate, amount ?? 0);
        return true;
    }

    /// <summary>Minor units of the row's currency as minor units of the reporting one, half away from zero.</summary>
    internal long Converted(long amount)
    {
        if (Rate == 0) return amount;
        var scaled = (Int128)amount * Rate;
        var by = RateUnit;
        for (var digits = Currency.Digits; digits < books.Currency.Digits; digits++) scaled *= 10;
        for (var digits = books.Currency.Digits; digits < Currency.Digits; digits++) by *= 10;
        return Clamped(Rounded(scaled, by));
    }

    /// <summary>Unit prices are in 1/10,000 of the unit in every currency.</summary>
    internal long ConvertedPrice(long price) => Rate == 0 ? price : Clamped(Rounded((Int128)price * Rate, RateUnit));

    /// <summary>Half away from zero; what is rounded here is not negative.</summary>
    internal static Int128 Rounded(Int128 value, Int128 by) => (value + (by / 2)) / by;

    /// <summary>Beyond all that is taken, and refused as too large by who reads it.</summary>
    private static long Clamped(Int128 value) => value > long.MaxValue ? long.MaxValue : (long)value;

    /// <param name="Code">The currency that was converted from.</param>
    /// <param name="Rate">Reporting units for one of it, times 10^8.</param>
    /// <param name="Amount">Paid for the order, in its minor units.</param>
    internal readonly record struct Original(string Code, long Rate, long Amount);

    private static Currency? Of(string text) => text switch
    {
        "RMB" or "rmb" or "人民币" or "人民币元" => Currencies.Find("CNY"),
        "美元" => Currencies.Find("USD"),
        "欧元" => Currencies.Find("EUR"),
        "港币" or "港元" => Currencies.Find("HKD"),
        "日元" => Currencies.Find("JPY"),
        "英镑" => Currencies.Find("GBP"),
        _ => Currencies.Find(text.ToUpperInvariant()),
    };
}
