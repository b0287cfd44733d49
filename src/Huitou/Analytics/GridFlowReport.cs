using System.Globalization;
using Huitou.Access;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>People who went from one cell to another, or stayed. Money in minor units.</summary>
/// <param name="FromR">How recently they had bought on the earlier day; null, like <paramref name="FromF"/>, for those who had not bought yet.</param>
/// <param name="FromF">How often they had bought then.</param>
/// <param name="ToR">How recently on the later day.</param>
/// <param name="ToF">How often then.</param>
/// <param name="Customers">How many people.</param>
/// <param name="Share">Of all who are in a cell on the later day.</param>
/// <param name="Orders">Their paid orders between the days.</param>
/// <param name="GrossSales">What they paid between.</param>
/// <param name="NetSales">Minus refunds dated between.</param>
public sealed record GridFlowFigures(RClass? FromR, FClass? FromF, RClass ToR, FClass ToF, long Customers, double? Share, long Orders, long GrossSales, long NetSales);

/// <summary>How people moved through the grid between two days.</summary>
public sealed record GridFlowAnswer(Currency Currency, DateOnly Before, DateOnly AsOf, LimitsFigures Limits, long Customers, IReadOnlyList<GridFlowFigures> Flows);

/// <summary>Tells who moved through the grid between two days, by the limits of the later one: people must not seem to move because the limits did.</summary>
public sealed class GridFlowReport(InProcessLedgerHost host, ScopeReader scopes, GridLimitsFor limitsFor)
{
    /// <summary>How far back flows begin where nobody says.</summary>
    private const int DefaultMonths = 3;

    public async Task<Outcome<GridFlowAnswer>> AskAsync(ScopeQuery asked, string? before, GridLimits? whatIf, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(asked, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var scope = read.Value!.Scope;
        var since = string.IsNullOrWhiteSpace(before) ? scope.AsOf.AddMonths(-DefaultMonths).ToString("O", CultureInfo.InvariantCulture) : before;
        var earlier = await scopes.ReadAsync(asked with { AsOf = since }, DefaultPeriod.WholeLife, cancel);
        if (earlier.Refusal is { } badDay) return badDay with { Path = "before" };
        var day = earlier.Value!.Scope.AsOf;
        if (day >= scope.AsOf) return new Refusal(ProblemCode.InvalidField, $"{day:yyyy-MM-dd} is not before {scope.AsOf:yyyy-MM-dd}. Give an earlier day.", "before");
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var limits = whatIf is { } given ? new LimitsInForce(given, CutOffOrigin.Given, null) : await limitsFor.FindAsync(waited.Value!, scope, scope.AsOf, cancel);
        var flows = waited.Value!.Ask(new GridFlowQuery(day, limits.Limits, limits.Limits), scope, cancellationToken: cancel);
        var customers = flows.Sum(flow => flow.Customers);
        return new GridFlowAnswer(
            read.Value.Currency, day, scope.AsOf, LimitsFigures.Of(limits), customers,
            [.. flows.Select(flow => new GridFlowFigures(
                flow.From?.R, flow.From?.F, flow.To.R, flow.To.F, flow.Customers, Figures.Ratio(flow.Customers, customers), flow.Orders, flow.GrossSales, flow.NetSales))]);
    }
}
