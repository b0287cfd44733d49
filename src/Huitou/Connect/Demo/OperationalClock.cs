namespace Huitou.Connect.Demo;

/// <summary>
/// Turns calendar time into the time in which customers buy at a steady rate. If buying has the intensity λ·m(t), the clock shows
/// τ(t) = ∫m, and in τ the process is the plain one with rate λ (time rescaling; thinning a steady process by m gives the same
/// law, at the price of the purchases thrown away). m is constant within an hour and has mean 1 over the shop's life, so a day
/// of the clock is a day on average.
/// </summary>
internal sealed class OperationalClock
{
    private const int SecondsOfDay = 86_400;

    // Share of a day's trade by hour: the lunch break and the evening on the sofa.
    private static readonly double[] Hours =
    [
        0.35, 0.18, 0.10, 0.06, 0.05, 0.08, 0.20, 0.45, 0.80, 1.10, 1.30, 1.25,
        1.20, 1.25, 1.20, 1.15, 1.10, 1.00, 1.05, 1.35, 1.80, 2.00, 1.70, 0.90,
    ];

    private static readonly double[] HourStarts = Cumulate(Hours, 1);

    private readonly double[] _dayStarts;

    /// <param name="intensity">Intensity of each day, in any unit.</param>
    public OperationalClock(ReadOnlySpan<double> intensity) => _dayStarts = Cumulate(intensity, intensity.Length);

    /// <summary>What the clock shows at the end of the shop's life.</summary>
    public double End => _dayStarts[^1];

    /// <summary>What the clock shows <paramref name="second"/> seconds after the shop opened.</summary>
    public double At(long second)
    {
        var day = (int)(second / SecondsOfDay);
        if (day >= _dayStarts.Length - 1)
            return End;
        var inDay = second % SecondsOfDay / 3600.0;
        var hour = (int)inDay;
        var share = HourStarts[hour] + (HourStarts[hour + 1] - HourStarts[hour]) * (inDay - hour);
        return _dayStarts[day] + (_dayStarts[day + 1] - _dayStarts[day]) * share;
    }

    /// <summary>The second at which the clock shows <paramref name="time"/>; null when the shop's life is over by then.</summary>
    public long? SecondAt(double time)
    {
        if (time >= End)
            return null;
        var day = Slot(_dayStarts, time);
        var share = (time - _dayStarts[day]) / (_dayStarts[day + 1] - _dayStarts[day]);
        var hour = Slot(HourStarts, share);
        var inHour = (share - HourStarts[hour]) / (HourStarts[hour + 1] - HourStarts[hour]);
        return (long)day * SecondsOfDay + hour * 3600 + Math.Min(3599, (int)(inHour * 3600));
    }

    private static int Slot(double[] starts, double value)
    {
        var found = Array.BinarySearch(starts, value);
        var slot = found >= 0 ? found : ~found - 1;
        return Math.Clamp(slot, 0, starts.Length - 2);
    }

    private static double[] Cumulate(ReadOnlySpan<double> parts, double total)
    {
        var sum = 0.0;
        foreach (var part in parts)
            sum += part;
        var starts = new double[parts.Length + 1];
        var running = 0.0;
        for (var i = 0; i < parts.Length; i++)
            starts[i + 1] = (running += parts[i]) / sum * total;
        return starts;
    }
}
