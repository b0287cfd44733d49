using System.Globalization;
using Huitou.Access;

namespace Huitou.Connect.Demo;

/// <summary>
/// A women's wear shop that does not exist, as a source like any other: orders in the order in which they happened, the lines of one
/// order together. Only what happens is held in memory; the rows are made as they are read, and reading again gives them again.
/// </summary>
public sealed class DemoSource(DemoSettings settings) : ISource
{
    /// <summary>What the shop is called.</summary>
    public const string ShopName = DemoOwner.ShopName;

    /// <summary>The shop's time zone.</summary>
    public const string TimeZone = "Asia/Shanghai";

    public const string Currency = "CNY";

    private int _events;
    private int _told;

    public string Name => "demo";

    public double? Progress => _events > 0 ? (double)_told / _events : null;

    public DemoSettings Settings { get; } = settings.Checked();

    public IEnumerable<SourceRow> Read(CancellationToken cancel)
    {
        var shop = new DemoShop(Settings);
        var desk = new OrderDesk(shop);
        // As in a file, row 1 would be the header.
        long row = 2;
        var (today, numberOfDay) = (-1L, 0);
        var events = shop.Population.Events;
        (_events, _told) = (events.Count, 0);
        foreach (var happened in events)
        {
            cancel.ThrowIfCancellationRequested();
            _told++;
            var day = happened.Second / 86_400;
            (today, numberOfDay) = day == today ? (today, numberOfDay + 1) : (day, 1);
            var date = shop.Calendar.Date((int)day).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            foreach (var line in desk.Write(happened, $"{date}{numberOfDay:000000}", row))
            {
                yield return line;
                row++;
            }
        }
    }
}
