namespace Huitou.Engine;

/// <summary>How long ago a customer last bought, by the shop's limits.</summary>
public enum RClass
{
    /// <summary>活跃: recency up to <see cref="GridLimits.ActiveMax"/>.</summary>
    Active,

    /// <summary>沉默: up to <see cref="GridLimits.SilentMax"/>.</summary>
    Silent,

    /// <summary>沉睡: up to <see cref="GridLimits.DormantMax"/>.</summary>
    Dormant,

    /// <summary>流失: beyond.</summary>
    Lost,
}

/// <summary>How often a customer has bought, by the shop's limits.</summary>
public enum FClass
{
    /// <summary>新客户: one paid order.</summary>
    New,

    /// <summary>二次客户: two.</summary>
    Second,

    /// <summary>老客户: three or more, below <see cref="GridLimits.FanMin"/>.</summary>
    Old,

    /// <summary>粉丝客户: <see cref="GridLimits.FanMin"/> or more.</summary>
    Fan,
}

/// <summary>The limits of the R×F grid. All of <c>0 ≤ ActiveMax &lt; SilentMax &lt; DormantMax</c> and <c>FanMin ≥ 4</c> hold.</summary>
/// <param name="ActiveMax">Largest recency in days that is active.</param>
/// <param name="SilentMax">Largest recency in days that is silent.</param>
/// <param name="DormantMax">Largest recency in days that is dormant.</param>
/// <param name="FanMin">Smallest number of paid orders that makes a fan.</param>
public sealed record GridLimits(int ActiveMax, int SilentMax, int DormantMax, int FanMin)
{
    /// <summary>What a shop starts with when it has too few repurchases to tell its own rhythm.</summary>
    public static readonly GridLimits Fallback = new(90, 180, 365, 4);

    /// <summary>Whether the limits ascend as they must.</summary>
    public bool IsValid => ActiveMax >= 0 && SilentMax > ActiveMax && DormantMax > SilentMax && FanMin >= 4;

    /// <summary>The class of a recency of <paramref name="days"/>.</summary>
    public RClass ClassOfRecency(int days) =>
        days <= ActiveMax ? RClass.Active : days <= SilentMax ? RClass.Silent : days <= DormantMax ? RClass.Dormant : RClass.Lost;

    /// <summary>The class of <paramref name="orders"/> paid orders (1 or more).</summary>
    public FClass ClassOfFrequency(int orders) =>
        orders >= FanMin ? FClass.Fan : orders >= 3 ? FClass.Old : orders == 2 ? FClass.Second : FClass.New;
}

/// <summary>One cell of the grid. Money in minor units.</summary>
/// <param name="R">Recency class.</param>
/// <param name="F">Frequency class.</param>
/// <param name="Customers">People in it.</param>
/// <param name="Orders">Their paid orders in the scope's period.</param>
/// <param name="GrossSales">What they paid.</param>
/// <param name="NetSales">Minus their refunds, loose ones included, dated up to the as-of day.</param>
public sealed record GridCell(RClass R, FClass F, long Customers, long Orders, long GrossSales, long NetSales);

/// <summary>The answer of a <see cref="GridQuery"/>.</summary>
/// <param name="Limits">The limits used.</param>
/// <param name="Cells">Always 16, R by R, in each F by F.</param>
public sealed record Grid(GridLimits Limits, IReadOnlyList<GridCell> Cells);
