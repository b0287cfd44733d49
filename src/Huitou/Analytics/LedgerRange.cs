using System.Data.Common;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>Ids above one and up to another.</summary>
internal readonly record struct IdRange(long Above, long UpTo);

/// <summary>Rows of one statement, one by one, each beginning with an id. Drivers read synchronously: a task for each row would cost more than the row.</summary>
internal sealed class LedgerCursor : IDisposable
{
    private const int RowsBetweenLooks = 4096;
    private readonly DbCommand _command;
    private readonly CancellationToken _cancel;
    private int _rows;

    internal LedgerCursor(HuitouDb db, string sql, IdRange? range, CancellationToken cancel)
    {
        _command = range is { } ids ? db.Sql(sql, ("above", ids.Above), ("upTo", ids.UpTo)) : db.Sql(sql);
        _command.CommandTimeout = 0;
        (Row, _cancel) = (_command.ExecuteReader(), cancel);
    }

    internal DbDataReader Row { get; }

    /// <summary>The row's id; beyond all ids when there is none left.</summary>
    internal long Id { get; private set; }

    internal bool Next()
    {
        if (++_rows % RowsBetweenLooks == 0) _cancel.ThrowIfCancellationRequested();
        var found = Row.Read();
        Id = found ? Row.GetInt64(0) : long.MaxValue;
        return found;
    }

    public void Dispose()
    {
        Row.Dispose();
        _command.Dispose();
    }
}

/// <summary>Reads the facts of ranges of ids: orders, lines and refunds walk side by side, then come touches; each row goes to its customer's spool.</summary>
internal sealed class LedgerRange(LedgerLoader loader, (IdRange Orders, IdRange Touches) range, LedgerHomes homes, LedgerSpool[] spools)
{
    internal void Read(CancellationToken cancel)
    {
        ReadOrders(cancel);
        ReadTouches(cancel);
    }

    private void ReadTouches(CancellationToken cancel)
    {
        using var db = loader.Open();
        using var touches = new LedgerCursor(db, OrderSelection.Everybody.Touches, range.Touches, cancel);
        while (touches.Next())
            if (homes.CustomerOf(LedgerLoader.Node(touches.Row, 1)) is { } customer) spools[LedgerStages.Of(customer)].Touch(new(customer, LedgerLoader.Touch(touches.Row)));
    }

    private void ReadOrders(CancellationToken cancel)
    {
        // PostgreSQL reads one statement on a connection at a time, SQLite as many as one likes.
        using var first = loader.Open();
        using var second = first.Database.IsNpgsql() ? loader.Open() : null;
        using var third = first.Database.IsNpgsql() ? loader.Open() : null;
        using var orders = new LedgerCursor(first, OrderSelection.Everybody.Orders, range.Orders, cancel);
        using var lines = new LedgerCursor(second ?? first, OrderSelection.Everybody.Lines, range.Orders, cancel);
        using var refunds = new LedgerCursor(third ?? first, OrderSelection.Everybody.Refunds, range.Orders, cancel);
        lines.Next();
        refunds.Next();
        while (orders.Next())
        {
            if (homes.CustomerOf(LedgerLoader.Node(orders.Row, 1)) is not { } customer) continue;
            var row = LedgerLoader.Order(orders.Row, customer);
            var spool = spools[LedgerStages.Of(customer)];
            spool.Order(row);
            for (PassDetails(lines, row.Id, Line); lines.Id == row.Id; lines.Next()) spool.Line(row.Id, LedgerLoader.Line(lines.Row));
            for (PassDetails(refunds, row.Id, Refund); refunds.Id == row.Id; refunds.Next()) spool.Refund(row.Id, LedgerLoader.Refund(refunds.Row), isDetails: false);
        }
        PassDetails(lines, long.MaxValue, Line);
        PassDetails(refunds, long.MaxValue, Refund);
    }

    /// <summary>Rows of facts that are no visible order: those of details go to the order they belong to, the others nowhere.</summary>
    private void PassDetails(LedgerCursor rows, long until, Action<LedgerSpool, long, DbDataReader> take)
    {
        for (; rows.Id < until; rows.Next())
            if (homes.OrderOf(rows.Id) is var (order, owner)) take(spools[LedgerStages.Of(owner)], order, rows.Row);
    }

    private static void Line(LedgerSpool spool, long order, DbDataReader row) => spool.Line(order, LedgerLoader.Line(row));

    private static void Refund(LedgerSpool spool, long order, DbDataReader row) => spool.Refund(order, LedgerLoader.Refund(row), isDetails: true);
}
