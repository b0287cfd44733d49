using Huitou.Engine;
using NodaTime;

namespace Huitou.Connect;

/// <summary>A shop's wall clock: between civil time in its zone, as files tell it, and instants.</summary>
public sealed class ShopClock(string timeZone)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[timeZone];

    /// <summary>
    /// The instant of a civil time. A time that the clock skipped in spring is moved on by what it skipped; of a time that it
    /// showed twice in autumn, the earlier one is taken.
    /// </summary>
    public DateTimeOffset Instant(DateTime civil) => LocalDateTime.FromDateTime(civil).InZoneLeniently(_zone).ToDateTimeOffset().ToUniversalTime();

    /// <summary>What the clock shows at an instant, with how far it is ahead of UTC.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => NodaTime.Instant.FromDateTimeOffset(instant).InZone(_zone).ToDateTimeOffset();

    /// <summary>The civil day that an instant falls on.</summary>
    public DateOnly Day(DateTimeOffset instant) => NodaTime.Instant.FromDateTimeOffset(instant).InZone(_zone).Date.ToDateOnly();

    /// <summary>The civil day, as <see cref="CivilDay"/> counts, and the minute of that day.</summary>
    public (int Day, int Minute) Civil(DateTimeOffset instant)
    {
        var civil = NodaTime.Instant.FromDateTimeOffset(instant).InZone(_zone).LocalDateTime;
        return (CivilDay.Number(DateOnly.FromDateTime(civil.ToDateTimeUnspecified())), (civil.Hour * 60) + civil.Minute);
    }
}
