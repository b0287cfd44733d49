namespace Huitou.Connect.Presets;

/// <summary>Phones and e-mail addresses as shops write them. What is masked names nobody, for many people share what is left of it.</summary>
internal static class ContactText
{
    private const int MostDigits = 15;
    private const int FewestDigits = 8;
    private const int MostEmail = 254;
    private const int MostLocalPart = 64;

    /// <summary>Stars in place of what was there, or a text that only the platform can decipher.</summary>
    internal static bool IsMasked(string text) => text.AsSpan().ContainsAny('*', '＊') || IsCipher(text);

    /// <summary>"##…" and "$$…": nothing that a person could read.</summary>
    internal static bool IsCipher(string text) =>
        text.StartsWith("##", StringComparison.Ordinal) || text.StartsWith("$$", StringComparison.Ordinal);

    /// <summary>An id may hold a star; several in a row are a mask.</summary>
    internal static bool IsMaskedId(string text) =>
        text.Contains("**", StringComparison.Ordinal) || text.Contains('＊', StringComparison.Ordinal) || IsCipher(text);

    /// <summary>A receiver's id that a platform makes anew for each order, where the cell says that it is one. It identifies nobody.</summary>
    internal static bool IsOaid(string text) =>
        text.StartsWith("oaid", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && text[4] is ':' or '：' or '=' or '-' or '_' or ' ';

    /// <summary>A member card as it is compared: printed in groups, typed in small letters or saved as a number, it is the same one.</summary>
    internal static string? Card(string text)
    {
        if (text.EndsWith(".0", StringComparison.Ordinal) && text.AsSpan(0, text.Length - 2).ContainsAnyExceptInRange('0', '9') == false) text = text[..^2];
        var kept = string.Concat(text.Where(sign => sign is not (' ' or '-' or '\t' or '\u00A0' or '\u200B' or '\u3000')).Select(NumberText.Narrow));
        return kept.Length == 0 ? null : kept.ToUpperInvariant();
    }

    /// <summary>
    /// In E.164, or null. Eleven digits that begin with 13 to 19 are a Chinese mobile; any other number must tell its country (+ or 00),
    /// for nobody knows which one "020 7946 0000" is in.
    /// </summary>
    internal static string? Phone(string text)
    {
        Span<char> digits = stackalloc char[MostDigits + 2];
        var rest = text.EndsWith(".0", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2) : text;
        var count = 0;
        var hasCountry = false;
        foreach (var raw in rest)
        {
            var sign = NumberText.Narrow(raw);
            if (char.IsAsciiDigit(sign))
            {
                if (count == digits.Length) return null;
                digits[count++] = sign;
            }
            else if (sign == '+' && count == 0 && !hasCountry) hasCountry = true;
            else if (sign is not (' ' or '-' or '(' or ')' or '.' or '\'' or '\t' or '\u00A0' or '\u200B')) return null;
        }
        var number = digits[..count];
        if (!hasCountry && number.StartsWith("00"))
        {
            hasCountry = true;
            number = number[2..];
        }
        if (!hasCountry && number.Length == 11 && IsChineseMobile(number)) return string.Concat("+86", number);
        if (!hasCountry && !(number.Length == 13 && number.StartsWith("86") && IsChineseMobile(number[2..]))) return null;
        return IsInternational(number) ? string.Concat("+", number) : null;
    }

    private static bool IsInternational(ReadOnlySpan<char> number)
    {
        if (number.Length is < FewestDigits or > MostDigits || number[0] == '0') return false;
        return number.Length == 13 || !number.StartsWith("86") || !IsChineseMobile(number[2..]);
    }

    private static bool IsChineseMobile(ReadOnlySpan<char> number) => number[0] == '1' && number[1] is >= '3' and <= '9';

    /// <summary>In lower case, or null: one @, something before it, a domain with a dot after it, and nothing that no address has.</summary>
    internal static string? Email(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > MostLocalPart || text.Length > MostEmail || text.LastIndexOf('@') != at) return null;
        var domain = text.AsSpan(at + 1);
        var dot = domain.LastIndexOf('.');
        if (dot < 1 || dot > domain.Length - 3 || domain[0] is '.' or '-' || text.Contains("..", StringComparison.Ordinal)) return null;
        foreach (var sign in text)
            if (sign <= ' ' || sign is '"' or ',' or ';' or '<' or '>' or '(' or ')' or '*' or '\u3000' or '\u00A0' || char.IsControl(sign)) return null;
        return text.ToLowerInvariant();
    }
}
