namespace Huitou.Engine;

/// <summary>The eight RFM groups of the named customers who bought in the scope's period, by published edges.</summary>
/// <param name="edges">The edges; null, where nobody has bought, finds nobody.</param>
public sealed class RfmQuery(RfmEdges? edges) : ILedgerQuery<CustomerTally[], Rfm>
{
    private static readonly RfmGroup[] Groups = Enum.GetValues<RfmGroup>();

    private readonly RfmScale? _scale = edges is null ? null : new RfmScale(edges);

    /// <inheritdoc/>
    public CustomerTally[] Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var groups = new CustomerTally[Groups.Length];
        if (_scale is null)
            return groups;
        var totals = new CustomerTotals();
        foreach (var partition in block)
        {
            totals.Fill(partition, scope);
            for (var i = 0; i < totals.Count; i++)
                groups[(int)_scale.Group(totals, i, scope.AsOf)].Add(totals, i);
        }

        return groups;
    }

    /// <inheritdoc/>
    public Round<CustomerTally[], Rfm> Merge(IReadOnlyList<CustomerTally[]> partials, ScopeFilter scope) =>
        new Rfm(edges, [.. CustomerTally.Sum(partials).Select((sum, group) =>
            new RfmGroupFigures((RfmGroup)group, sum.Customers, sum.Orders, sum.Gross, sum.Net))]);
}
