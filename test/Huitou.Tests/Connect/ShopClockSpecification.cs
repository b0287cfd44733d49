using Huitou.Connect;
using NodaTime;

namespace Huitou.Tests.Connect;

/// <summary>The clock remembers the stretch of the time before; whatever it was asked last, it answers as the zone's own rules do.</summary>
public sealed class ShopClockSpecification
{
    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [InlineData("UTC")]
    public void Equals_the_rules_of_the_zone(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var clock = new ShopClock(id);
        foreach (var civil in Times(zone, new Random(19)))
        {
            var instant = LocalDateTime.FromDateTime(civil).InZoneLeniently(zone).ToInstant();
            Assert.Equal(instant.ToDateTimeOffset(), clock.Instant(civil));
            var shown = instant.InZone(zone);
            Assert.Equal(shown.ToDateTimeOffset(), clock.Local(instant.ToDateTimeOffset()));
            Assert.Equal(shown.Date.ToDateOnly(), clock.Day(instant.ToDateTimeOffset()));
            Assert.Equal((shown.Hour * 60) + shown.Minute, clock.Civil(instant.ToDateTimeOffset()).Minute);
        }
    }

    /// <summary>Days on end in any year, and the minutes around each time that the clock was set.</summary>
    private static IEnumerable<DateTime> Times(DateTimeZone zone, Random random)
    {
        var begin = new DateTime(1990, 1, 1);
        for (var i = 0; i < 2_000; i++) yield return begin.AddMinutes(random.Next(40 * 365 * 24 * 60));
        var era = new Interval(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0));
        foreach (var set in zone.GetZoneIntervals(era).Where(interval => interval.HasEnd).Select(interval => interval.IsoLocalEnd.ToDateTimeUnspecified()))
            for (var minutes = -180; minutes <= 180; minutes += random.Next(1, 20)) yield return set.AddMinutes(minutes);
    }
}
