namespace Huitou.Connect.Presets;

/// <summary>What a row's buyer carries besides the name that they go by. A file that maps none of it is asked once, not row by row.</summary>
internal sealed class RowIds(RowCells cells, Preset preset, string platformOfShop)
{
    private static readonly Field[] All = [Field.Card, Field.UnionId, Field.OpenId, Field.Omid, Field.PlatformNickname];

    private readonly Field[] _mapped = [.. All.Where(cells.IsMapped)];

    /// <summary>Null where there are none. Whole values only; one that cannot be kept as it is, or a platform that cannot be one, is a fault.</summary>
    internal bool Read(out BuyerIds? ids)
    {
        ids = null;
        foreach (var field in _mapped)
            if (!cells.IsKey(field, RowBuyer.MostId)) return false;
        if (_mapped.All(field => Whole(field) is null)) return true;
        var (omid, nickname) = (Whole(Field.Omid), Whole(Field.PlatformNickname));
        var platform = cells.Text(Field.Platform) is { Length: > 0 } told ? PlatformWords.Of(told) : preset.Platform.Length > 0 ? preset.Platform : platformOfShop;
        if (platform is null) return cells.Bad(RejectReason.BadValue, Field.Platform);
        ids = new BuyerIds(Card(), Whole(Field.UnionId), Whole(Field.OpenId), omid, nickname, omid is null && nickname is null ? "" : platform);
        return true;
    }

    private string? Whole(Field field) => cells.Text(field) is { Length: > 0 } text && !ContactText.IsMasked(text) && !ContactText.IsOaid(text) ? text : null;

    /// <summary>Printed in groups, typed in small letters, or turned into a number by a spreadsheet, it is the same card.</summary>
    private string? Card() => Whole(Field.Card) is { } card ? ContactText.Card(card) : null;
}
