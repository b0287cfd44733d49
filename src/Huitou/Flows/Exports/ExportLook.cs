using System.Globalization;
using System.Text.Json;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;

namespace Huitou.Flows.Exports;

/// <summary>How values are written: in which language, money to how many digits, names in full or masked.</summary>
/// <param name="Language">"zh", "en" or "key".</param>
/// <param name="Digits">Decimal digits of the currency's minor unit.</param>
/// <param name="Unmasked">Names in full.</param>
/// <param name="Clock">By which times are told that belong to no shop.</param>
internal sealed record ExportLook(string Language, int Digits, bool Unmasked, ShopClock Clock)
{
    internal const string Keys = "key";
    internal static readonly string[] Languages = ["zh", "en", Keys];

    private const int PriceDigits = 4;
    private const int RateDigits = 8;

    internal string Header(string key, Words name) => Language == Keys ? key : name.In(Language);

    internal Cell Name(string name) => Cell.Of(Unmasked ? name : NameMask.Of(name));

    internal Cell Phone(string phone) => Cell.Of(Unmasked || phone.Length == 0 ? phone : ContactMask.Phone(phone));

    internal Cell Email(string email) => Cell.Of(Unmasked || email.Length == 0 ? email : ContactMask.Email(email));

    /// <summary>A card, or an id that a platform gives.</summary>
    internal Cell Known(string id) => Cell.Of(Unmasked || id.Length == 0 ? id : ContactMask.Id(id));

    /// <summary>What has no part that may be shown.</summary>
    internal Cell Hidden(string text) => Cell.Of(Unmasked || text.Length == 0 ? text : "***");

    internal static Cell Number(long value) => Cell.Number(value.ToString(CultureInfo.InvariantCulture));

    internal static Cell Id(long value) => Cell.Of(value.ToString(CultureInfo.InvariantCulture));

    internal Cell Money(long? minor) => minor is { } amount ? Cell.Number(Decimal(amount, Digits)) : Cell.Empty;

    /// <summary>A mean of money, rounded half away from zero as all money here.</summary>
    internal Cell Mean(double? minor) => minor is { } mean ? Money((long)Math.Round((decimal)mean, MidpointRounding.AwayFromZero)) : Cell.Empty;

    /// <summary>A unit price, of 1/10,000.</summary>
    internal static Cell Price(long price) => Cell.Number(Decimal(price, PriceDigits));

    /// <summary>An exchange rate, of 1/10^8.</summary>
    internal static Cell Rate(long rate) => Cell.Number(Decimal(rate, RateDigits));

    internal static Cell MoneyOf(Currency currency, long minor) => Cell.Number(Decimal(minor, currency.Digits));

    internal static Cell Day(DateOnly? day) =>
        day is { } civil ? Cell.Of(civil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : Cell.Empty;

    internal Cell Time(DateTimeOffset? instant) => Time(instant, Clock);

    /// <summary>An instant of Unix milliseconds.</summary>
    internal Cell Moment(long milliseconds) => Time(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <summary>What the clock showed and how far it is ahead of UTC, so that it is the same instant wherever it is read again.</summary>
    internal static Cell Time(DateTimeOffset? instant, ShopClock clock)
    {
        if (instant is not { } at) return Cell.Empty;
        var local = clock.Local(at);
        return Cell.Of(local.ToString(local.Millisecond == 0 ? "yyyy-MM-dd HH:mm:sszzz" : "yyyy-MM-dd HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
    }

    /// <summary>A word of a closed set: by its key, or as the glossary says it.</summary>
    internal Cell Word<T>(T value, Words words)
        where T : struct, Enum => Cell.Of(Language == Keys ? Key(value) : words.In(Language));

    internal static Cell Word<T>(T value)
        where T : struct, Enum => Cell.Of(Key(value));

    internal static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A decimal of that scale: it keeps its last zeros, and nothing is rounded on the way.</summary>
    private static string Decimal(long value, int digits)
    {
        var size = Math.Abs(value);
        return new decimal((int)size, (int)(size >> 32), 0, value < 0, (byte)digits).ToString(CultureInfo.InvariantCulture);
    }
}
