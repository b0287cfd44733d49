using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>What orders cost.</summary>
internal sealed class CostsTable(IDbContextFactory<HuitouDb> databases)
    : StoredTable<CostsTable.Row>(databases, "costs", new Words("订单成本", "Costs of orders"), Permission.ReportsRead, Columns)
{
    private static readonly ExportColumn<Row>[] Columns =
    [
        new(Field.OrderNo, ExportValue.Text, (row, _) => Cell.Of(row.Cost.OrderNo)),
        new(Field.GoodsCost, ExportValue.Money, (row, look) => look.Money(row.Cost.Goods)),
        new(Field.FreightCost, ExportValue.Money, (row, look) => look.Money(row.Cost.Freight)),
        new(Field.FeeCost, ExportValue.Money, (row, look) => look.Money(row.Cost.Fee)),
        new(Field.ServiceCost, ExportValue.Money, (row, look) => look.Money(row.Cost.Service)),
        new(Field.ModifiedAt, ExportValue.Time, (row, look) => look.Moment(row.Cost.Rank)),
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
    ];

    internal sealed record Row(OrderCost Cost, string Shop);

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from cost in VisibleFacts.Of(db, db.OrderCosts)
        where cost.Id > id
        join shop in db.Shops on cost.ShopId equals shop.Id
        orderby cost.Id
        select new Row(cost, shop.Name);

    protected override long IdOf(Row row) => row.Cost.Id;
}
