using Huitou.Engine;
using NodaTime;
using NodaTime.TimeZones;

namespace Huitou.Connect;

/// <summary>A shop's wall clock: between civil time in its zone, as files tell it, and instants.</summary>
public sealed class ShopClock(string timeZone)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[timeZone];
    private Stretch _stretch = new(1, 0, default);

    /// <summary>
    /// A time in which the clock was not set, in ticks of UTC. Files tell millions of times and nearly all fall into the stretch of the
    /// one before; the zone's own rules are asked for the rest.
    /// </summary>
    private sealed record Stretch(long From, long To, TimeSpan Offset)
    {
        /// <summary>No zone was ever set by more: closer to the ends of a stretch, a civil time may be skipped or told twice.</summary>
        private static readonly long s_doubtful = TimeSpan.FromDays(2).Ticks;

        internal bool Holds(long ticks) => ticks >= From && ticks < To;

        internal bool HoldsCivil(long ticks) => ticks - Offset.Ticks - s_doubtful >= From && ticks - Offset.Ticks + s_doubtful < To;

        internal static Stretch Of(ZoneInterval interval) => new(
            interval.HasStart ? interval.Start.ToDateTimeUtc().Ticks : 0, interval.HasEnd ? interval.End.ToDateTimeUtc().Ticks : DateTime.MaxValue.Ticks,
            interval.WallOffset.ToTimeSpan());
    }

    /// <summary>
    /// The instant of a civil time. A time that the clock skipped in spring is moved on by what it skipped; of a time that it
    /// showed twice in autumn, the earlier one is taken.
    /// </summary>
    public DateTimeOffset Instant(DateTime civil)
    {
        var stretch = Volatile.Read(ref _stretch);
        if (stretch.HoldsCivil(civil.Ticks)) return new DateTimeOffset(civil.Ticks - stretch.Offset.Ticks, TimeSpan.Zero);
        var instant = LocalDateTime.FromDateTime(civil).InZoneLeniently(_zone).ToDateTimeOffset().ToUniversalTime();
        StretchOf(instant);
        return instant;
    }

    /// <summary>What the clock shows at an instant, with how far it is ahead of UTC, in whole minutes.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromMinutes(StretchOf(instant).Offset.Ticks / TimeSpan.TicksPerMinute));

    /// <summary>The civil day that an instant falls on.</summary>
    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(CivilOf(instant));

    /// <summary>The civil day, as <see cref="CivilDay"/> counts, and the minute of that day.</summary>
    public (int Day, int Minute) Civil(DateTimeOffset instant)
    {
        var civil = CivilOf(instant);
        return (CivilDay.Number(DateOnly.FromDateTime(civil)), (civil.Hour * 60) + civil.Minute);
    }

    private DateTime CivilOf(DateTimeOffset instant) => new(instant.UtcTicks + StretchOf(instant).Offset.Ticks);

    private Stretch StretchOf(DateTimeOffset instant)
    {
        var stretch = Volatile.Read(ref _stretch);
        if (stretch.Holds(instant.UtcTicks)) return stretch;
        stretch = Stretch.Of(_zone.GetZoneInterval(NodaTime.Instant.FromDateTimeOffset(instant)));
        Volatile.Write(ref _stretch, stretch);
        return stretch;
    }
}
