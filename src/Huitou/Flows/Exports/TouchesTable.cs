using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>Where customers and shops met.</summary>
internal sealed class TouchesTable(IDbContextFactory<HuitouDb> databases, Vault vault)
    : StoredTable<TouchesTable.Row>(databases, "touches", new Words("接触记录", "Touches"), Permission.CustomersExport, Columns)
{
    private static readonly ExportColumn<Row>[] Columns =
    [
        new(Field.TouchId, ExportValue.Text, (row, _) => Cell.Of(row.Touch.Key)),
        new(Field.TouchKind, ExportValue.Text, (row, look) => look.Word(row.Touch.Kind, KindWords(row.Touch.Kind))),
        new(Field.TouchedAt, ExportValue.Time, (row, look) => look.Time(row.Touch.At)),
        .. ContactColumns.Of<Row>(row => row.Buyer),
        new(Field.OrderNo, ExportValue.Text, (row, _) => Cell.Of(row.Touch.OrderNo)),
        new(Field.ProductCode, ExportValue.Text, (row, _) => Cell.Of(row.ProductCode ?? "")),
        new(Field.Channel, ExportValue.Text, (row, _) => Cell.Of(row.Channel ?? "")),
        new(Field.Staff, ExportValue.Text, (row, _) => Cell.Of(row.Touch.Staff)),
        new(Field.Rating, ExportValue.Number, (row, _) => row.Touch.Rating is { } rating ? ExportLook.Number(rating) : Cell.Empty),
        new(Field.Comment, ExportValue.Text, (row, _) => Cell.Of(row.Comment)),
        new(Field.ModifiedAt, ExportValue.Time, (row, look) => look.Moment(row.Touch.Rank)),
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
    ];

    internal sealed record Row(Touch Touch, string? ProductCode, string? Channel, string Shop)
    {
        internal BuyerContact Buyer { get; init; } = BuyerContact.Nobody;

        internal string Comment { get; init; } = "";
    }

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from touch in VisibleFacts.Of(db, db.Touches)
        where touch.Id > id
        join shop in db.Shops on touch.ShopId equals shop.Id
        join product in db.Products on touch.ProductId equals product.Id into products
        from product in products.DefaultIfEmpty()
        join channel in db.Channels on touch.ChannelId equals channel.Id into channels
        from channel in channels.DefaultIfEmpty()
        orderby touch.Id
        select new Row(touch, product == null ? null : product.Code, channel == null ? null : channel.Name, shop.Name);

    protected override long IdOf(Row row) => row.Touch.Id;

    protected override async Task<IReadOnlyList<Row>> CompleteAsync(HuitouDb db, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var nodes = rows.Select(row => row.Touch.EvidenceNodeId).OfType<long>().Distinct().ToList();
        var contacts = await BuyerContacts.ReadAsync(db, vault, nodes, cancel);
        return
        [
            .. rows.Select(row => row with
            {
                Buyer = row.Touch.EvidenceNodeId is { } node ? contacts[node] : BuyerContact.Nobody,
                Comment = vault.OpenSome(row.Touch.Comment, Touch.SealedComment, row.Touch.Id),
            }),
        ];
    }

    private static Words KindWords(TouchKind kind) => kind switch
    {
        TouchKind.View => new("浏览", "view"),
        TouchKind.Favourite => new("收藏", "favourite"),
        TouchKind.Inquiry => new("咨询", "inquiry"),
        TouchKind.Complaint => new("投诉", "complaint"),
        TouchKind.ComplaintClosed => new("投诉解决", "complaint closed"),
        TouchKind.Review => new("评价", "review"),
        TouchKind.Visit => new("到店", "visit"),
    };
}
