using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>Who bought the orders that name nobody themselves.</summary>
internal sealed class BuyersTable(IDbContextFactory<HuitouDb> databases, Vault vault)
    : StoredTable<BuyersTable.Row>(databases, "buyers", new Words("订单买家", "Buyers of orders"), Permission.CustomersExport, Columns)
{
    private static readonly ExportColumn<Row>[] Columns =
    [
        new(Field.OrderNo, ExportValue.Text, (row, _) => Cell.Of(row.Order.OrderNo)),
        .. ContactColumns.Of<Row>(row => row.Buyer),
        new(Field.BuyerName, ExportValue.Text, (row, look) => look.Name(row.Name)) { IsPersonal = true },
        new(Field.ModifiedAt, ExportValue.Time, (row, look) => look.Moment(row.Order.Rank)),
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
    ];

    internal sealed record Row(OrderBuyer Order, long Customer, string Shop)
    {
        internal string Name { get; init; } = "";

        internal BuyerContact Buyer { get; init; } = BuyerContact.Nobody;
    }

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from order in VisibleOrders.Buyers(db)
        where order.Id > id
        join shop in db.Shops on order.ShopId equals shop.Id
        join node in db.EvidenceNodes on order.EvidenceNodeId equals node.Id
        orderby order.Id
        select new Row(order, node.CustomerId, shop.Name);

    protected override long IdOf(Row row) => row.Order.Id;

    protected override async Task<IReadOnlyList<Row>> CompleteAsync(HuitouDb db, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var contacts = await BuyerContacts.ReadAsync(db, vault, [.. rows.Select(row => row.Order.EvidenceNodeId).Distinct()], cancel);
        var names = await CustomerNames.ReadAsync(db, vault, [.. rows.Select(row => row.Customer).Distinct()], cancel);
        return
        [
            .. rows.Select(row => row with
            {
                Buyer = contacts[row.Order.EvidenceNodeId], Name = names.GetValueOrDefault(row.Customer, CustomerName.Unknown).Name,
            }),
        ];
    }
}
