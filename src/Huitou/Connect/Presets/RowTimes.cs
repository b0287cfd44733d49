namespace Huitou.Connect.Presets;

/// <summary>The times of a row, and what its status makes of them.</summary>
internal sealed class RowTimes(RowCells cells, DateOrder order, ShopClock clock, DateTimeOffset now)
{
    internal readonly record struct Told(
        DateTimeOffset CreatedAt, DateTimeOffset? PaidAt, DateTimeOffset? ModifiedAt, DateTimeOffset? RefundedAt, bool IsClosed);

    private enum Standing
    {
        Unsaid,
        Unpaid,
        Closed,
    }

    private static readonly string[] ClosedWords =
        ["交易关闭", "已关闭", "订单关闭", "已取消", "取消", "关闭", "closed", "cancelled", "canceled", "voided", "void", "expired"];

    private static readonly string[] UnpaidWords =
        ["等待买家付款", "待付款", "未付款", "待支付", "未支付", "unpaid", "pending", "pending payment", "awaiting payment"];

    private readonly DateTimeOffset _earliest = clock.Instant(new DateTime(1990, 1, 1));
    private readonly DateTimeOffset _latest = now.AddDays(1);

    /// <summary>Lines of an order stand together and share their times, so the last one read is nearly always the next one.</summary>
    private readonly (string Text, DateTimeOffset Instant)[] _last = new (string, DateTimeOffset)[Enum.GetValues<Field>().Length];

    internal bool Read(out Told told)
    {
        told = default;
        if (!Time(Field.CreatedAt, out var created) || !Time(Field.PaidAt, out var paid)) return false;
        if (!Time(Field.ModifiedAt, out var modified) || !Time(Field.RefundedAt, out var refunded)) return false;
        var standing = Stands(cells.Text(Field.Status));
        // A file that knows no paid time tells of orders that were paid when placed, unless its status says otherwise.
        if (!cells.IsMapped(Field.PaidAt) && standing == Standing.Unsaid) paid = created;
        if (standing == Standing.Unpaid) paid = null;
        if ((created ?? paid) is not { } from)
            return cells.Bad(RejectReason.MissingTime, cells.IsMapped(Field.PaidAt) ? Field.PaidAt : Field.CreatedAt);
        told = new Told(from, paid, modified, refunded, standing == Standing.Closed && paid is null);
        return true;
    }

    private bool Time(Field field, out DateTimeOffset? instant)
    {
        instant = null;
        var text = cells.Text(field);
        if (text.Length == 0) return true;
        ref var last = ref _last[(int)field];
        if (last.Text != text)
        {
            if (!TimeText.TryParse(text, order, out var told)) return cells.Bad(RejectReason.BadTime, field);
            if (told.Civil.Year is < 1989 or > 2169) return cells.Bad(RejectReason.TimeOutOfRange, field);
            last = (text, told.In(clock));
        }
        if (last.Instant < _earliest || last.Instant > _latest) return cells.Bad(RejectReason.TimeOutOfRange, field);
        instant = last.Instant;
        return true;
    }

    private static Standing Stands(string status)
    {
        if (status.Length == 0) return Standing.Unsaid;
        if (ClosedWords.Contains(status, StringComparer.OrdinalIgnoreCase)) return Standing.Closed;
        return UnpaidWords.Contains(status, StringComparer.OrdinalIgnoreCase) ? Standing.Unpaid : Standing.Unsaid;
    }
}
