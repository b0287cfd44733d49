using System.Runtime.CompilerServices;

namespace Huitou.Engine;

/// <summary>What facts must keep to, so that they fit the columns and sums never overflow. Broken rules are bugs of the caller.</summary>
public static class FactsContract
{
    /// <summary>The largest sum of money in one row, in minor units: sums over nine thousand such rows still fit 64 bits.</summary>
    public const long MaxAmount = 1_000_000_000_000_000;

    internal const int MinutesADay = 24 * 60;

    internal static void Check(CustomerFacts customer)
    {
        Within(customer.Id, 0, long.MaxValue, "the customer's id", customer);
        Within(customer.Region, 0, int.MaxValue, "the region's code", customer);
        foreach (var order in customer.Orders)
            Check(order, customer);
        foreach (var refund in customer.LooseRefunds)
            Check(refund, customer);
        foreach (var touch in customer.Touches)
            Check(touch, customer);
        foreach (var life in customer.TouchLives)
            Check(life, customer);
    }

    private static void Check(OrderFacts order, CustomerFacts customer)
    {
        Within(order.Id, 0, long.MaxValue, "an order's id", customer);
        Within(order.Day, customer);
        Within(order.Minute, 0, MinutesADay - 1, "an order's minute", customer);
        Within(order.Shop, 1, ushort.MaxValue, "an order's shop", customer);
        Within(order.Channel, 0, byte.MaxValue, "an order's channel code", customer);
        Within(order.Amount, 0, MaxAmount, "an order's amount", customer);
        Within(order.Discount, 0, MaxAmount, "an order's discount", customer);
        foreach (var line in order.Lines)
        {
            Within(line.Product, 0, int.MaxValue, "a line's product", customer);
            Within(line.Quantity, 1, int.MaxValue, "a line's quantity", customer);
            Within(line.Amount, 0, MaxAmount, "a line's amount", customer);
        }

        foreach (var refund in order.Refunds)
            Check(refund, customer);
    }

    private static void Check(RefundFacts refund, CustomerFacts customer)
    {
        Within(refund.Day, customer);
        Within(refund.Amount, 1, MaxAmount, "a refund's amount", customer);
        Within(refund.Shop, 1, ushort.MaxValue, "a refund's shop", customer);
        Within(refund.Channel, 0, byte.MaxValue, "a refund's channel code", customer);
    }

    private static void Check(TouchFacts touch, CustomerFacts customer)
    {
        Within(touch.Day, customer);
        Within(touch.Minute, 0, MinutesADay - 1, "a touch's minute", customer);
        Within(touch.Product, 0, int.MaxValue, "a touch's product", customer);
        Within(touch.Rating, 0, TouchFacts.MostStars, "a touch's rating", customer);
        CheckPlace(touch.Kind, touch.Shop, touch.Channel, customer);
    }

    private static void Check(TouchLife life, CustomerFacts customer)
    {
        Within(life.First, customer);
        Within(life.Last, customer);
        Within(life.Last.DayNumber - life.First.DayNumber, 0, ushort.MaxValue, "days from the first touch to the last", customer);
        Within(life.Count, 1, int.MaxValue, "a number of touches", customer);
        CheckPlace(life.Kind, life.Shop, life.Channel, customer);
    }

    private static void CheckPlace(int kind, int shop, int channel, CustomerFacts customer)
    {
        Within(kind, 1, TouchFacts.MostKinds, "a touch's kind", customer);
        Within(shop, 1, ushort.MaxValue, "a touch's shop", customer);
        Within(channel, 0, byte.MaxValue, "a touch's channel code", customer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Within(long value, long least, long most, string what, CustomerFacts customer)
    {
        if (value < least || value > most)
            Throw(value, least, most, what, customer);
    }

    private static void Within(DateOnly day, CustomerFacts customer)
    {
        if (day < CivilDay.First || day > CivilDay.Last)
        {
            throw new ArgumentException(
                $"Customer {customer.Id}: the day {day:yyyy-MM-dd} is outside {CivilDay.First:yyyy-MM-dd} to {CivilDay.Last:yyyy-MM-dd}. Reject the row before it reaches the ledger.",
                nameof(customer));
        }
    }

    private static void Throw(long value, long least, long most, string what, CustomerFacts customer) => throw new ArgumentException(
        $"Customer {customer.Id}: {what} is {value}, outside {least} to {most}. Reject the row before it reaches the ledger.", nameof(customer));
}
