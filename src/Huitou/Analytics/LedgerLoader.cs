using System.Data.Common;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>
/// Reads visible orders and touches out of the database as the facts of a ledger: everybody's, or those of some customers. Orders point to the
/// evidence node of their buyer and through it to today's customer; orders of nobody go to the anonymous customer 0, and touches as orders do.
/// </summary>
public sealed class LedgerLoader(IDbContextFactory<HuitouDb> databases, RegionDictionary regions)
{
    private const int RowsBetweenLooks = 4096;

    /// <summary>
    /// The facts of everybody, in stages by the hash of the customer. Ranges of ids are read at once, each with its orders, lines and
    /// refunds side by side, and packed; a stage is unpacked when the ledger comes to it. The connections may see different commits;
    /// the host heals that by following the change feed from before the load.
    /// </summary>
    internal async Task<LedgerStages> ReadAllAsync(CancellationToken cancel)
    {
        var homes = await Task.Run(() => ReadHomes(cancel), cancel);
        var ranges = await Task.Run(() => Ranges(OrderSelection.LastOrder).Zip(Ranges(OrderSelection.LastTouch)).ToList(), cancel);
        var stages = new LedgerStages(ranges.Count, homes.RegionOf);
        await Task.WhenAll(ranges.Select((range, i) => Task.Run(() => new LedgerRange(this, range, homes, stages.Of(i)).Read(cancel), cancel)));
        return stages;
    }

    /// <summary>The facts of the named customers, 0 being nobody, as a context sees them; who has none is left out.</summary>
    public Task<IEnumerable<CustomerFacts>> ReadAsync(HuitouDb db, IReadOnlyCollection<long> customers, CancellationToken cancel) => Task.Run(
        () =>
        {
            var binned = Binned(db, cancel);
            long[] named = [.. customers.Where(id => id != 0 && !binned.Contains(id))];
            IEnumerable<CustomerFacts> facts = named.Length == 0 ? [] : Read(db, OrderSelection.Named, named, cancel);
            return customers.Contains(0) ? facts.Concat(Read(db, OrderSelection.Nobody, [0], cancel)) : facts;
        },
        cancel);

    private LedgerRows Read(HuitouDb db, OrderSelection selection, long[] customers, CancellationToken cancel)
    {
        var rows = new LedgerRows.Gathering();
        var isNobody = customers is [0];
        rows.Orders.AddRange(Read(db, selection.Orders, customers, row => Order(row, isNobody ? 0 : row.GetInt64(1)), cancel));
        long[] ids = [.. rows.Orders.Select(order => order.Id)];
        var details = Read(db, selection.Details, ids, row => KeyValuePair.Create(row.GetInt64(0), row.GetInt64(1)), cancel).ToDictionary();
        long[] facts = [.. ids, .. details.Keys];
        rows.Lines.AddRange(Read(db, selection.Lines, facts, row => new Child<LineFacts>(details.GetValueOrDefault(row.GetInt64(0), row.GetInt64(0)), Line(row)), cancel));
        foreach (var (fact, refund) in Read(db, selection.Refunds, facts, row => (row.GetInt64(0), Refund(row)), cancel))
        {
            if (details.TryGetValue(fact, out var order)) rows.DetailsRefunds.Add(new(order, refund));
            else rows.Refunds.Add(new(fact, refund));
        }
        rows.Touches.AddRange(Read(db, selection.Touches, customers, row => new TouchRow(isNobody ? 0 : row.GetInt64(1), Touch(row)), cancel));
        KeyValuePair<long, int> Settled(DbDataReader row) => KeyValuePair.Create(row.GetInt64(0), regions.CodeOf(row.GetString(1)));
        var home = Read(db, selection.Regions, customers, Settled, cancel).Concat(isNobody ? [] : Read(db, selection.OrderedRegions, customers, Settled, cancel)).ToDictionary();
        return new(rows, id => home.GetValueOrDefault(id));
    }

    private static List<T> Read<T>(HuitouDb db, string sql, long[] ids, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        List<T> rows = [];
        if (ids.Length == 0) return rows;
        using var command = db.Sql(OrderSelection.Resolve(sql, db), ("ids", SqlList.Value(db, ids)));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(row(reader));
            if (rows.Count % RowsBetweenLooks == 0) cancel.ThrowIfCancellationRequested();
        }
        return rows;
    }

    private static HashSet<long> Binned(HuitouDb db, CancellationToken cancel)
    {
        var binned = new HashSet<long>();
        using var customers = new LedgerCursor(db, OrderSelection.Binned, null, cancel);
        while (customers.Next()) binned.Add(customers.Id);
        return binned;
    }

    private LedgerHomes ReadHomes(CancellationToken cancel)
    {
        var homes = new LedgerHomes();
        using var db = databases.CreateDbContext();
        var binned = Binned(db, cancel);
        using (var nodes = new LedgerCursor(db, OrderSelection.Nodes, null, cancel))
            while (nodes.Next()) homes.Place(nodes.Id, nodes.Row.GetInt64(1) is var customer && binned.Contains(customer) ? LedgerHomes.Nobody : customer);
        foreach (var sql in (string[])[OrderSelection.Everybody.Regions, OrderSelection.Everybody.OrderedRegions])
        {
            using var customers = new LedgerCursor(db, sql, null, cancel);
            while (customers.Next()) homes.Settle(customers.Id, regions.CodeOf(customers.Row.GetString(1)));
        }
        using (var details = new LedgerCursor(db, OrderSelection.Everybody.Details, null, cancel))
            while (details.Next()) homes.Detail(details.Id, details.Row.GetInt64(1), Node(details.Row, 2));
        return homes;
    }

    /// <summary>All ids up to the last, cut into as many ranges as threads may read at once.</summary>
    private List<IdRange> Ranges(string lastId)
    {
        using var db = databases.CreateDbContext();
        using var command = db.Sql(lastId);
        var (last, count) = (Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture), Environment.ProcessorCount);
        return [.. Enumerable.Range(0, count).Select(i => new IdRange(last / count * i, i == count - 1 ? long.MaxValue : last / count * (i + 1)))];
    }

    internal HuitouDb Open() => databases.CreateDbContext();

    internal static long? Node(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    internal static OrderRow Order(DbDataReader row, long customer) => new()
    {
        Id = row.GetInt64(0),
        Customer = customer,
        IsReturn = row.GetInt16(2) == (short)OrderKind.Return,
        Shop = row.GetInt32(3),
        Channel = row.GetInt32(4),
        Marks = (OrderMarks)row.GetInt16(5),
        Day = row.GetInt32(6),
        Minute = row.GetInt32(7),
        Amount = row.GetInt64(8),
        Discount = row.GetInt64(9),
    };

    internal static LineFacts Line(DbDataReader row) => new(row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), (LineMarks)row.GetInt16(4));

    internal static TouchFacts Touch(DbDataReader row) => new(
        CivilDay.Of(row.GetInt32(3)), row.GetInt32(4), row.GetInt16(2), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.IsDBNull(8) ? 0 : row.GetInt32(8));

    internal static RefundFacts Refund(DbDataReader row) => new(CivilDay.Of(row.GetInt32(1)), row.GetInt64(2), 0, 0);
}
