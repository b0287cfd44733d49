namespace Huitou.Engine;

/// <summary>The sums of a class of customers; what the grid, the groups and the histograms add up.</summary>
public struct CustomerTally
{
    internal long Customers;
    internal long Orders;
    internal long Gross;
    internal long Refunds;

    internal readonly long Net => Gross - Refunds;

    internal void Add(CustomerTotals totals, int i) => Add(totals.Orders[i], totals.Gross[i], totals.Refunds[i]);

    internal void Add(int orders, long gross, long refunds)
    {
        Customers++;
        Orders += orders;
        Gross += gross;
        Refunds += refunds;
    }

    /// <summary>The sums, class by class, over all passes.</summary>
    internal static CustomerTally[] Sum(IReadOnlyList<CustomerTally[]> partials)
    {
        var sums = new CustomerTally[partials[0].Length];
        foreach (var partial in partials)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i].Customers += partial[i].Customers;
                sums[i].Orders += partial[i].Orders;
                sums[i].Gross = checked(sums[i].Gross + partial[i].Gross);
                sums[i].Refunds = checked(sums[i].Refunds + partial[i].Refunds);
            }
        }

        return sums;
    }
}
