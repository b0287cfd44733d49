using Huitou.Engine;

namespace Huitou.Connect.Demo;

/// <summary>Writes what happens as order lines: goods, discount, channel, times and refund of each order, from the order's own stream.</summary>
internal sealed class OrderDesk(DemoShop shop)
{
    private const int Hour = 3600, Day = 86_400;

    /// <summary>After so long the shop closes an order that is not paid.</summary>
    private const int PatienceDays = 3;

    private static readonly Style TestLink = new("TEST01", "测试链接 请勿拍下", "", 1, 0, 0, 0);

    /// <summary>The lines of one order; <paramref name="row"/> is the number of the first.</summary>
    public IReadOnlyList<SourceLine> Write(ShopEvent happened, string orderNo, long row)
    {
        var random = StreamOf(happened);
        var order = happened.Kind switch
        {
            EventKind.Purchase => Sale(happened, shop.Population.Buyers[happened.Buyer], random),
            EventKind.Unpaid => Unpaid(happened, shop.Population.Buyers[happened.Buyer], random),
            EventKind.Gift => Gift(happened, shop.Population.Buyers[happened.Buyer], random),
            EventKind.WalkIn => WalkIn(happened, random),
            EventKind.Test => Test(happened, random),
        };
        return order.Lines(shop, orderNo, row);
    }

    private Order Sale(ShopEvent happened, Buyer buyer, RandomStream random)
    {
        var second = happened.Second;
        var promotion = shop.Calendar.PromotionOn((int)(second / Day));
        var age = (double)second / shop.LastSecond;
        var channel = SalesChannel.Draw((int)(second % Day / Hour), age, promotion is not null, buyer.Place.HasStore, random);
        var order = Goods(second, buyer, channel, promotion, random);
        // Nobody pays in the second in which the order is placed, except at a till.
        order.CreatedAt = channel == SalesChannel.Store ? second : Math.Max(0, second - (long)random.Between(15, 600));
        order.PaidAt = second;
        order.ModifiedAt = second;
        Refund(order, random);
        return order;
    }

    private Order Goods(long second, Buyer buyer, SalesChannel channel, Promotion? promotion, RandomStream random)
    {
        var day = (int)(second / Day);
        var process = DemoShop.Process;
        var value = buyer.MeanSpend * random.Gamma(process.SpendShape) / process.SpendShape;
        var present = random.Chance(shop.Calendar.BeforeEldersDay(day) ? 0.16 : 0.01);
        var shelf = shop.Shelves.On(day, buyer.Place.IsNorth, present);
        var off = channel.Off(buyer.DealDriven, promotion, random);
        var order = new Order(buyer, channel);
        order.Items.AddRange(Basket.Fill(shelf, Math.Max(1, (long)(value + 0.5)), off, random));
        if (random.Chance(value > 40_000 || promotion is not null ? 0.28 : 0.08))
            order.Gifts.Add(random.Pick<(string, string)>(Catalogue.Gifts));
        return order;
    }

    /// <summary>Two to twenty days after the payment: all of it, one line of it, or a part of a line as a compensation.</summary>
    private void Refund(Order order, RandomStream random)
    {
        if (!random.Chance(order.Channel.RefundChance))
            return;
        var at = order.PaidAt!.Value + (long)(random.Between(2, 20) * Day);
        var way = random.Unit();
        var one = order.Items[random.Below(order.Items.Count)];
        var part = random.Between(0.1, 0.4);
        // What the shop has not lived to see has not happened.
        if (at > shop.LastSecond)
            return;
        if (way < 0.55)
            order.Items.ForEach(item => item.Refund = item.Amount);
        else
            one.Refund = way < 0.88 ? one.Amount : (long)(one.Amount * part);
        order.RefundedAt = order.ModifiedAt = at;
    }

    private Order Unpaid(ShopEvent happened, Buyer buyer, RandomStream random)
    {
        var channel = buyer.DealDriven ? SalesChannel.Live : SalesChannel.Search;
        var order = Goods(happened.Second, buyer, channel, null, random);
        var end = happened.Second + PatienceDays * Day;
        order.CreatedAt = happened.Second;
        order.IsClosed = end <= shop.LastSecond;
        order.ModifiedAt = order.IsClosed ? end : happened.Second;
        return order;
    }

    private static Order Gift(ShopEvent happened, Buyer buyer, RandomStream random)
    {
        var order = new Order(buyer, SalesChannel.MiniProgram) { Marks = OrderMarks.ZeroPriced };
        order.Gifts.Add(random.Pick<(string, string)>(Catalogue.Gifts));
        order.CreatedAt = happened.Second;
        order.PaidAt = order.ModifiedAt = happened.Second;
        return order;
    }

    private Order WalkIn(ShopEvent happened, RandomStream random)
    {
        var process = DemoShop.Process;
        var spend = process.SpendShape * process.SpendGamma / random.Gamma(process.SpendQ);
        var stranger = new Buyer(happened.Buyer, "", random.Pick<Place>(Places.WithStore), false, 0, 0, spend, happened.Second);
        var promotion = shop.Calendar.PromotionOn((int)(happened.Second / Day));
        var order = Goods(happened.Second, stranger, SalesChannel.Store, promotion, random);
        order.IsAnonymous = true;
        order.CreatedAt = happened.Second;
        order.PaidAt = order.ModifiedAt = happened.Second;
        Refund(order, random);
        return order;
    }

    private static Order Test(ShopEvent happened, RandomStream random)
    {
        var tester = new Buyer(happened.Buyer, "测试", Places.WithStore[0], false, 0, 0, 1, happened.Second);
        var order = new Order(tester, SalesChannel.MiniProgram) { Marks = OrderMarks.Test };
        order.Items.Add(new(TestLink) { Amount = 1 });
        order.CreatedAt = happened.Second - random.Below(60);
        order.PaidAt = order.ModifiedAt = happened.Second;
        return order;
    }

    private RandomStream StreamOf(ShopEvent happened) => new(
        shop.Settings.Seed, StreamUse.Order, ((ulong)happened.Buyer << 32) + ((ulong)happened.Rank << 3) + (ulong)happened.Kind);
}
