namespace Huitou.Connect.Presets;

/// <summary>All layouts that are known.</summary>
internal static class PresetList
{
    /// <summary>Layouts of their own first, for they say more than the generic ones.</summary>
    internal static readonly IReadOnlyList<Preset> All =
    [
        Taobao.Orders, Taobao.Details, Qianniu.Orders, Qianniu.Details, Jd.Preset, Pinduoduo.Preset, Douyin.Preset, Shopify.Orders,
        Shopify.Customers, WooCommerce.Orders, WooCommerce.Customers, OnlineRetail.Preset, .. Generic.All,
    ];

    private static readonly HashSet<string> EveryName = new(
        All.SelectMany(p => p.Names.Values).SelectMany(names => names), StringComparer.OrdinalIgnoreCase);

    /// <summary>The preset that a reading names; where it names none of its kind ("custom"), the rules are the generic ones of the kind.</summary>
    internal static Preset Of(FileReading reading) =>
        All.FirstOrDefault(p => p.Key == reading.Preset && p.Kind == reading.Kind) ?? Generic.Of(reading.Kind);

    /// <summary>The layout that the column names are of; a generic one where they say all that an import of its kind needs.</summary>
    internal static Preset? Recognise(IReadOnlyList<string> headers) =>
        All.FirstOrDefault(p => p.Recognises(headers)) ?? (Closest(headers) is var (generic, missing) && missing == 0 ? generic : null);

    /// <summary>
    /// The generic layout to begin with: the one whose needs are met, of several the one that knows most of the columns; else the one
    /// that knows most columns at all.
    /// </summary>
    internal static (Preset Preset, int Missing) Closest(IReadOnlyList<string> headers)
    {
        (Preset Preset, int Missing, int Known) best = (Generic.Of(FileKind.Orders), int.MaxValue, -1);
        foreach (var generic in Generic.All)
        {
            var columns = generic.Map(headers);
            var missing = Fields.Missing(generic.Kind, columns).Count;
            var isBetter = (missing == 0) == (best.Missing == 0) ? columns.Count > best.Known : missing == 0;
            if (isBetter) best = (generic, missing, columns.Count);
        }
        return (best.Preset, best.Missing);
    }

    /// <summary>
    /// From the fields of the kind to the columns whose names say so. A layout of its own says all there is to say: what it leaves out
    /// (a receiver's name) is left out on purpose.
    /// </summary>
    internal static Dictionary<string, string> Suggest(FileReading reading, IReadOnlyList<string> headers) => Of(reading).Map(headers);

    /// <summary>How many of the cells are names that some preset knows.</summary>
    internal static int KnownNames(IReadOnlyList<string> cells) => cells.Count(cell => EveryName.Contains(cell.Trim()));
}
