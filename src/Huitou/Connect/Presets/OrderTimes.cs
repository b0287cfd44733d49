namespace Huitou.Connect.Presets;

/// <summary>The times of an order's row, and what its status makes of them.</summary>
internal sealed class OrderTimes(RowCells cells, RowTimes times, Preset preset)
{
    /// <param name="CreatedAt">The paid time where no other is told.</param>
    /// <param name="PaidAt">Null while unpaid.</param>
    /// <param name="ModifiedAt">Null where the file does not say.</param>
    /// <param name="RefundedAt">When money was given back; null where the file does not say.</param>
    /// <param name="IsClosed">Closed without payment.</param>
    /// <param name="GivenBack">What was given back where no amount says it.</param>
    internal readonly record struct Told(
        DateTimeOffset CreatedAt, DateTimeOffset? PaidAt, DateTimeOffset? ModifiedAt, DateTimeOffset? RefundedAt, bool IsClosed, GivenBack GivenBack);

    internal enum GivenBack : byte
    {
        Nothing,
        Line,
        Order,
    }

    private (string Text, Standing Standing) _status = ("", Standing.Unsaid);
    private (string Text, Standing Standing) _afterSales = ("", Standing.Unsaid);

    /// <summary>
    /// An order that was paid and is closed now was given its money back. A file that knows no paid time tells of orders that were
    /// paid when placed, unless its status says otherwise.
    /// </summary>
    internal bool Read(out Told told)
    {
        told = default;
        if (!times.Time(Field.CreatedAt, out var created) || !times.Time(Field.PaidAt, out var paid)) return false;
        if (!times.Time(Field.ModifiedAt, out var modified) || !times.Time(Field.RefundedAt, out var refunded)) return false;
        if (!times.Time(Field.CancelledAt, out var cancelled)) return false;
        if ((created ?? paid) is not { } from)
            return cells.Bad(RejectReason.MissingTime, cells.IsMapped(Field.PaidAt) ? Field.PaidAt : Field.CreatedAt);

        var standing = Of(Field.Status, ref _status);
        var isRefunded = Of(Field.AfterSales, ref _afterSales) == Standing.Refunded;
        if (cancelled is not null && standing == Standing.Unsaid) standing = Standing.Closed;
        if (standing == Standing.Closed && !preset.ClosingGivesBack) paid = null;
        else if (standing == Standing.Unpaid && !isRefunded) paid = null;
        else if (standing is Standing.Paid or Standing.Refunded || isRefunded) paid ??= from;
        else if (standing == Standing.Unsaid && !cells.IsMapped(Field.PaidAt)) paid = from;

        var closed = standing == Standing.Closed || cancelled is not null;
        var givenBack = paid is null ? GivenBack.Nothing
            : standing == Standing.Refunded || (closed && preset.ClosingGivesBack) ? GivenBack.Order
            : isRefunded ? GivenBack.Line : GivenBack.Nothing;
        told = new Told(from, paid, modified, refunded ?? cancelled, closed && paid is null, givenBack);
        return true;
    }

    /// <summary>For the lines of a details file, whose times stand with the heads.</summary>
    internal bool Refunded(out DateTimeOffset? at, out bool isRefunded)
    {
        isRefunded = Of(Field.AfterSales, ref _afterSales) == Standing.Refunded;
        return times.Time(Field.RefundedAt, out at);
    }

    private Standing Of(Field field, ref (string Text, Standing Standing) last)
    {
        var text = cells.Text(field);
        if (text != last.Text) last = (text, StatusWords.Of(text));
        return last.Standing;
    }
}
