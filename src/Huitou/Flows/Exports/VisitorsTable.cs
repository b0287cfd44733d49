using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>How many came on each day.</summary>
internal sealed class VisitorsTable(IDbContextFactory<HuitouDb> databases)
    : StoredTable<VisitorsTable.Row>(databases, "visitors", new Words("访客数", "Visitors"), Permission.ReportsRead, Columns)
{
    private static readonly ExportColumn<Row>[] Columns =
    [
        new(Field.Day, ExportValue.Day, (row, _) => ExportLook.Day(CivilDay.Of(row.Count.Day))),
        new(Field.Visitors, ExportValue.Number, (row, _) => ExportLook.Number(row.Count.Visitors)),
        new(Field.Channel, ExportValue.Text, (row, _) => Cell.Of(row.Channel ?? "")),
        new(Field.ModifiedAt, ExportValue.Time, (row, look) => look.Moment(row.Count.Rank)),
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
    ];

    internal sealed record Row(VisitorCount Count, string? Channel, string Shop);

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from count in VisibleFacts.Of(db, db.VisitorCounts)
        where count.Id > id
        join shop in db.Shops on count.ShopId equals shop.Id
        join channel in db.Channels on count.ChannelId equals channel.Id into channels
        from channel in channels.DefaultIfEmpty()
        orderby count.Id
        select new Row(count, channel == null ? null : channel.Name, shop.Name);

    protected override long IdOf(Row row) => row.Count.Id;
}
