using Huitou.Access;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>The limits of an answer, and where they come from.</summary>
public sealed record LimitsFigures(int ActiveMax, int SilentMax, int DormantMax, int FanMin, CutOffOrigin Origin, DateOnly? ValidFrom)
{
    internal static LimitsFigures Of(LimitsInForce limits) => new(
        limits.Limits.ActiveMax, limits.Limits.SilentMax, limits.Limits.DormantMax, limits.Limits.FanMin, limits.Origin, limits.ValidFrom);
}

/// <summary>One cell of the grid. Money in minor units; shares are of all customers and of their net sales.</summary>
public sealed record GridCellFigures(
    RClass R, FClass F, long Customers, double? Share, long Orders, long GrossSales, long NetSales, double? SalesShare, double? Aov);

/// <summary>The R×F grid of a day, and of an earlier day with the same limits.</summary>
public sealed record GridAnswer(
    Currency Currency, DateOnly AsOf, LimitsFigures Limits, long Customers, long GrossSales, long NetSales,
    IReadOnlyList<GridCellFigures> Cells, DateOnly? ComparedAsOf, IReadOnlyList<GridCellFigures>? Compared);

/// <summary>How the grid is asked for.</summary>
/// <param name="Scope">Of what.</param>
/// <param name="CompareAsOf">Another day to hold it against; null compares with none.</param>
/// <param name="WhatIf">Limits to use instead of those in force; null uses those.</param>
public sealed record GridQuestion(ScopeQuery Scope, string? CompareAsOf = null, GridLimits? WhatIf = null);

/// <summary>
/// The R×F grid: people, sales and share by how long ago and how often they bought. A comparison uses the limits of the later of its two
/// days for both: people must not seem to move because the limits did.
/// </summary>
public sealed class GridReport(InProcessLedgerHost host, ScopeReader scopes, GridLimitsFor limitsFor)
{
    public async Task<Outcome<GridAnswer>> AskAsync(GridQuestion question, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(question.Scope, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var scope = read.Value!.Scope;
        var compared = await ComparedAsync(question, cancel);
        if (compared.Refusal is { } badDay) return badDay with { Path = "compareAsOf" };
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var ledger = waited.Value!;

        var later = compared.Value is { } other && other > scope.AsOf ? other : scope.AsOf;
        var limits = question.WhatIf is { } given
            ? new LimitsInForce(given, CutOffOrigin.Given, null)
            : await limitsFor.FindAsync(ledger, scope, later, cancel);
        var query = new GridQuery(limits.Limits);
        var cells = Cells(ledger.Ask(query, scope, cancellationToken: cancel));
        var before = compared.Value is { } day ? Cells(ledger.Ask(query, scope with { AsOf = day }, cancellationToken: cancel)) : null;
        return new GridAnswer(
            read.Value.Currency, scope.AsOf, LimitsFigures.Of(limits), cells.Sum(cell => cell.Customers), cells.Sum(cell => cell.GrossSales),
            cells.Sum(cell => cell.NetSales), cells, compared.Value, before);
    }

    private async Task<Outcome<DateOnly?>> ComparedAsync(GridQuestion question, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(question.CompareAsOf)) return (DateOnly?)null;
        var read = await scopes.ReadAsync(new() { AsOf = question.CompareAsOf }, DefaultPeriod.WholeLife, cancel);
        return read.Match<Outcome<DateOnly?>>(scope => (DateOnly?)scope.Scope.AsOf, refusal => refusal);
    }

    private static List<GridCellFigures> Cells(Grid grid)
    {
        var (customers, netSales) = (grid.Cells.Sum(cell => cell.Customers), grid.Cells.Sum(cell => cell.NetSales));
        return
        [
            .. grid.Cells.Select(cell => new GridCellFigures(
                cell.R, cell.F, cell.Customers, Figures.Ratio(cell.Customers, customers), cell.Orders, cell.GrossSales, cell.NetSales,
                Figures.Ratio(cell.NetSales, netSales), Figures.Ratio(cell.NetSales, cell.Orders))),
        ];
    }
}
