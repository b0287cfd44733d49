namespace Huitou.Customers;

/// <summary>What a page shows of a name or value by which somebody is recognised.</summary>
internal static class EvidenceMask
{
    /// <summary>A shop's own id is shown as it is: it says nothing outside the shop.</summary>
    internal static string Of(EvidenceKind kind, string text) => kind switch
    {
        EvidenceKind.SourceId => text,
        EvidenceKind.Phone => ContactMask.Phone(text),
        EvidenceKind.Email => ContactMask.Email(text),
        _ => ContactMask.Id(text),
    };
}
