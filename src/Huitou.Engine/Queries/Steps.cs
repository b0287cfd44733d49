namespace Huitou.Engine;

/// <summary>A period in civil steps without holes, the first and last cut to the period, and the step that each day is in.</summary>
internal sealed class Steps
{
    private readonly ushort[] _stepOfDay;
    private readonly List<(int From, int To)> _steps = [];

    internal Steps(int from, int to, Grain grain)
    {
        From = from;
        _stepOfDay = new ushort[Math.Max(to - from + 1, 0)];
        for (var first = from; first <= to;)
        {
            var last = Math.Min(Last(first, grain), to);
            _stepOfDay.AsSpan(first - from, last - first + 1).Fill((ushort)_steps.Count);
            _steps.Add((first, last));
            first = last + 1;
        }
    }

    internal int From { get; }

    internal int Count => _steps.Count;

    /// <summary>The first and the last day of a step.</summary>
    internal (int From, int To) this[int step] => _steps[step];

    /// <summary>The step of a day, or −1 outside the period.</summary>
    internal int Of(int day)
    {
        var place = day - From;
        return (uint)place < (uint)_stepOfDay.Length ? _stepOfDay[place] : -1;
    }

    private static int Last(int day, Grain grain)
    {
        var date = CivilDay.Of(day);
        return grain switch
        {
            Grain.Day => day,
            Grain.Week => day + (((int)DayOfWeek.Sunday - (int)date.DayOfWeek + 7) % 7),
            Grain.Month => day + DateTime.DaysInMonth(date.Year, date.Month) - date.Day,
        };
    }
}
