namespace Huitou.Customers.Identity;

/// <summary>That a node carries a value: a phone, a nickname.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Scope">Within what it is one person's, as a number: equal values of two scopes have nothing to do with each other.</param>
/// <param name="Value">Its blind index.</param>
/// <param name="Node">The node's place in the set.</param>
internal readonly record struct Carried(EvidenceKind Kind, int Scope, UInt128 Value, int Node);

/// <summary>All that decides who is who. Nodes stand in it by age, the oldest first, and are named by their place.</summary>
/// <param name="Scopes">By node: the scope within which its id is unique, as a number; 0 for an address, of which a person may have several.</param>
/// <param name="Values">Which node carries what, in any sequence.</param>
/// <param name="Same">Pairs of which somebody said that they are one person.</param>
/// <param name="Different">Pairs of which somebody said that they are not.</param>
internal sealed record EvidenceSet(
    IReadOnlyList<int> Scopes, IReadOnlyList<Carried> Values, IReadOnlyList<(int, int)> Same, IReadOnlyList<(int, int)> Different)
{
    /// <summary>How many nodes may carry a value before it is nobody's.</summary>
    internal int MostCarriers { get; init; } = Resolver.MostCarriers;
}

/// <summary>Why a value that several people carry does not make them one.</summary>
public enum DoubtReason : byte
{
    /// <summary>Two who are known to be different carry it, such as two ids or nicknames of one platform: nobody can say whose it is.</summary>
    Contested = 1,

    /// <summary>It would join two who are known to be different by way of others.</summary>
    Chained = 2,

    /// <summary>So many carry it that it is nobody's: a shop's own phone, a made-up number.</summary>
    Fenced = 3,
}

/// <summary>A value that joins nobody, for a person to look at.</summary>
/// <param name="Reason">Why not.</param>
/// <param name="Kind">What kind of value.</param>
/// <param name="Nodes">Who carries it, by age.</param>
internal sealed record Doubt(DoubtReason Reason, EvidenceKind Kind, IReadOnlyList<int> Nodes);

/// <summary>Who is who.</summary>
/// <param name="OldestOf">By node: the oldest node of the same person.</param>
/// <param name="Doubts">Values that join nobody though several carry them.</param>
internal sealed record Resolution(IReadOnlyList<int> OldestOf, IReadOnlyList<Doubt> Doubts);
