namespace Huitou.Customers;

/// <summary>What a page shows of a phone or an e-mail: enough to recognise one's own, too little to call or write to.</summary>
public static class ContactMask
{
    /// <summary>+8613800000001 becomes +86138****0001.</summary>
    public static string Phone(string phone) => phone.Length < 8 ? "****" : $"{phone[..^8]}****{phone[^4..]}";

    /// <summary>jane@example.com becomes j***@example.com.</summary>
    public static string Email(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{email[..1]}***{email[at..]}" : "***";
}
