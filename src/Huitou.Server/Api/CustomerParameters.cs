using System.ComponentModel;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Flows.Traits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace Huitou.Server.Api;

/// <summary>Which customers are wanted.</summary>
public sealed record CustomerParameters
{
    [FromQuery(Name = "search"), Description("Part of a name, or exactly a buyer's id or an order's number.")]
    public string? Search { get; init; }

    [FromQuery(Name = "r"), Description("Recency class of the grid.")]
    public string? R { get; init; }

    [FromQuery(Name = "f"), Description("Frequency class of the grid.")]
    public string? F { get; init; }

    [FromQuery(Name = "group"), Description("RFM group.")]
    public string? Group { get; init; }

    [FromQuery(Name = "region"), Description("Exactly this region.")]
    public string? Region { get; init; }

    [FromQuery(Name = "tag"), Description("A tag that they bear.")]
    public string? Tag { get; init; }

    [FromQuery(Name = "city"), Description("Exactly this city.")]
    public string? City { get; init; }

    [FromQuery(Name = "district"), Description("Exactly this district.")]
    public string? District { get; init; }

    [FromQuery(Name = "firstSource"), Description("Key of the preset that first named them: of a file's layout, custom or demo.")]
    public string? FirstSource { get; init; }

    [FromQuery(Name = "firstShop"), Description("Ids of shops with commas between them: the first order was in one of them.")]
    public string? FirstShop { get; init; }

    [FromQuery(Name = "boughtIn"), Description("Ids of shops with commas between them: there is an order of the period in one of them at least.")]
    public string? BoughtIn { get; init; }

    [FromQuery(Name = "gender")]
    public string? Gender { get; init; }

    [FromQuery(Name = "serviceLevel"), Description("A level of service that they have, by hand or by their classes.")]
    public string? ServiceLevel { get; init; }

    [FromQuery(Name = "consent"), Description("Where they stand: channel, purpose and standing with colons between them, such as sms:marketing:given.")]
    public string? Consent { get; init; }

    [FromQuery(Name = "reach"), Description("By which way they can be met: there is an address that works, and they did not refuse it.")]
    public string? Reach { get; init; }

    [FromQuery(Name = "hasNote"), Description("Whether somebody left a note.")]
    public bool? HasNote { get; init; }

    [FromQuery(Name = "suppressed"), Description("Whether they are not to be contacted.")]
    public bool? Suppressed { get; init; }

    [FromQuery(Name = "touchKind"), Description("Touched by this; by anything when left out.")]
    public string? TouchKind { get; init; }

    [FromQuery(Name = "touchedWithin"), Description("Touched in so many days up to the as-of day, 1 to 180; ever when left out.")]
    public int? TouchedWithin { get; init; }

    [FromQuery(Name = "touched"), Description("false for those who were not touched so.")]
    public bool? Touched { get; init; }

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
    public string? Basis { get; init; }

    /// <summary>The question that the parameters ask, or what is wrong with them.</summary>
    internal (CustomerQuestion Question, Refusal? Refusal) Read(ScopeParameters scope, WhatIfParameters whatIf)
    {
        var (limits, refusal) = whatIf.Read();
        var question = new CustomerQuestion
        {
            Scope = scope.Query(),
            Search = Search,
            R = QueryWords.Read<RClass>(R, "r", ref refusal),
            F = QueryWords.Read<FClass>(F, "f", ref refusal),
            Group = QueryWords.Read<RfmGroup>(Group, "group", ref refusal),
            Region = Region,
            Tag = Tag,
            City = City,
            District = District,
            FirstSource = FirstSource,
            FirstShop = FirstShop,
            BoughtIn = BoughtIn,
            Gender = QueryWords.Read<Gender>(Gender, "gender", ref refusal),
            ServiceLevel = ServiceLevel,
            Consent = ReadConsent(ref refusal),
            Reach = QueryWords.Read<Reach>(Reach, "reach", ref refusal),
            HasNote = HasNote,
            IsSuppressed = Suppressed,
            TouchKind = QueryWords.Read<TouchKind>(TouchKind, "touchKind", ref refusal),
            TouchedWithin = TouchedWithin,
            IsTouched = Touched,
            Orders = (MinOrders, MaxOrders),
            Recency = (MinRecency, MaxRecency),
            NetSales = (MinNetSales, MaxNetSales),
            FirstDay = (FirstFrom, FirstTo),
            Basis = QueryWords.Read<MoneyBasis>(Basis, "basis", ref refusal),
            WhatIf = limits,
        };
        return (question, refusal);
    }

    private ConsentAsked? ReadConsent(ref Refusal? refusal)
    {
        if (string.IsNullOrEmpty(Consent)) return null;
        if (Consent.Split(':') is not [var channel, var purpose, var standing])
        {
            refusal ??= new(ProblemCode.InvalidField, $"'{Consent}' names no standing. Give channel, purpose and standing, such as sms:marketing:given.", "consent");
            return null;
        }
        var (way, aim, stands) = (QueryWords.Read<ConsentChannel>(channel, "consent", ref refusal), QueryWords.Read<ConsentPurpose>(purpose, "consent", ref refusal), QueryWords.Read<ConsentStanding>(standing, "consent", ref refusal));
        return way is { } one && aim is { } other && stands is { } third ? new(one, other, third) : null;
    }

    /// <summary>Tells the document which words the parameters may be.</summary>
    internal static RouteHandlerBuilder Words(RouteHandlerBuilder endpoint) =>
        endpoint.Words<RClass>("r").Words<FClass>("f").Words<RfmGroup>("group").Words<MoneyBasis>("basis").Words<Gender>("gender").Words<Reach>("reach").Words<TouchKind>("touchKind");
}
