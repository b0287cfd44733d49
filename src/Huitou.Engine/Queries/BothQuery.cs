namespace Huitou.Engine;

/// <summary>Two questions about the same customers in one pass: over a scope that makes a walk along all orders necessary, that walk costs most.</summary>
/// <param name="first">One.</param>
/// <param name="second">The other. Neither may need another round.</param>
public sealed class BothQuery<TFirstPartial, TFirst, TSecondPartial, TSecond>(TotalsQuery<TFirstPartial, TFirst> first, TotalsQuery<TSecondPartial, TSecond> second)
    : TotalsQuery<(TFirstPartial First, TSecondPartial Second), (TFirst First, TSecond Second)>
{
    internal override (TFirstPartial First, TSecondPartial Second) Begin(ScopeFilter scope) => (first.Begin(scope), second.Begin(scope));

    internal override void Add((TFirstPartial First, TSecondPartial Second) partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        first.Add(partial.First, partition, totals, scope);
        second.Add(partial.Second, partition, totals, scope);
    }

    /// <inheritdoc/>
    public override Round<(TFirstPartial First, TSecondPartial Second), (TFirst First, TSecond Second)> Merge(
        IReadOnlyList<(TFirstPartial First, TSecondPartial Second)> partials, ScopeFilter scope) =>
        (Answer(first.Merge([.. partials.Select(partial => partial.First)], scope)), Answer(second.Merge([.. partials.Select(partial => partial.Second)], scope)));

    private static TAnswer Answer<TPartial, TAnswer>(Round<TPartial, TAnswer> round) =>
        round is Round<TPartial, TAnswer>.Done(var answer) ? answer : throw new NotSupportedException("A question that needs another round cannot share a pass. Ask it alone.");
}
