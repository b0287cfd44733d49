namespace Huitou.Engine;

/// <summary>The eight RFM groups of the named customers who bought in the scope's period, by published edges.</summary>
/// <param name="edges">The edges; null, where nobody has bought, finds nobody.</param>
public sealed class RfmQuery(RfmEdges? edges) : TotalsQuery<CustomerTally[], Rfm>
{
    private static readonly RfmGroup[] Groups = Enum.GetValues<RfmGroup>();

    private readonly RfmScale? _scale = edges is null ? null : new RfmScale(edges);

    internal override CustomerTally[] Begin(ScopeFilter scope) => new CustomerTally[Groups.Length];

    internal override void Add(CustomerTally[] partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        if (_scale is null)
            return;
        for (var i = 0; i < totals.Count; i++)
            partial[(int)_scale.Group(totals, i, scope.AsOf)].Add(totals, i);
    }

    /// <inheritdoc/>
    public override Round<CustomerTally[], Rfm> Merge(IReadOnlyList<CustomerTally[]> partials, ScopeFilter scope) =>
        new Rfm(edges, [.. CustomerTally.Sum(partials).Select((sum, group) =>
            new RfmGroupFigures((RfmGroup)group, sum.Customers, sum.Orders, sum.Gross, sum.Net))]);
}
