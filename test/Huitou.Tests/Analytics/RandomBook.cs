using Huitou.Connect;
using Huitou.Engine;
using Huitou.Orders;

namespace Huitou.Tests.Analytics;

/// <summary>Books with everything that can happen to an order, from a seed: versions, undone imports, merged buyers, returns, nobody.</summary>
internal static class RandomBook
{
    private static readonly string[] Regions = ["", "浙江", "France", "United Kingdom"];

    internal static OrderBook Make(int seed, int customers = 60, int orders = 600, int days = 300)
    {
        var random = new Random(seed);
        var book = OrderBook.Empty();
        book.AddImport(ImportState.Committed);
        book.AddImport(ImportState.Running);
        book.AddImport(ImportState.Failed);
        for (var id = 1; id <= customers; id++) book.AddCustomer(id, $"Customer {id}", Regions[random.Next(Regions.Length)]);

        // One in ten has been merged into a neighbour: its evidence points there, its orders still to its evidence.
        foreach (var node in book.Nodes.Where(_ => random.Next(10) == 0)) node.CustomerId = 1 + (node.CustomerId % customers);
        for (var i = 0; i < orders; i++) AddOrder(book, random, customers, days);
        for (var i = 0; i < orders / 3; i++) AddTouch(book, random, customers, days);
        return book;
    }

    /// <summary>Some name nobody but an order: a visible one, one that is not, one of the other shop, or none that is known.</summary>
    private static void AddTouch(OrderBook book, Random random, int customers, int days)
    {
        var node = random.Next(3) == 0 ? null : (long?)random.Next(1, customers + 1);
        var orderNo = random.Next(4) == 0 ? "" : $"N{random.Next(1, book.Orders.Count + 20)}";
        var touch = book.AddTouch(node, (TouchKind)random.Next(1, 8), random.Next(days), orderNo, random.Next(1, 3), random.Next(1, 5));
        (touch.Minute, touch.ChannelId, touch.ProductId) = (random.Next(1440), random.Next(0, 3), random.Next(0, 4));
        touch.Rating = random.Next(2) == 0 ? random.Next(1, 6) : null;
        touch.HiddenByImportId = random.Next(5) == 0 ? random.Next(1, 5) : null;
    }

    private static void AddOrder(OrderBook book, Random random, int customers, int days)
    {
        var node = random.Next(8) == 0 ? null : (long?)random.Next(1, customers + 1);
        var order = book.AddOrder(node, random.Next(days), random.Next(1, 100_000), random.Next(1, 3), random.Next(0, 3), random.Next(1, 5));
        order.Minute = random.Next(1440);
        order.Discount = random.Next(3) == 0 ? random.Next(500) : 0;
        order.HiddenByImportId = random.Next(5) == 0 ? random.Next(1, 5) : null;
        order.Marks = random.Next(12) switch { 0 => OrderMarks.ZeroPriced, 1 => OrderMarks.Test, _ => OrderMarks.None };
        if (random.Next(10) == 0) order.Kind = OrderKind.Return;
        if (random.Next(10) == 0 && order.Kind == OrderKind.Sale)
        {
            (order.Status, order.Day, order.PaidAt) = (random.Next(2) == 0 ? OrderStatus.Unpaid : OrderStatus.Closed, null, null);
        }

        for (var line = 2; line <= random.Next(1, 5); line++)
        {
            book.Lines.Add(new()
            {
                OrderId = order.Id, LineNo = line, ProductId = random.Next(0, 4), Quantity = random.Next(1, 9), Amount = random.Next(5_000),
                Marks = (LineMarks)random.Next(4),
            });
        }

        if (order.Kind == OrderKind.Sale && order.Day is { } day && random.Next(6) == 0)
            book.Refunds.Add(new() { OrderId = order.Id, RefundNo = 1, Day = day + random.Next(20), Amount = random.Next(1, 1 + (int)order.Amount) });
    }
}
