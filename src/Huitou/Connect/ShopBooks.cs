using Huitou.Access;

namespace Huitou.Connect;

/// <summary>What the rows of a shop's files are read against.</summary>
/// <param name="Clock">Tells what civil times mean.</param>
/// <param name="Currency">The one the shop's reports count in.</param>
/// <param name="Rates">From other currencies into it.</param>
/// <param name="Platform">Of which nicknames and platforms' ids are where neither the row nor the layout says it; empty for none.</param>
/// <param name="Now">When the import started: nothing that happened later than a day after this is believed.</param>
public sealed record ShopBooks(ShopClock Clock, Currency Currency, ExchangeRates Rates, string Platform, DateTimeOffset Now);
