using System.Globalization;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>The touches of one kind. Ratios whose divisor is zero are null.</summary>
/// <param name="Kind">What they were.</param>
/// <param name="Touches">How many.</param>
/// <param name="People">Distinct known customers.</param>
/// <param name="BoughtAfter">Those of them who bought soon after their first touch of this kind in the period.</param>
/// <param name="BoughtAfterShare">Their share of the people.</param>
/// <param name="Rated">How many were rated.</param>
/// <param name="MeanRating">The mean of the ratings.</param>
/// <param name="Stars">How many were rated with one star, with two, and so on to five.</param>
public sealed record TouchKindFigures(
    TouchKind Kind, long Touches, long People, long BoughtAfter, double? BoughtAfterShare, long Rated, double? MeanRating, IReadOnlyList<long> Stars);

/// <summary>The touches of a period, by kind.</summary>
/// <param name="AsOf">The day it is asked as of.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="To">The last.</param>
/// <param name="KeptFrom">The first day of which touches are kept one by one: none before can be asked of.</param>
/// <param name="BoughtWithin">How many days after a touch a purchase counts.</param>
/// <param name="Kinds">Those with any.</param>
public sealed record TouchAnswer(DateOnly AsOf, DateOnly From, DateOnly To, DateOnly KeptFrom, int BoughtWithin, IReadOnlyList<TouchKindFigures> Kinds);

/// <summary>Where customers and shops met, and who bought soon after.</summary>
public sealed class TouchReport(InProcessLedgerHost host, ScopeReader scopes)
{
    /// <summary>So many days after a touch a purchase counts.</summary>
    public const int BoughtWithin = 30;

    /// <summary>By kind; a period without a beginning begins with the days of which touches are kept.</summary>
    public async Task<Outcome<TouchAnswer>> AskAsync(ScopeQuery query, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(query, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var (ledger, scope, keptFrom) = (waited.Value!, read.Value!.Scope, KeptFrom(waited.Value!, read.Value.Today));
        var (from, to) = (scope.From ?? keptFrom, scope.To is { } last && last < scope.AsOf ? last : scope.AsOf);
        if (from < keptFrom) return NotKept(from, keptFrom, "from");
        if (to < keptFrom) return NotKept(to, keptFrom, scope.To is null ? "asOf" : "to");
        var kinds = ledger.AskOnce(new TouchQuery(BoughtWithin), scope with { From = from });
        return new TouchAnswer(scope.AsOf, from, to, keptFrom, BoughtWithin, [.. kinds.Select(Figures)]);
    }

    /// <summary>The first day of which touches can be asked one by one; the ledger may know of more only here and there.</summary>
    internal static DateOnly KeptFrom(Ledger ledger, DateOnly today) => ledger.TouchesFrom > TouchWindow.FirstDay(today) ? ledger.TouchesFrom : TouchWindow.FirstDay(today);

    internal static Refusal NotKept(DateOnly asked, DateOnly keptFrom, string path) => new(
        ProblemCode.TouchesNotKept,
        string.Create(CultureInfo.InvariantCulture, $"Touches are kept for {TouchWindow.Days} days: {asked:yyyy-MM-dd} is before. Ask from {keptFrom:yyyy-MM-dd} on."), path);

    private static TouchKindFigures Figures(TouchFigures kind) => new(
        (TouchKind)kind.Kind, kind.Touches, kind.People, kind.Buyers, Analytics.Figures.Ratio(kind.Buyers, kind.People), kind.Rated,
        Analytics.Figures.Ratio(kind.RatingSum, kind.Rated), kind.Stars);
}
