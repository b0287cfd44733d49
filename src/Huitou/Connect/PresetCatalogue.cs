using Huitou.Connect.Presets;

namespace Huitou.Connect;

/// <summary>What pages and docs say of a preset.</summary>
public sealed record PresetInfo(string Key, FileKind Kind, Words Name, Words Description, IReadOnlyList<string> Gives);

/// <summary>The presets, for pages.</summary>
public static class PresetCatalogue
{
    public static IReadOnlyList<PresetInfo> All { get; } =
        [.. PresetList.All.Select(p => new PresetInfo(p.Key, p.Kind, p.Name, p.Description, p.Gives))];
}
