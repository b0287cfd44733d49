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
