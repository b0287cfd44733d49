using Huitou.Access;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>The quintile edges of an answer. Money in minor units.</summary>
public sealed record EdgesFigures(
    IReadOnlyList<double> Recency, IReadOnlyList<double> Frequency, IReadOnlyList<double> Monetary, CutOffOrigin Origin, DateOnly? ValidFrom)
{
    internal static EdgesFigures? Of(EdgesInForce inForce) => inForce.Edges is { } edges
        ? new(edges.Recency, edges.Frequency, edges.Monetary, inForce.Origin, inForce.ValidFrom)
        : null;
}

/// <summary>One of the eight groups. Money in minor units; shares are of all customers and of their net sales.</summary>
public sealed record RfmGroupShare(
    RfmGroup Group, long Customers, double? Share, long Orders, long GrossSales, long NetSales, double? SalesShare);

/// <summary>The RFM groups of a day.</summary>
public sealed record RfmAnswer(Currency Currency, DateOnly AsOf, MoneyBasis Basis, EdgesFigures? Edges, IReadOnlyList<RfmGroupShare> Groups);

/// <summary>The eight RFM groups, by scores against the edges that hold on the as-of day.</summary>
public sealed class RfmReport(InProcessLedgerHost host, ScopeReader scopes, RfmEdgesFor edgesFor)
{
    /// <param name="query">Of what.</param>
    /// <param name="basis">Money before or after refunds; null as the settings define it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Outcome<RfmAnswer>> AskAsync(ScopeQuery query, MoneyBasis? basis, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(query, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var (scope, money) = (read.Value!.Scope, basis ?? read.Value.Basis);
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var edges = await edgesFor.FindAsync(waited.Value!, scope, money, scope.AsOf, cancel);
        var rfm = waited.Value!.Ask(new RfmQuery(edges.Edges), scope, cancellationToken: cancel);
        var (customers, netSales) = (rfm.Groups.Sum(group => group.Customers), rfm.Groups.Sum(group => group.NetSales));
        return new RfmAnswer(read.Value.Currency, scope.AsOf, money, EdgesFigures.Of(edges),
        [
            .. rfm.Groups.Select(group => new RfmGroupShare(
                group.Group, group.Customers, Figures.Ratio(group.Customers, customers), group.Orders, group.GrossSales, group.NetSales,
                Figures.Ratio(group.NetSales, netSales))),
        ]);
    }
}
