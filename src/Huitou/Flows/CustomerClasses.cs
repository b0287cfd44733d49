using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect.Regions;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows.Levels;

namespace Huitou.Flows;

/// <summary>One customer in a list. Money in minor units; the name is masked.</summary>
public sealed record CustomerItem(
    long Id, string Name, string Buyer, string Region, string City, DateOnly FirstDay, DateOnly LastDay, int Recency, int Orders,
    int PurchaseDays, long Units, long GrossSales, long NetSales, double? Aov, RClass R, FClass F, RfmGroup? Group, string? ServiceLevel);

/// <summary>All that a question about customers needs: the ledger, the checked scope, and the limits and edges that class them.</summary>
internal sealed record CustomerClasses(Ledger Ledger, ReportScope Report, LimitsInForce Limits, EdgesInForce Edges, ServiceLevels Levels)
{
    /// <summary>In which shops the first order was, and in which one any was; null where nothing is asked of them.</summary>
    internal (IReadOnlyList<int>? First, IReadOnlyList<int>? Any) Shops { get; init; }

    /// <summary>Who has the level of service that is asked for; null where none is.</summary>
    internal ClassRule? OfLevel { get; init; }

    /// <summary>Who was touched; null where nothing is asked of it.</summary>
    internal TouchCondition? Touch { get; init; }

    internal Scope Scope => Report.Scope;

    /// <summary>The customer as a list shows them.</summary>
    internal CustomerItem Item(CustomerFigures figures, CustomerName who)
    {
        var (r, f) = (Limits.Limits.ClassOfRecency(figures.Recency), Limits.Limits.ClassOfFrequency(figures.Orders));
        RfmGroup? group = Edges.Edges is { } edges ? RfmScore.Of(figures, edges).Group : null;
        return new(figures.Id, NameMask.Of(who.Name), who.Buyer, who.Region, who.City, figures.FirstDay, figures.LastDay, figures.Recency, figures.Orders,
        figures.PurchaseDays, figures.Units, figures.GrossSales, figures.NetSales, Figures.Ratio(figures.NetSales, figures.Orders), r, f, group,
            Levels.Of(who.Level, r, f, group)?.Name);
    }
}

/// <summary>Gathers what classes customers, the same way for lists, pages and exports.</summary>
public sealed class CustomerClassing(
    InProcessLedgerHost host, ScopeReader scopes, GridLimitsFor limitsFor, RfmEdgesFor edgesFor, CustomerSearch search, RegionDictionary regions, ChangeServiceLevels serviceLevels)
{
    /// <summary>The classes by which <paramref name="question"/> is answered, its scope narrowed to whom it searches for.</summary>
    internal async Task<Outcome<CustomerClasses>> ForAsync(CustomerQuestion question, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(question.Scope, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var firstShop = await scopes.ShopsAsync(question.FirstShop, "firstShop", cancel);
        if (firstShop.Refusal is { } badFirst) return badFirst;
        var boughtIn = await scopes.ShopsAsync(question.BoughtIn, "boughtIn", cancel);
        if (boughtIn.Refusal is { } badAny) return badAny;
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var (ledger, scope) = (waited.Value!, read.Value!.Scope);
        if (TouchFault(question, ledger, read.Value) is { } badTouch) return badTouch;
        var limits = question.WhatIf is { } given
            ? new LimitsInForce(given, CutOffOrigin.Given, null)
            : await limitsFor.FindAsync(ledger, scope, scope.AsOf, cancel);
        var edges = await edgesFor.FindAsync(ledger, scope, question.Basis ?? read.Value.Basis, scope.AsOf, cancel);
        var found = await search.FindAsync(question, cancel);
        var levels = (await serviceLevels.CurrentAsync(cancel)).Levels;
        var classes = new CustomerClasses(ledger, read.Value with { Scope = scope with { Customers = found } }, limits, edges, levels)
        {
            Shops = (firstShop.Value.List, boughtIn.Value.List),
            Touch = question is { TouchKind: null, TouchedWithin: null, IsTouched: null } ? null : new((int?)question.TouchKind, question.TouchedWithin, question.IsTouched ?? true),
        };
        return question.ServiceLevel?.Trim() is { Length: > 0 } level ? classes with { OfLevel = await RuleOfAsync(levels, level, cancel) } : classes;
    }

    /// <summary>Whole lives tell who was ever touched; in which days, only as far back as touches are kept.</summary>
    private static Refusal? TouchFault(CustomerQuestion question, Ledger ledger, ReportScope report)
    {
        if (question.TouchedWithin is not { } days) return null;
        if (days is < 1 or > TouchWindow.Days)
            return new(ProblemCode.InvalidField, $"Touches are kept for {TouchWindow.Days} days: give 1 to {TouchWindow.Days}, not {days}.", "touchedWithin");
        var (first, keptFrom) = (report.Scope.AsOf.AddDays(1 - days), TouchReport.KeptFrom(ledger, report.Today));
        return first < keptFrom ? TouchReport.NotKept(first, keptFrom, "touchedWithin") : null;
    }

    /// <summary>Who has a level: those for whom it was set, and those of its classes for whom none was.</summary>
    private async Task<ClassRule> RuleOfAsync(ServiceLevels levels, string level, CancellationToken cancel)
    {
        var (with, without) = await search.ByLevelAsync(level, cancel);
        return new((r, f, group) => levels.Of("", r, f, group)?.Name == level, with, without);
    }

    /// <summary>The filter of <paramref name="question"/>; null where nobody can match it.</summary>
    internal CustomerFilter? Filter(CustomerQuestion question, CustomerClasses classes)
    {
        // Who sees some shops has been narrowed to the region already.
        var wanted = DataScope.Current.IsAll ? PlaceNames.Region(question.Region ?? "") : "";
        int? region = wanted.Length == 0 ? null : regions.Find(wanted);
        if (region is null && wanted.Length > 0) return null;
        if (question.Group is not null && classes.Edges.Edges is null) return null;
        return new()
        {
            R = question.R, F = question.F, Group = question.Group, Classes = classes.OfLevel, Region = region, FirstShop = classes.Shops.First, BoughtIn = classes.Shops.Any, Orders = question.Orders, Recency = question.Recency,
            NetSales = question.NetSales, FirstDay = question.FirstDay, Touch = classes.Touch,
        };
    }
}
