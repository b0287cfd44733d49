using System.ComponentModel;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Engine;
using Microsoft.AspNetCore.Mvc;

namespace Huitou.Server.Api;

/// <summary>What a report is asked of: the same query parameters everywhere.</summary>
public sealed record ScopeParameters
{
    [FromQuery(Name = "shops"), Description("Ids of shops with commas between them; all when left out.")]
    public string? Shops { get; init; }

    [FromQuery(Name = "channels"), Description("Ids of channels with commas between them; all when left out.")]
    public string? Channels { get; init; }

    [FromQuery(Name = "from"), Description("First day of the period, yyyy-MM-dd.")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Last day of the period, yyyy-MM-dd.")]
    public string? To { get; init; }

    [FromQuery(Name = "asOf"), Description("The day as of which it is asked; today when left out.")]
    public string? AsOf { get; init; }

    [FromQuery(Name = "compare"), Description("previous, year or none.")]
    public string? Compare { get; init; }

    internal ScopeQuery Query() => new() { Shops = Shops, Channels = Channels, From = From, To = To, AsOf = AsOf, Compare = Compare };
}

/// <summary>Limits to try instead of those in force: all four or none.</summary>
public sealed record WhatIfParameters
{
    [FromQuery(Name = "activeMax"), Description("Largest recency in days that is active.")]
    public int? ActiveMax { get; init; }

    [FromQuery(Name = "silentMax"), Description("Largest recency in days that is silent.")]
    public int? SilentMax { get; init; }

    [FromQuery(Name = "dormantMax"), Description("Largest recency in days that is dormant.")]
    public int? DormantMax { get; init; }

    [FromQuery(Name = "fanMin"), Description("Smallest number of paid orders that makes a fan.")]
    public int? FanMin { get; init; }

    /// <summary>The limits given; no limits when none are.</summary>
    internal (GridLimits? Limits, Refusal? Refusal) Read()
    {
        if ((ActiveMax, SilentMax, DormantMax, FanMin) is (null, null, null, null)) return (null, null);
        if ((ActiveMax, SilentMax, DormantMax, FanMin) is not ({ } active, { } silent, { } dormant, { } fan))
            return (null, new(ProblemCode.InvalidField, "Give activeMax, silentMax, dormantMax and fanMin together, or none of them.", "activeMax"));
        return GridLimitsCheck.Of(active, silent, dormant, fan) is { } fault ? (null, fault) : (new(active, silent, dormant, fan), null);
    }
}

/// <summary>Which customers are wanted.</summary>
public sealed record CustomerParameters
{
    [FromQuery(Name = "search"), Description("Part of a name, or exactly a buyer's id or an order's number.")]
    public string? Search { get; init; }

    [FromQuery(Name = "r"), Description("Recency class of the grid.")]
    public RClass? R { get; init; }

    [FromQuery(Name = "f"), Description("Frequency class of the grid.")]
    public FClass? F { get; init; }

    [FromQuery(Name = "group"), Description("RFM group.")]
    public RfmGroup? Group { get; init; }

    [FromQuery(Name = "region"), Description("Exactly this region.")]
    public string? Region { get; init; }

    [FromQuery(Name = "minOrders")]
    public int? MinOrders { get; init; }

    [FromQuery(Name = "maxOrders")]
    public int? MaxOrders { get; init; }

    [FromQuery(Name = "minRecency"), Description("Days since the last order.")]
    public int? MinRecency { get; init; }

    [FromQuery(Name = "maxRecency"), Description("Days since the last order.")]
    public int? MaxRecency { get; init; }

    [FromQuery(Name = "minNetSales"), Description("Minor units.")]
    public long? MinNetSales { get; init; }

    [FromQuery(Name = "maxNetSales"), Description("Minor units.")]
    public long? MaxNetSales { get; init; }

    [FromQuery(Name = "firstFrom"), Description("First order on this day or later, yyyy-MM-dd.")]
    public DateOnly? FirstFrom { get; init; }

    [FromQuery(Name = "firstTo"), Description("First order on this day or earlier, yyyy-MM-dd.")]
    public DateOnly? FirstTo { get; init; }

    [FromQuery(Name = "basis"), Description("Whether RFM takes money before or after refunds; the setting when left out.")]
    public MoneyBasis? Basis { get; init; }
}
