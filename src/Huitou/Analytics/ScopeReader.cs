using System.Globalization;
using Huitou.Access;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>What a report is asked of, as somebody wrote it: lists of ids with commas, days as yyyy-MM-dd.</summary>
public sealed record ScopeQuery
{
    public string? Shops { get; init; }

    public string? Channels { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? AsOf { get; init; }

    public string? Compare { get; init; }
}

/// <summary>What the figures of a period are held against.</summary>
public enum Comparison
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The period of equal length before it.</summary>
    Previous,

    /// <summary>The same dates a year before.</summary>
    Year,
}

/// <summary>How far back a report looks where nobody says.</summary>
public enum DefaultPeriod
{
    /// <summary>To the first order.</summary>
    WholeLife,

    /// <summary>Twelve months up to the as-of day.</summary>
    LastYear,
}

/// <summary>A checked scope, with what every report needs to know beside it.</summary>
/// <param name="Scope">What the ledger is asked of.</param>
/// <param name="Compare">What the period is held against.</param>
/// <param name="Basis">The money of RFM, as the settings define it.</param>
/// <param name="Currency">What money is counted in.</param>
/// <param name="Today">The civil day in the first shop's zone.</param>
public sealed record ReportScope(Scope Scope, Comparison Compare, MoneyBasis Basis, Currency Currency, DateOnly Today)
{
    /// <summary>The only shop asked of; null when there are more, or all.</summary>
    public int? OnlyShop => Scope.Shops is [var shop] ? shop : null;
}

/// <summary>Checks scopes against what the installation knows. The settings that say what counts come in here.</summary>
public sealed class ScopeReader(IDbContextFactory<HuitouDb> databases, Settings settings, CivilClock clock)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The scope of <paramref name="query"/>, or what is wrong with it.</summary>
    public async Task<Outcome<ReportScope>> ReadAsync(ScopeQuery query, DefaultPeriod period, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var today = await clock.TodayAsync(cancel);
        var shops = Ids(query.Shops, "shops", "shop", await db.Shops.Select(shop => shop.Id).ToListAsync(cancel));
        if (shops.Refusal is { } badShops) return badShops;
        var channels = Ids(query.Channels, "channels", "channel", await db.Channels.Select(channel => channel.Id).ToListAsync(cancel));
        if (channels.Refusal is { } badChannels) return badChannels;
        var days = ReadDays(query, period, today);
        if (days.Refusal is { } badDays) return badDays;
        if (CompareOf(query.Compare) is not { } compare)
            return new Refusal(ProblemCode.InvalidField, $"'{query.Compare}' is no comparison. Give none, previous or year.", "compare");

        var definitions = await settings.DefinitionsAsync(cancel);
        var (from, to, asOf) = days.Value;
        var scope = new Scope
        {
            AsOf = asOf, From = from, To = to, Shops = shops.Value.List ?? db.Scope.Shops, Channels = channels.Value.List, Counting = Counting(definitions),
        };
        return new ReportScope(scope, compare, definitions.RfmBasis, await settings.CurrencyAsync(cancel), today);
    }

    /// <summary>Ids of shops with commas between them, of those that the caller sees; null where none is named.</summary>
    internal async Task<Outcome<(IReadOnlyList<int>? List, int _)>> ShopsAsync(string? text, string path, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Ids(text, path, "shop", await db.Shops.Select(shop => shop.Id).ToListAsync(cancel));
    }

    /// <summary>Which marked orders exist, by the settings.</summary>
    internal static CountingRules Counting(Definitions definitions) => new(
        (definitions.CountZeroPriced ? OrderMarks.None : OrderMarks.ZeroPriced) | (definitions.CountTests ? OrderMarks.None : OrderMarks.Test));

    private static Outcome<(IReadOnlyList<int>? List, int _)> Ids(string? text, string path, string noun, List<int> known)
    {
        if (string.IsNullOrWhiteSpace(text)) return ((IReadOnlyList<int>?)null, 0);
        List<int> ids = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return new Refusal(ProblemCode.InvalidField, $"'{part}' is no id. Give ids with commas between them, such as 1,2.", path);
            if (!known.Contains(id)) return new Refusal(ProblemCode.InvalidField, $"There is no {noun} {id}.", path);
            if (!ids.Contains(id)) ids.Add(id);
        }

        return ((IReadOnlyList<int>?)ids, 0);
    }

    private static Outcome<(DateOnly? From, DateOnly? To, DateOnly AsOf)> ReadDays(ScopeQuery query, DefaultPeriod period, DateOnly today)
    {
        var asOf = Day(query.AsOf, "asOf");
        if (asOf.Refusal is { } badAsOf) return badAsOf;
        var from = Day(query.From, "from");
        if (from.Refusal is { } badFrom) return badFrom;
        var to = Day(query.To, "to");
        if (to.Refusal is { } badTo) return badTo;

        // Somewhere it may already be tomorrow; further ahead every customer would only look older than they are.
        var day = asOf.Value ?? today;
        if (day > today.AddDays(1))
            return new Refusal(ProblemCode.InvalidField, $"{Text(day)} has not come yet. Give a day up to {Text(today.AddDays(1))}.", "asOf");
        var (first, last) = (from.Value, to.Value);
        if (period == DefaultPeriod.LastYear)
        {
            last ??= day;
            first ??= Max(CivilDay.First, Min(last.Value, day).AddMonths(-12).AddDays(1));
        }

        if (first > last) return new Refusal(ProblemCode.InvalidField, $"The period begins on {Text(first.Value)}, after its end {Text(last.Value)}.", "from");
        if (first > day) return new Refusal(ProblemCode.InvalidField, $"The period begins on {Text(first.Value)}, after the as-of day {Text(day)}.", "from");
        return (first, last, day);
    }

    private static Outcome<DateOnly?> Day(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) return (DateOnly?)null;
        if (!DateOnly.TryParseExact(text.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new Refusal(ProblemCode.InvalidField, $"'{text}' is no day. Write it as 2026-11-21.", path);
        if (day < CivilDay.First || day > CivilDay.Last)
            return new Refusal(ProblemCode.InvalidField, $"{Text(day)} is outside {Text(CivilDay.First)} to {Text(CivilDay.Last)}.", path);
        return (DateOnly?)day;
    }

    private static Comparison? CompareOf(string? text) => text switch
    {
        null or "" => Comparison.Previous,
        "none" => Comparison.None,
        "previous" => Comparison.Previous,
        "year" => Comparison.Year,
        _ => null,
    };

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
