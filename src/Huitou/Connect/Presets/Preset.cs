namespace Huitou.Connect.Presets;

/// <summary>A known layout of files, declared: how it is recognised, what its columns mean, and what is peculiar about it.</summary>
internal sealed record Preset
{
    internal required string Key { get; init; }

    internal required Words Name { get; init; }

    internal required Words Description { get; init; }

    /// <summary>What an import of it can tell: "buyer", "refunds", "channel", …</summary>
    internal required IReadOnlyList<string> Gives { get; init; }

    /// <summary>The names each field goes by, best first. Compared trimmed and without case, never by position.</summary>
    internal required IReadOnlyDictionary<Field, string[]> Names { get; init; }

    /// <summary>The header must know all of these for the file to be recognised; empty for layouts that are never recognised as themselves.</summary>
    internal IReadOnlyList<Field> RecognisedBy { get; init; } = [];

    /// <summary>The buyer's id as it is kept.</summary>
    internal Func<string, string> Buyer { get; init; } = id => id;

    /// <summary>Whether the order number is one of a document that gives money back.</summary>
    internal Func<string, bool> IsReturn { get; init; } = _ => false;

    /// <summary>Whether the product code stands for goods (postage, fees and adjustments do not).</summary>
    internal Func<string, bool> IsGoods { get; init; } = _ => true;

    /// <summary>Field by field the header that gives it, as the file spells it.</summary>
    internal Dictionary<string, string> Map(IReadOnlyList<string> headers)
    {
        var columns = new Dictionary<string, string>();
        foreach (var (field, names) in Names.OrderBy(n => n.Key))
        {
            var header = names.Select(name => headers.FirstOrDefault(h => Same(h, name))).FirstOrDefault(h => h is not null);
            if (header is not null) columns[Fields.Key(field)] = header;
        }
        return columns;
    }

    internal bool Recognises(IReadOnlyList<string> headers) =>
        RecognisedBy.Count > 0 && RecognisedBy.All(field => Names[field].Any(name => headers.Any(h => Same(h, name))));

    internal static bool Same(string header, string name) =>
        header.AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>All layouts that are known.</summary>
internal static class PresetList
{
    internal static readonly IReadOnlyList<Preset> All = [OnlineRetail.Preset, Generic.Preset];

    private static readonly HashSet<string> EveryName = new(
        All.SelectMany(p => p.Names.Values).SelectMany(names => names), StringComparer.OrdinalIgnoreCase);

    /// <summary>The preset of that key; any other key ("custom") has no rules of its own.</summary>
    internal static Preset Of(string key) => All.FirstOrDefault(p => p.Key == key) ?? Generic.Preset;

    /// <summary>The layout that the column names are of; the generic one where they say all that an import needs.</summary>
    internal static Preset? Recognise(IReadOnlyList<string> headers) =>
        All.FirstOrDefault(p => p.Recognises(headers))
        ?? (RowParser.Missing(Generic.Preset.Map(headers)).Count == 0 ? Generic.Preset : null);

    /// <summary>How many of the cells are names that some preset knows.</summary>
    internal static int KnownNames(IReadOnlyList<string> cells) => cells.Count(cell => EveryName.Contains(cell.Trim()));
}
