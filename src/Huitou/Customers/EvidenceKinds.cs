namespace Huitou.Customers;

/// <summary>What is peculiar about each kind of evidence: the one table of it.</summary>
internal static class EvidenceKinds
{
    /// <summary>Kinds of which a person has one within a scope: who carries two different ones is not one person.</summary>
    internal static readonly EvidenceKind[] Exclusive = [EvidenceKind.UnionId, EvidenceKind.Omid, EvidenceKind.OpenId, EvidenceKind.Nickname];

    /// <summary>In the sequence in which values join: what a platform gives once and for all, what a person may change, what is lent and handed on.</summary>
    private static readonly EvidenceKind[] ByStrength = [EvidenceKind.SourceId, .. Exclusive, EvidenceKind.Card, EvidenceKind.Phone, EvidenceKind.Email];

    private static readonly int[] Ranks = [.. Enumerable.Range(0, 1 + (int)Enum.GetValues<EvidenceKind>().Max()).Select(kind => Array.IndexOf(ByStrength, (EvidenceKind)kind))];

    /// <summary>Its place among the kinds, the strongest first.</summary>
    internal static int Rank(EvidenceKind kind) => Ranks[(int)kind];

    internal static bool IsExclusive(EvidenceKind kind) => kind is EvidenceKind.UnionId or EvidenceKind.Omid or EvidenceKind.OpenId or EvidenceKind.Nickname;
}
