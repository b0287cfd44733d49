namespace Huitou.Data;

/// <summary>
/// A text that newer sources change and older ones do not, so that the order in which files arrive does not matter: the latest
/// time wins, and at equal times the greater text.
/// </summary>
/// <param name="Text">What the newest source says; empty while none says anything.</param>
/// <param name="At">Its time in Unix milliseconds.</param>
internal readonly record struct DatedText(string Text, long At)
{
    internal static readonly DatedText None = new("", 0);

    /// <summary>Added to the time of what a person wrote: it stands over whatever sources say, and says so wherever it goes.</summary>
    internal const long ByHand = 1L << 50;

    internal bool IsByHand => At >= ByHand;

    /// <summary>The newer of the two; an empty text says nothing, unless a person cleared it.</summary>
    internal DatedText Or(string text, long at)
    {
        if (text.Length == 0 && at < ByHand) return this;
        // The same text again keeps the object that is there: the new one can go at once.
        if ((Text.Length == 0 && !IsByHand) || at > At) return new DatedText(text == Text ? Text : text, at);
        return at == At && string.CompareOrdinal(text, Text) > 0 ? new DatedText(text, at) : this;
    }

    /// <summary>The same for names of people, of which one in full outranks every masked one: platforms mask in new files what old ones told.</summary>
    internal DatedText OrName(string text, long at)
    {
        if (text.Length == 0 || Text.Length == 0 || IsByHand || at >= ByHand || IsMasked(text) == IsMasked(Text)) return Or(text, at);
        return IsMasked(text) ? this : new DatedText(text, at);
    }

    private static bool IsMasked(string name) => name.AsSpan().ContainsAny('*', '＊');
}
