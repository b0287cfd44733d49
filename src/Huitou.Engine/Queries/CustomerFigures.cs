namespace Huitou.Engine;

/// <summary>What the ledger says of one customer within a scope. Money in minor units.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="FirstDay">Civil day of the first paid order.</param>
/// <param name="LastDay">Civil day of the last paid order.</param>
/// <param name="Recency">Days from <paramref name="LastDay"/> to the as-of day.</param>
/// <param name="Orders">Paid orders.</param>
/// <param name="PurchaseDays">Distinct civil days with a paid order.</param>
/// <param name="Units">Units of goods paid for.</param>
/// <param name="GrossSales">Paid, before refunds.</param>
/// <param name="NetSales">Paid, minus refunds dated up to the as-of day.</param>
public sealed record CustomerFigures(
    long Id, DateOnly FirstDay, DateOnly LastDay, int Recency, int Orders, int PurchaseDays, long Units, long GrossSales, long NetSales);

/// <summary>What customers can be sorted and ranked by.</summary>
public enum CustomerSort
{
    /// <summary>Net sales.</summary>
    NetSales,

    /// <summary>Gross sales.</summary>
    GrossSales,

    /// <summary>Paid orders.</summary>
    Orders,

    /// <summary>Net sales by order; compared exactly, as fractions.</summary>
    Aov,

    /// <summary>Civil day of the last order.</summary>
    LastDay,

    /// <summary>Civil day of the first order.</summary>
    FirstDay,
}

/// <summary>Which customers are wanted; every condition that is not null must hold. Ranges include both ends.</summary>
public sealed record CustomerFilter
{
    /// <summary>Recency class of the grid.</summary>
    public RClass? R { get; init; }

    /// <summary>Frequency class of the grid.</summary>
    public FClass? F { get; init; }

    /// <summary>RFM group.</summary>
    public RfmGroup? Group { get; init; }

    /// <summary>Cell and group together.</summary>
    public ClassRule? Classes { get; init; }

    /// <summary>Region code.</summary>
    public int? Region { get; init; }

    /// <summary>Shops of which one is that of the first order ever, within the scope's shops and channels.</summary>
    public IReadOnlyList<int>? FirstShop { get; init; }

    /// <summary>Shops of which one at least was bought from in the period.</summary>
    public IReadOnlyList<int>? BoughtIn { get; init; }

    /// <summary>Fewest and most paid orders.</summary>
    public (int? Least, int? Most) Orders { get; init; }

    /// <summary>Fewest and most days since the last order.</summary>
    public (int? Least, int? Most) Recency { get; init; }

    /// <summary>Least and most net sales, in minor units.</summary>
    public (long? Least, long? Most) NetSales { get; init; }

    /// <summary>First and last day of the first order.</summary>
    public (DateOnly? Least, DateOnly? Most) FirstDay { get; init; }

    /// <summary>Touched, or not, in the scope's shops and channels.</summary>
    public TouchCondition? Touch { get; init; }
}

/// <summary>Whether customers were touched.</summary>
/// <param name="Kind">By what; null is anything.</param>
/// <param name="Days">In how many days up to the as-of day, that day included; null is ever. They must lie within those of which the ledger keeps touches.</param>
/// <param name="Touched">Whether those who were are wanted, or the others.</param>
public sealed record TouchCondition(int? Kind, int? Days, bool Touched = true);

/// <summary>One page of customers.</summary>
/// <param name="Total">How many the filter matches.</param>
/// <param name="Items">The page; ties are broken by ascending id, so that pages never overlap.</param>
public sealed record CustomerPage(long Total, IReadOnlyList<CustomerFigures> Items);

/// <summary>What products can be ranked by.</summary>
public enum ProductSort
{
    /// <summary>Money paid for its lines.</summary>
    Sales,

    /// <summary>Orders with at least one line of it.</summary>
    Orders,

    /// <summary>Units.</summary>
    Units,

    /// <summary>Distinct named buyers.</summary>
    Buyers,

    /// <summary>Sales by unit.</summary>
    UnitPrice,
}

/// <summary>One product of a ranking, before refunds. Money in minor units.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Sales">Money paid for its lines.</param>
/// <param name="Orders">Orders with it.</param>
/// <param name="Units">Units paid for.</param>
/// <param name="Buyers">Distinct named buyers.</param>
public sealed record ProductFigures(int Product, long Sales, long Orders, long Units, long Buyers);

/// <summary>A ranking of products.</summary>
/// <param name="Total">How many products were sold.</param>
/// <param name="Items">The best, ties broken by ascending id.</param>
public sealed record ProductRanking(long Total, IReadOnlyList<ProductFigures> Items);

/// <summary>One bar of a histogram of customers.</summary>
/// <param name="Least">Smallest value in the bar.</param>
/// <param name="Most">Largest value in it; null is open.</param>
/// <param name="Customers">People.</param>
/// <param name="GrossSales">What they paid, in minor units.</param>
/// <param name="NetSales">Minus refunds.</param>
public sealed record HistogramBar(int Least, int? Most, long Customers, long GrossSales, long NetSales);
