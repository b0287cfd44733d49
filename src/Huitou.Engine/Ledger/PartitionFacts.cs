namespace Huitou.Engine;

/// <summary>The way back: the facts of one customer, read from the columns.</summary>
internal static class PartitionFacts
{
    internal static CustomerFacts Of(LedgerPartition partition, int customer)
    {
        var (first, last) = (partition.Customers.OrderStart[customer], partition.Customers.OrderStart[customer + 1]);
        var refunds = Refunds(partition, customer).ToLookup(refund => refund.Order, refund => refund.Refund);
        var orders = new OrderFacts[last - first];
        for (var i = 0; i < orders.Length; i++)
            orders[i] = Order(partition, first + i, [.. refunds[first + i]]);
        return new CustomerFacts(partition.Customers.Id[customer], (int)partition.Customers.Region[customer], orders, [.. refunds[-1]])
        {
            Touches = [.. Touches(partition, customer)],
            TouchLives = [.. TouchLives(partition.TouchLives, customer)],
        };
    }

    private static IEnumerable<TouchFacts> Touches(LedgerPartition partition, int customer)
    {
        var touches = partition.Touches;
        for (var row = (int)partition.Customers.TouchStart[customer]; row < partition.Customers.TouchStart[customer + 1]; row++)
        {
            yield return new TouchFacts(
                CivilDay.Of(touches.Day[row]), touches.Minute[row], touches.Kind[row], (int)touches.Shop[row], (int)touches.Channel[row],
                (int)touches.Product[row], (int)touches.Rating[row]);
        }
    }

    private static IEnumerable<TouchLife> TouchLives(TouchLifeTable lives, int customer)
    {
        for (var row = lives.LowerBound(customer); row < lives.LowerBound(customer + 1); row++)
        {
            yield return new TouchLife(
                lives.Kind[row], (int)lives.Shop[row], (int)lives.Channel[row], CivilDay.Of(lives.First[row]), CivilDay.Of(lives.Last[row]), (int)lives.Touches[row]);
        }
    }

    private static OrderFacts Order(LedgerPartition partition, int row, RefundFacts[] refunds)
    {
        var (first, last) = (partition.Orders.LineStart[row], partition.Orders.LineStart[row + 1]);
        var lines = new LineFacts[last - first];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = new LineFacts(
                (int)partition.Lines.Product[first + i], (int)partition.Lines.Quantity[first + i],
                partition.Lines.Amount[first + i], (LineMarks)partition.Lines.Marks[first + i]);
        }

        return new OrderFacts(
            partition.Orders.Id[row], CivilDay.Of(partition.Orders.Day[row]), partition.Orders.Minute[row], partition.Orders.Shop[row],
            partition.Orders.Channel[row], (OrderMarks)partition.Orders.Marks[row], partition.Orders.Amount[row],
            partition.Orders.Discount[row], lines, refunds);
    }

    private static IEnumerable<(int Order, RefundFacts Refund)> Refunds(LedgerPartition partition, int customer)
    {
        for (var row = partition.Customers.RefundStart[customer]; row < partition.Customers.RefundStart[customer + 1]; row++)
        {
            yield return (partition.Refunds.Order[row], new RefundFacts(
                CivilDay.Of(partition.Refunds.Day[row]), partition.Refunds.Amount[row], partition.Refunds.Shop[row], partition.Refunds.Channel[row]));
        }
    }
}
