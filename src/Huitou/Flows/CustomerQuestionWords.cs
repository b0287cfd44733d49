using System.Globalization;
using System.Text.Json;
using Huitou.Analytics;

namespace Huitou.Flows;

/// <summary>A question as the API's parameters, without what is searched for: that may be a name.</summary>
internal static class CustomerQuestionWords
{
    internal static IEnumerable<(string Name, string Text)> Of(CustomerQuestion question) =>
        Told([.. ScopeParts(question.Scope), ("asOf", question.Scope.AsOf), .. CustomerParts(question)]);

    /// <summary>Which shops, channels and days.</summary>
    internal static IEnumerable<(string Name, string Text)> Of(ScopeQuery scope) => Told(ScopeParts(scope));

    private static (string Name, object? Value)[] ScopeParts(ScopeQuery scope) =>
        [("shops", scope.Shops), ("channels", scope.Channels), ("from", scope.From), ("to", scope.To)];

    private static (string Name, object? Value)[] CustomerParts(CustomerQuestion question) =>
    [
        ("r", question.R), ("f", question.F), ("group", question.Group), ("region", question.Region), ("tag", question.Tag), ("city", question.City), ("district", question.District), ("firstSource", question.FirstSource), ("firstShop", question.FirstShop), ("boughtIn", question.BoughtIn), ("gender", question.Gender),
        ("serviceLevel", question.ServiceLevel), ("consent", question.Consent), ("reach", question.Reach), ("hasNote", question.HasNote), ("suppressed", question.IsSuppressed),
        ("touchKind", question.TouchKind), ("touchedWithin", question.TouchedWithin), ("touched", question.IsTouched),
        ("minOrders", question.Orders.Least), ("maxOrders", question.Orders.Most), ("minRecency", question.Recency.Least), ("maxRecency", question.Recency.Most),
        ("minNetSales", question.NetSales.Least), ("maxNetSales", question.NetSales.Most), ("firstFrom", question.FirstDay.Least), ("firstTo", question.FirstDay.Most),
        ("basis", question.Basis), ("activeMax", question.WhatIf?.ActiveMax), ("silentMax", question.WhatIf?.SilentMax), ("dormantMax", question.WhatIf?.DormantMax),
        ("fanMin", question.WhatIf?.FanMin),
    ];

    private static IEnumerable<(string Name, string Text)> Told((string Name, object? Value)[] parts) =>
        parts.Where(part => part.Value is not (null or "")).Select(part => (part.Name, Text(part.Value!)));

    private static string Text(object value) => value switch
    {
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool holds => holds ? "true" : "false",
        ConsentAsked asked => string.Join(':', Text(asked.Channel), Text(asked.Purpose), Text(asked.Standing)),
        string text => text.Trim(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
