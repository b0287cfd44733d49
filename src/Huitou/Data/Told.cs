using System.Text.Encodings.Web;
using System.Text.Json;

namespace Huitou.Data;

/// <summary>What sources say of something, attribute by attribute, each with its time; as JSON {"name":["…",1700000000000]}.</summary>
internal sealed class Told
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, DatedText> _attributes = new(StringComparer.Ordinal);

    internal IEnumerable<KeyValuePair<string, DatedText>> All => _attributes;

    internal bool IsEmpty => _attributes.Count == 0;

    internal DatedText this[string attribute] => _attributes.GetValueOrDefault(attribute, DatedText.None);

    /// <summary>Takes in what a source of that time says; true where it is news.</summary>
    internal bool Tell(string attribute, string text, long at)
    {
        if (text.Length == 0) return false;
        var before = this[attribute];
        var after = before.Or(text, at);
        _attributes[attribute] = after;
        return after != before;
    }

    /// <summary>Takes in all that another says: of each attribute the newer is kept. True where anything is news.</summary>
    internal bool Take(Told other)
    {
        var news = false;
        foreach (var (attribute, told) in other._attributes) news |= Tell(attribute, told.Text, told.At);
        return news;
    }

    /// <summary>The same with other texts.</summary>
    internal Told With(Func<string, string, string> text)
    {
        var changed = new Told();
        foreach (var (attribute, told) in _attributes) changed._attributes[attribute] = told with { Text = text(attribute, told.Text) };
        return changed;
    }

    internal string Write() => JsonSerializer.Serialize(_attributes.ToDictionary(told => told.Key, told => new object[] { told.Value.Text, told.Value.At }), Json);

    /// <summary>What is in the JSON of everybody of whom this text is told.</summary>
    internal static string Opening(string attribute, string text) => $"{JsonSerializer.Serialize(attribute, Json)}:[{JsonSerializer.Serialize(text, Json)},";

    internal static Told Read(string? json)
    {
        var told = new Told();
        if (string.IsNullOrEmpty(json)) return told;
        using var document = JsonDocument.Parse(json);
        foreach (var attribute in document.RootElement.EnumerateObject())
            told._attributes[attribute.Name] = new DatedText(attribute.Value[0].GetString()!, attribute.Value[1].GetInt64());
        return told;
    }
}
