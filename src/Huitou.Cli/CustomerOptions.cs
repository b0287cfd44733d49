using System.CommandLine;

namespace Huitou.Cli;

/// <summary>The options that say which customers are wanted.</summary>
internal sealed class CustomerOptions
{
    private static readonly (string Option, string Query, string Description)[] Filters =
    [
        ("--search", "search", "Part of a name, or exactly a buyer's id or an order's number."),
        ("--r", "r", "active, silent, dormant or lost."),
        ("--f", "f", "new, second, old or fan."),
        ("--group", "group", "RFM group, such as importantValue."),
        ("--region", "region", "Exactly this region."),
        ("--tag", "tag", "A tag that they bear."),
        ("--city", "city", "Exactly this city."),
        ("--district", "district", "Exactly this district."),
        ("--first-source", "firstSource", "What first named them: the key of a file's layout, custom or demo."),
        ("--first-shop", "firstShop", "Numbers of shops with commas between them: the first order was in one of them."),
        ("--bought-in", "boughtIn", "Numbers of shops with commas between them: they bought in one of them at least."),
        ("--gender", "gender", "male or female."),
        ("--service-level", "serviceLevel", "A level of service that they have, by hand or by their classes."),
        ("--consent", "consent", "Where they stand, such as sms:marketing:given."),
        ("--reach", "reach", "By which way they can be met: phone, email, any or none."),
        ("--has-note", "hasNote", "true or false: whether somebody left a note."),
        ("--suppressed", "suppressed", "true or false: whether they are not to be contacted."),
        ("--touch-kind", "touchKind", "Touched by this, such as review; by anything when left out."),
        ("--touched-within", "touchedWithin", "Touched in so many days, 1 to 180; ever when left out."),
        ("--touched", "touched", "false for those who were not touched so."),
        ("--min-orders", "minOrders", "Fewest orders."),
        ("--max-orders", "maxOrders", "Most orders."),
        ("--min-recency", "minRecency", "Fewest days since the last order."),
        ("--max-recency", "maxRecency", "Most days since the last order."),
        ("--min-net-sales", "minNetSales", "Least net sales, in minor units."),
        ("--max-net-sales", "maxNetSales", "Most net sales, in minor units."),
        ("--first-from", "firstFrom", "First order on this day or later."),
        ("--first-to", "firstTo", "First order on this day or earlier."),
        ("--basis", "basis", "Money of RFM: net or gross."),
    ];

    private readonly Option<string?>[] _filters = [.. Filters.Select(filter => new Option<string?>(filter.Option) { Description = filter.Description })];
    private readonly Option<string?> _limits = LimitsOption.Make();

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        foreach (var filter in _filters) command.Options.Add(filter);
        command.Options.Add(_limits);
    }

    /// <summary>The options as query.</summary>
    internal (string Name, object? Value)[] Read(ParseResult given) =>
        [.. _filters.Select((filter, i) => (Filters[i].Query, (object?)given.GetValue(filter))), .. LimitsOption.Read(given.GetValue(_limits))];
}
