using Huitou.Access;
using Huitou.Connect;

namespace Huitou.Tests.Connect;

/// <summary>The books of a shop on New Year's Day 2026, UTC.</summary>
internal static class Books
{
    internal static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static ShopBooks In(string timeZone, int digits = 2, params ExchangeRate[] rates) =>
        new(new ShopClock(timeZone), new Currency(digits switch { 0 => "JPY", 2 => "CNY", _ => "KWD" }, digits), new ExchangeRates(rates), ShopPlatform.None, Now);
}
