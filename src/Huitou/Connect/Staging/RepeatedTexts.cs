namespace Huitou.Connect.Staging;

/// <summary>
/// Texts that many rows repeat, regions and products, each kept once in memory and written as its number. It stops growing at a
/// bound; what comes later is written out.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int MostTexts = 1 << 17;
    private const int MostCharacters = 1 << 22;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _texts = [];
    private int _characters;

    /// <summary>The text's number; -1 where there is no room for another.</summary>
    internal int NumberOf(string text)
    {
        if (_numbers.TryGetValue(text, out var number)) return number;
        if (_texts.Count == MostTexts || _characters + text.Length > MostCharacters) return -1;
        _characters += text.Length;
        _texts.Add(text);
        _numbers[text] = _texts.Count - 1;
        return _texts.Count - 1;
    }

    internal string this[int number] => _texts[number];
}
