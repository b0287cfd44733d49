using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>
/// Rows on their way from the database to a part of the ledger, packed: whole tables pass through here, and as the database gives them
/// they would take several times the memory of the ledger that they become. Written by one thread, then read by one.
/// </summary>
internal sealed class LedgerSpool
{
    private const int FirstSegmentBytes = 1 << 10;
    private const int SegmentBytes = 1 << 16;

    /// <summary>More than any row takes: no row is cut by the end of a segment.</summary>
    private const int MostRowBytes = 128;

    private enum Kind : byte
    {
        End,
        Order,
        Line,
        Refund,

        /// <summary>A refund that an order's details tell, and that counts where its head tells none.</summary>
        DetailsRefund,
        Touch,
    }

    private readonly List<byte[]> _segments = [];
    private byte[] _segment = [];
    private int _at;
    private long _last;

    internal void Order(in OrderRow row)
    {
        Begin(Kind.Order, row.Id);
        Number(row.Customer);
        Number(row.Day);
        Number(row.Minute);
        Number(row.Shop);
        Number(row.Channel);
        Number(((int)row.Marks << 1) | (row.IsReturn ? 1 : 0));
        Number(row.Amount);
        Number(row.Discount);
    }

    internal void Line(long order, in LineFacts line)
    {
        Begin(Kind.Line, order);
        Number(line.Product);
        Number(line.Quantity);
        Number(line.Amount);
        Number((int)line.Marks);
    }

    internal void Refund(long order, in RefundFacts refund, bool isDetails)
    {
        Begin(isDetails ? Kind.DetailsRefund : Kind.Refund, order);
        Number(refund.Day.DayNumber);
        Number(refund.Amount);
    }

    internal void Touch(in TouchRow row)
    {
        Begin(Kind.Touch, row.Customer);
        Number(row.Touch.Day.DayNumber);
        Number(row.Touch.Minute);
        Number(row.Touch.Kind);
        Number(row.Touch.Shop);
        Number(row.Touch.Channel);
        Number(row.Touch.Product);
        Number(row.Touch.Rating);
    }

    /// <summary>Gives the rows out and forgets them, a segment at a time.</summary>
    internal void Empty(LedgerRows.Gathering into)
    {
        if (_segments.Count > 0) _segment[_at] = (byte)Kind.End;
        _last = 0;
        for (var i = 0; i < _segments.Count; i++)
        {
            (_segment, _at) = (_segments[i], 0);
            while ((Kind)_segment[_at] != Kind.End) Read(into);
            _segments[i] = [];
        }
        _segments.Clear();
        _segment = [];
    }

    private void Read(LedgerRows.Gathering into)
    {
        var kind = (Kind)_segment[_at++];
        var id = _last += Number();
        switch (kind)
        {
            case Kind.Order:
                var row = new OrderRow { Id = id, Customer = Number(), Day = (int)Number(), Minute = (int)Number(), Shop = (int)Number(), Channel = (int)Number() };
                var marks = (int)Number();
                (row.Marks, row.IsReturn, row.Amount, row.Discount) = ((OrderMarks)(marks >> 1), (marks & 1) != 0, Number(), Number());
                into.Orders.Add(row);
                break;
            case Kind.Line:
                into.Lines.Add(new(id, new((int)Number(), (int)Number(), Number(), (LineMarks)Number())));
                break;
            case Kind.Touch:
                into.Touches.Add(new(id, new(DateOnly.FromDayNumber((int)Number()), (int)Number(), (int)Number(), (int)Number(), (int)Number(), (int)Number(), (int)Number())));
                break;
            default:
                var refund = new Child<RefundFacts>(id, new(DateOnly.FromDayNumber((int)Number()), Number(), 0, 0));
                (kind == Kind.Refund ? into.Refunds : into.DetailsRefunds).Add(refund);
                break;
        }
    }

    private void Begin(Kind kind, long id)
    {
        if (_at + MostRowBytes > _segment.Length)
        {
            if (_segments.Count > 0) _segment[_at] = (byte)Kind.End;
            _segments.Add(_segment = new byte[_segments.Count == 0 ? FirstSegmentBytes : SegmentBytes]);
            _at = 0;
        }
        _segment[_at++] = (byte)kind;
        Number(id - _last);
        _last = id;
    }

    /// <summary>Seven bits to a byte, the sign in the lowest.</summary>
    private void Number(long value)
    {
        var rest = (ulong)((value << 1) ^ (value >> 63));
        for (; rest >= 0x80; rest >>= 7) _segment[_at++] = (byte)(rest | 0x80);
        _segment[_at++] = (byte)rest;
    }

    private long Number()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            ulong next = _segment[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return (long)(value >> 1) ^ -(long)(value & 1);
        }
    }
}
