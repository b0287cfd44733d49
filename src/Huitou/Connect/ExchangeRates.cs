using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Connect;

/// <summary>What one unit of a currency was worth from a day on.</summary>
/// <param name="Currency">ISO 4217, such as "USD".</param>
/// <param name="Day">The first civil day it holds for; it holds until a newer one.</param>
/// <param name="Rate">Units of the reporting currency for one unit, times 10^8.</param>
public sealed record ExchangeRate(string Currency, DateOnly Day, long Rate)
{
    internal static void Map(EntityTypeBuilder<ExchangeRate> e)
    {
        e.ToTable("exchange_rate");
        e.HasKey(r => new { r.Currency, r.Day });
        e.Property(r => r.Currency).HasMaxLength(3);
    }
}

/// <summary>The dated rates into the reporting currency.</summary>
public sealed class ExchangeRates
{
    private readonly Dictionary<string, (DateOnly[] Days, long[] Rates)> _byCurrency = new(StringComparer.Ordinal);

    /// <param name="rates">In any order; of two for one currency and day the later in the list holds.</param>
    public ExchangeRates(IEnumerable<ExchangeRate> rates)
    {
        foreach (var currency in rates.GroupBy(rate => rate.Currency))
        {
            var days = new SortedDictionary<DateOnly, long>();
            foreach (var rate in currency)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate.Rate, nameof(rates));
                days[rate.Day] = rate.Rate;
            }
            _byCurrency[currency.Key] = ([.. days.Keys], [.. days.Values]);
        }
    }

    public static ExchangeRates None { get; } = new([]);

    /// <summary>The newest rate of that day or before it.</summary>
    public bool TryFind(string currency, DateOnly day, out long rate)
    {
        rate = 0;
        if (!_byCurrency.TryGetValue(currency, out var dated)) return false;
        var at = Array.BinarySearch(dated.Days, day);
        if (at < 0) at = ~at - 1;
        if (at < 0) return false;
        rate = dated.Rates[at];
        return true;
    }
}
