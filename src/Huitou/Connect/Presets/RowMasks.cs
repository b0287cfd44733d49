namespace Huitou.Connect.Presets;

/// <summary>What a row masks of its buyer. A file that maps nothing which can be masked is asked once, not row by row.</summary>
internal sealed class RowMasks(RowCells cells)
{
    private const int Most = 200;

    private static readonly Field[] All = [Field.Buyer, Field.Phone, Field.Email, Field.Card, Field.PlatformNickname];

    private readonly Field[] _mapped = [.. All.Where(cells.IsMapped)];

    /// <summary>Null where nothing is masked.</summary>
    internal BuyerMasks? Read()
    {
        foreach (var field in _mapped)
            if (IsMask(field)) return new(Of(Field.Buyer), Of(Field.Phone), Of(Field.Email), Of(Field.Card), Of(Field.PlatformNickname));
        return null;
    }

    private string? Of(Field field) => IsMask(field) ? cells.Cut(field, Most) : null;

    /// <summary>A cipher is a mask that tells nobody anything.</summary>
    private bool IsMask(Field field)
    {
        var text = cells.Text(field);
        return (field == Field.Buyer ? ContactText.IsMaskedId(text) : ContactText.IsMasked(text)) && !ContactText.IsCipher(text);
    }
}
