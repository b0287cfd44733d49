using Huitou.Engine;

namespace Huitou.Connect.Demo;

/// <summary>One order of the demo shop before it is written as lines. Times are seconds from the shop's opening.</summary>
internal sealed class Order(Buyer buyer, SalesChannel channel)
{
    /// <summary>The id under which the shop's people test.</summary>
    public const string TesterId = "hwtest";

    public SalesChannel Channel => channel;

    public List<Item> Items { get; } = [];

    public List<(string Code, string Name)> Gifts { get; } = [];

    public OrderMarks Marks { get; init; }

    public bool IsAnonymous { get; set; }

    public bool IsClosed { get; set; }

    public long CreatedAt { get; set; }

    public long? PaidAt { get; set; }

    public long ModifiedAt { get; set; }

    public long? RefundedAt { get; set; }

    public List<SourceLine> Lines(DemoShop shop, string orderNo, long row)
    {
        var head = new SourceLine(row)
        {
            OrderNo = orderNo,
            IsClosed = IsClosed,
            OrderMarks = Marks,
            CreatedAt = shop.Instant(CreatedAt),
            PaidAt = PaidAt is { } paid ? shop.Instant(paid) : null,
            ModifiedAt = shop.Instant(ModifiedAt),
            Buyer = new SourceBuyer(IsAnonymous ? null : Marks == OrderMarks.Test ? TesterId : buyer.Id),
            BuyerName = buyer.Name,
            Region = buyer.Place.Region,
            City = buyer.Place.City,
            Channel = channel.Name,
            Quantity = 1,
            Amount = 0,
        };
        var lines = new List<SourceLine>(Items.Count + Gifts.Count);
        foreach (var item in Items)
            lines.Add(Goods(head, item, row + lines.Count, shop));
        foreach (var (code, name) in Gifts)
            lines.Add(head with
            {
                Number = row + lines.Count,
                ProductCode = code,
                ProductName = name,
                Category = Catalogue.GiftCategory,
                Marks = LineMarks.ZeroPriced,
            });
        return lines;
    }

    private SourceLine Goods(SourceLine head, Item item, long row, DemoShop shop) => head with
    {
        Number = row,
        ProductCode = item.Style.Code,
        ProductName = item.Style.Name,
        Category = item.Style.Category,
        Quantity = item.Quantity,
        // Minor units to 1/10,000 of the currency's unit.
        UnitPrice = item.Style.ListPrice * 100,
        Amount = item.Amount,
        Discount = item.ListAmount - item.Amount,
        RefundAmount = item.Refund,
        RefundedAt = item.Refund > 0 ? shop.Instant(RefundedAt!.Value) : null,
    };
}
