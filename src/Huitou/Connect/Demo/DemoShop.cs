namespace Huitou.Connect.Demo;

/// <summary>All parts of one demo shop, wired in the order in which they build on each other.</summary>
internal sealed class DemoShop
{
    /// <summary>Shanghai's time in every year that a demo shop can live in.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private readonly DateTimeOffset _opening;

    public DemoShop(DemoSettings settings)
    {
        Settings = settings.Checked();
        _opening = new DateTimeOffset(settings.First, TimeOnly.MinValue, Offset).ToUniversalTime();
        Calendar = new(settings.First, settings.Days);
        Population = new(settings, new(Calendar), Process);
        Shelves = new(new(settings.Seed, settings.First, settings.Days), settings.Days);
    }

    public static DemoProcess Process => DemoProcess.Default;

    public DemoSettings Settings { get; }

    public ShopCalendar Calendar { get; }

    public Population Population { get; }

    public Shelves Shelves { get; }

    /// <summary>The last second of the shop's life.</summary>
    public long LastSecond => Settings.Days * 86_400L - 1;

    public DateTimeOffset Instant(long second) => _opening.AddSeconds(second);

    public long Second(DateTimeOffset instant) => (long)(instant - _opening).TotalSeconds;
}
