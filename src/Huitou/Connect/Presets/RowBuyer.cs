namespace Huitou.Connect.Presets;

/// <summary>Whom a row names as the buyer.</summary>
internal sealed class RowBuyer(RowCells cells, Preset preset, string platformOfShop)
{
    internal const int MostId = 200;

    private readonly RowIds _ids = new(cells, preset, platformOfShop);
    private readonly RowMasks _masks = new(cells);

    /// <summary>
    /// Whole values only. What is masked or no address names nobody, and the row stays anonymous; only ids too long to be kept are a
    /// fault.
    /// </summary>
    internal bool Read(out SourceBuyer buyer)
    {
        buyer = default;
        var id = cells.Text(Field.Buyer);
        if (!cells.IsKey(Field.Buyer, MostId)) return false;
        var phone = cells.Text(Field.Phone) is { Length: > 0 } told ? ContactText.Phone(told) : null;
        var email = cells.Text(Field.Email) is { Length: > 0 } address ? ContactText.Email(address) : null;
        if (cells.Text(Field.Account) is { Length: > 0 } account)
        {
            email ??= ContactText.Email(account);
            phone ??= ContactText.Phone(account);
        }
        if (!_ids.Read(out var ids)) return false;
        buyer = new SourceBuyer(id.Length == 0 || ContactText.IsMaskedId(id) || ContactText.IsOaid(id) ? null : preset.Buyer(id), phone, email, ids);
        if (!buyer.IsNobody && _masks.Read() is { } masks) buyer = buyer with { Masks = masks };
        return true;
    }

    /// <summary>For rows that are worth nothing without a buyer.</summary>
    internal bool Demand(out SourceBuyer buyer)
    {
        if (!Read(out buyer)) return false;
        return !buyer.IsNobody || Nobody();
    }

    /// <summary>Why a row names nobody: a mask, an address that is none, or nothing at all.</summary>
    internal bool Nobody()
    {
        Field? unreadable = null, mapped = null;
        foreach (var field in (ReadOnlySpan<Field>)[Field.Buyer, Field.Phone, Field.Email, Field.Account])
        {
            var text = cells.Text(field);
            if (ContactText.IsMasked(text)) return cells.Bad(RejectReason.MaskedValue, field);
            if (ContactText.IsOaid(text)) return cells.Bad(RejectReason.Oaid, field);
            if (text.Length > 0) unreadable ??= field;
            if (cells.IsMapped(field)) mapped ??= field;
        }
        return unreadable is { } bad ? cells.Bad(RejectReason.BadValue, bad) : cells.Bad(RejectReason.MissingBuyer, mapped ?? Field.Buyer);
    }

    /// <summary>For display. A masked name still tells people something; a cipher does not. A masked id is at least a name.</summary>
    internal string Name()
    {
        var name = cells.Cut(Field.BuyerName, 200);
        if (ContactText.IsCipher(name)) name = "";
        if (cells.IsMapped(Field.LastName) && cells.Cut(Field.LastName, 100) is { Length: > 0 } last && !ContactText.IsCipher(last))
            name = name.Length == 0 ? last : RowCells.Cut($"{name} {last}", 200);
        if (name.Length > 0) return name;
        var id = cells.Text(Field.Buyer);
        return id.Length > 0 && ContactText.IsMaskedId(id) && !ContactText.IsCipher(id) ? cells.Cut(Field.Buyer, 200) : "";
    }
}
