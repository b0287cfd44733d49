using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>What one unit of a currency was worth in the reporting currency from a day on.</summary>
public sealed class ExchangeRate
{
    /// <summary>ISO code.</summary>
    public required string Currency { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>Reporting units for one unit, times 10^8.</summary>
    public long Rate { get; set; }

    internal static void Map(EntityTypeBuilder<ExchangeRate> e)
    {
        e.ToTable("exchange_rate");
        e.HasKey(r => new { r.Currency, r.Day });
        e.Property(r => r.Currency).HasMaxLength(3);
    }
}
