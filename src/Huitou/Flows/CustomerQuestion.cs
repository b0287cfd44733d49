using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Engine;
using Huitou.Flows.Traits;

namespace Huitou.Flows;

/// <summary>Where customers are to stand on a channel and a purpose.</summary>
public sealed record ConsentAsked(ConsentChannel Channel, ConsentPurpose Purpose, ConsentStanding Standing);

/// <summary>Which customers are wanted, as a page or a client asks for them.</summary>
public sealed record CustomerQuestion
{
    /// <summary>The longest page.</summary>
    public const int MostItems = 500;

    /// <summary>How far pages reach; who needs more exports.</summary>
    public const int MostOffset = 1_000_000;

    public ScopeQuery Scope { get; init; } = new();

    /// <summary>Part of a name, or exactly a buyer's id or an order's number.</summary>
    public string? Search { get; init; }

    public RClass? R { get; init; }

    public FClass? F { get; init; }

    public RfmGroup? Group { get; init; }

    public string? Region { get; init; }

    /// <summary>A tag that they bear.</summary>
    public string? Tag { get; init; }

    public string? City { get; init; }

    public string? District { get; init; }

    /// <summary>The preset of the import that first named them: "shopify-orders", "custom", "demo".</summary>
    public string? FirstSource { get; init; }

    /// <summary>Ids of shops with commas between them: the first order was in one of them.</summary>
    public string? FirstShop { get; init; }

    /// <summary>Ids of shops with commas between them: there is an order of the period in one of them at least.</summary>
    public string? BoughtIn { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>A level of service that they have, by hand or by their classes.</summary>
    public string? ServiceLevel { get; init; }

    /// <summary>Where they stand on a channel and a purpose.</summary>
    public ConsentAsked? Consent { get; init; }

    /// <summary>By which way they can be met, or that they cannot.</summary>
    public Reach? Reach { get; init; }

    public bool? HasNote { get; init; }

    /// <summary>Whether they are not to be contacted.</summary>
    public bool? IsSuppressed { get; init; }

    /// <summary>Touched by this; by anything where it is left out.</summary>
    public TouchKind? TouchKind { get; init; }

    /// <summary>Touched in so many days up to the as-of day; ever where it is left out.</summary>
    public int? TouchedWithin { get; init; }

    /// <summary>Whether those who were touched are wanted, or the others; the former where only kind or days are given.</summary>
    public bool? IsTouched { get; init; }

    /// <summary>These alone; null for all.</summary>
    public IReadOnlyList<long>? Only { get; init; }

    public (int? Least, int? Most) Orders { get; init; }

    public (int? Least, int? Most) Recency { get; init; }

    public (long? Least, long? Most) NetSales { get; init; }

    public (DateOnly? Least, DateOnly? Most) FirstDay { get; init; }

    /// <summary>Limits to class by instead of those in force.</summary>
    public GridLimits? WhatIf { get; init; }

    /// <summary>Whether RFM takes money before or after refunds; null as the settings define it.</summary>
    public MoneyBasis? Basis { get; init; }

    /// <summary>netSales, grossSales, orders, aov, lastDay or firstDay; a minus before it puts the largest first.</summary>
    public string Sort { get; init; } = "-netSales";

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    public int Limit { get; init; } = 50;

    internal (CustomerSort By, bool Descending)? SortOrder
    {
        get
        {
            var descending = Sort.StartsWith('-');
            return (descending ? Sort[1..] : Sort) switch
            {
                "netSales" => (CustomerSort.NetSales, descending),
                "grossSales" => (CustomerSort.GrossSales, descending),
                "orders" => (CustomerSort.Orders, descending),
                "aov" => (CustomerSort.Aov, descending),
                "lastDay" => (CustomerSort.LastDay, descending),
                "firstDay" => (CustomerSort.FirstDay, descending),
                _ => null,
            };
        }
    }

    /// <summary>What is wrong with page and order; null when nothing is.</summary>
    internal Refusal? Fault()
    {
        if (SortOrder is null)
            return new(ProblemCode.InvalidField, $"'{Sort}' is no order. Give netSales, grossSales, orders, aov, lastDay or firstDay, with - for the largest first.", "sort");
        if (Limit is < 1 or > MostItems) return new(ProblemCode.InvalidField, $"A page has 1 to {MostItems} items, not {Limit}.", "limit");
        if (Page < 1 || (Page - 1L) * Limit > MostOffset)
            return new(ProblemCode.InvalidField, $"Page {Page} is out of reach: pages go from 1 up to {MostOffset} items. Narrow the filter or export.", "page");
        return null;
    }
}
