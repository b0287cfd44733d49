namespace Huitou.Engine;

/// <summary>
/// A question to a ledger: a pass over blocks of partitions, in parallel, and a merge of what the passes found. A partial must be
/// made of integers (or keep its doubles apart by customer), so that answers depend neither on the number of partitions nor on how
/// they are shared out; ratios and quantiles are computed once, after merging.
/// </summary>
/// <typeparam name="TPartial">What one pass finds; small, and never shared between threads.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
public interface ILedgerQuery<TPartial, TAnswer>
{
    /// <summary>One pass over some of the partitions.</summary>
    TPartial Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope);

    /// <summary>Puts together what all passes found: the answer, or what to ask next.</summary>
    Round<TPartial, TAnswer> Merge(IReadOnlyList<TPartial> partials, ScopeFilter scope);
}

/// <summary>What a merge comes to: the answer, or one more question (exact quantiles, a page's figures and the like need two passes).</summary>
public abstract record Round<TPartial, TAnswer>
{
    private Round()
    {
    }

    /// <summary>The question is answered.</summary>
    public sealed record Done(TAnswer Answer) : Round<TPartial, TAnswer>;

    /// <summary>Another pass, with a query that knows what this one found.</summary>
    public sealed record Again(ILedgerQuery<TPartial, TAnswer> Next) : Round<TPartial, TAnswer>;

    /// <summary>An answer is a finished round.</summary>
    public static implicit operator Round<TPartial, TAnswer>(TAnswer answer) => new Done(answer);
}
