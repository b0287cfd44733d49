namespace Huitou.Connect.Regions;

/// <summary>Names by the folded forms they go by. A form that several go by names none of them.</summary>
internal sealed class Forms<T>
    where T : class
{
    private readonly Dictionary<string, T?> _named = [];
    private readonly Dictionary<string, T?>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private int _longest;

    internal Forms() => _bySpan = _named.GetAlternateLookup<ReadOnlySpan<char>>();

    internal T? this[string text] => _named.GetValueOrDefault(PlaceText.Folded(text));

    /// <summary>Adds forms that another may go by as well.</summary>
    internal void Add(T named, params IEnumerable<string> forms)
    {
        foreach (var form in forms.Select(PlaceText.Folded).Where(form => form.Length > 0).Distinct())
        {
            _named[form] = _named.TryGetValue(form, out var other) && !ReferenceEquals(other, named) ? null : named;
            _longest = Math.Max(_longest, form.Length);
        }
    }

    /// <summary>The longest form with which a folded text begins, of two characters at least; its length, 0 for none.</summary>
    internal int Begins(ReadOnlySpan<char> text, out T? named)
    {
        for (var length = Math.Min(_longest, text.Length); length >= 2; length--)
            if (_bySpan.TryGetValue(text[..length], out named) && named is not null) return length;
        named = null;
        return 0;
    }
}

/// <summary>A district or county by its whole name, and the city it lies in.</summary>
internal sealed record County(string Name, City City);

/// <summary>A city of a province: of prefecture level, or governed by the province directly.</summary>
internal sealed record City(string Name, string Short, Province Province)
{
    internal Forms<County> Counties { get; } = new();
}

/// <summary>A province, autonomous region, municipality or special administrative region of China.</summary>
internal sealed record Province(string Name, string Short, string English)
{
    internal Forms<City> Cities { get; } = new();

    internal Forms<County> Counties { get; } = new();

    /// <summary>The one city that the province itself is: of Beijing Beijing.</summary>
    internal City? Itself { get; set; }
}
