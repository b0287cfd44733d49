namespace Huitou.Connect.Presets;

/// <summary>A known layout of files, declared: how it is recognised, what its columns mean, and what is peculiar about it.</summary>
internal sealed record Preset
{
    internal required string Key { get; init; }

    internal required Words Name { get; init; }

    internal required Words Description { get; init; }

    /// <summary>What its rows tell of.</summary>
    internal FileKind Kind { get; init; } = FileKind.Orders;

    /// <summary>What an import of it can tell: "buyer", "lines", "refunds", "times", …</summary>
    internal required IReadOnlyList<string> Gives { get; init; }

    /// <summary>The names each field goes by, best first. Compared trimmed and without case, never by position.</summary>
    internal required IReadOnlyDictionary<Field, string[]> Names { get; init; }

    /// <summary>The header must know all of these for the file to be recognised; empty for layouts that are never recognised as themselves.</summary>
    internal IReadOnlyList<Field> RecognisedBy { get; init; } = [];

    /// <summary>Only part of the layout's columns is known, so that a person should look at the mapping.</summary>
    internal bool IsSubset { get; init; }

    /// <summary>Fields that only some versions of the layout have: without them it is whole all the same.</summary>
    internal IReadOnlyList<Field> Extras { get; init; } = [];

    /// <summary>What belongs to an order stands on its first row only, and rows of an order stand together.</summary>
    internal bool CarriesDown { get; init; }

    /// <summary>What was given back is told for the order, not for the line: it counts on the order's first row.</summary>
    internal bool RefundIsOrders { get; init; }

    /// <summary>
    /// Closing a paid order gives all its money back; false where only orders that were never paid are closed, and the refund column says
    /// what went back of the others.
    /// </summary>
    internal bool ClosingGivesBack { get; init; } = true;

    /// <summary>Region, city and district are the first steps of an address: "广东省 广州市 越秀区 …".</summary>
    internal bool RegionInAddress { get; init; }

    /// <summary>The column of an address that was changed after the order was placed: where it holds one, the order went there.</summary>
    internal string ChangedAddress { get; init; } = "";

    /// <summary>The line's amount is before its discount.</summary>
    internal bool LineAmountIsGross { get; init; }

    /// <summary>The column of sub-order numbers: where it joins several by ";", the row's goods cannot be told apart.</summary>
    internal string SubOrders { get; init; } = "";

    /// <summary>The layout says yes to marketing and has no column for the proof: such a yes is left aside, not refused.</summary>
    internal bool IgnoresUnprovenYes { get; init; }

    /// <summary>The platform that nicknames are of: "taobao"; empty where the layout is of none, or of several.</summary>
    internal string Platform { get; init; } = "";

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

    /// <summary>Whether a person should confirm the mapping: the layout is known in part, or the file has part of it.</summary>
    internal bool NeedsConfirmation(IReadOnlyList<string> headers)
    {
        var columns = Map(headers);
        return RecognisedBy.Count > 0 && (IsSubset || Names.Keys.Except(Extras).Except(Fields.OfReceiver).Any(field => !columns.ContainsKey(Fields.Key(field))));
    }

    internal static bool Same(string header, string name) =>
        header.AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
