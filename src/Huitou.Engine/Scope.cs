namespace Huitou.Engine;

/// <summary>
/// What a question is asked of. The ledger answers as if only the rows inside existed: with two shops chosen, a customer's first
/// order is the first in those two shops.
/// </summary>
public sealed record Scope
{
    /// <summary>The day as of which the question is asked: orders and refunds after it have not happened yet.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The first day of the period that the figures cover; null reaches back to the first order.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the period; null, or a later day than <see cref="AsOf"/>, ends it at <see cref="AsOf"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Ids of the shops; null means all.</summary>
    public IReadOnlyList<int>? Shops { get; init; }

    /// <summary>Codes of the channels; null means all.</summary>
    public IReadOnlyList<int>? Channels { get; init; }

    /// <summary>The customers asked about; null means all, the anonymous one included where the question allows it.</summary>
    public CustomerSet? Customers { get; init; }

    /// <summary>Which marked orders count.</summary>
    public CountingRules Counting { get; init; } = CountingRules.Default;

    /// <summary>Whether both are of the same rows: lists are compared by what they hold, sets of customers by being the same one.</summary>
    public bool Equals(Scope? other) =>
        other is not null && AsOf == other.AsOf && From == other.From && To == other.To && Counting == other.Counting
        && ReferenceEquals(Customers, other.Customers) && SameCodes(Shops, other.Shops) && SameCodes(Channels, other.Channels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOf, From, To, Shops?.Count, Channels?.Count);

    private static bool SameCodes(IReadOnlyList<int>? a, IReadOnlyList<int>? b) => a is null || b is null ? a is null && b is null : a.SequenceEqual(b);
}

/// <summary>Which orders count as sales. Shops differ here, so the marks are stored and the rule is applied at query time.</summary>
/// <param name="Excluded">Orders that carry any of these marks do not exist for the question.</param>
public sealed record CountingRules(OrderMarks Excluded)
{
    /// <summary>Neither tests nor orders without a single paid line count.</summary>
    public static readonly CountingRules Default = new(OrderMarks.ZeroPriced | OrderMarks.Test);
}

/// <summary>Whether a sum of money is taken before or after refunds.</summary>
public enum MoneyBasis
{
    /// <summary>Paid, minus the refunds dated up to the as-of day.</summary>
    Net,

    /// <summary>Paid, before refunds.</summary>
    Gross,
}
