namespace Huitou.Engine;

/// <summary>A question that is answered from the totals of customers alone.</summary>
/// <typeparam name="TPartial">What one pass finds.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
public abstract class TotalsQuery<TPartial, TAnswer> : ILedgerQuery<TPartial, TAnswer>
{
    private protected TotalsQuery()
    {
    }

    /// <inheritdoc/>
    public TPartial Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var partial = Begin(scope);
        var totals = CustomerTotals.Rent();
        foreach (var partition in block)
        {
            totals.Fill(partition, scope);
            Add(partial, partition, totals, scope);
        }

        totals.Return();
        return partial;
    }

    /// <inheritdoc/>
    public abstract Round<TPartial, TAnswer> Merge(IReadOnlyList<TPartial> partials, ScopeFilter scope);

    /// <summary>This and another one in one pass.</summary>
    public BothQuery<TPartial, TAnswer, TOtherPartial, TOther> And<TOtherPartial, TOther>(TotalsQuery<TOtherPartial, TOther> other) => new(this, other);

    internal abstract TPartial Begin(ScopeFilter scope);

    /// <summary>Takes in the customers of one partition.</summary>
    internal abstract void Add(TPartial partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope);
}
