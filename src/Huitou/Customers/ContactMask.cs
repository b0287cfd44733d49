namespace Huitou.Customers;

/// <summary>What a page shows of a phone, an e-mail or an id: enough to recognise one's own, too little to call or write to.</summary>
public static class ContactMask
{
    /// <summary>+8613800000001 becomes +86138****0001.</summary>
    public static string Phone(string phone) => phone.Length < 8 ? "****" : $"{phone[..^8]}****{phone[^4..]}";

    /// <summary>jane@example.com becomes j***@example.com.</summary>
    public static string Email(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{email[..1]}***{email[at..]}" : "***";

    /// <summary>66220001 becomes 6****001, a short one its first sign: of a card, of ids that platforms give, of nicknames.</summary>
    public static string Id(string id)
    {
        var first = id.Length == 0 ? "" : id[..(char.IsHighSurrogate(id[0]) && id.Length > 1 ? 2 : 1)];
        return id.Length < 8 || char.IsLowSurrogate(id[^3]) ? $"{first}***" : $"{first}****{id[^3..]}";
    }
}
