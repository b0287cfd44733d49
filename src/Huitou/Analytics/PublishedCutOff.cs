using System.Text.Json;
using System.Text.Json.Serialization;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>Published limits as their row keeps them.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Gaps">How many gaps they were computed from.</param>
/// <param name="Excluded">The counting rule of that day: under another rule they say nothing.</param>
internal sealed record PublishedLimits(GridLimits Limits, long Gaps, OrderMarks Excluded)
{
    internal static PublishedLimits Read(string json) => PublishedCutOff.Read<PublishedLimits>(json);
}

/// <summary>Published edges as their row keeps them.</summary>
/// <param name="Edges">The edges; null while nobody had bought.</param>
/// <param name="Excluded">The counting rule of that day: under another rule they say nothing.</param>
internal sealed record PublishedEdges(RfmEdges? Edges, OrderMarks Excluded)
{
    internal static PublishedEdges Read(string json) => PublishedCutOff.Read<PublishedEdges>(json);
}

/// <summary>How published rows are written and found.</summary>
internal static class PublishedCutOff
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static string Write<T>(T values) => JsonSerializer.Serialize(values, Json);

    internal static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Json) ?? throw new InvalidDataException("A published cut-off is empty. Delete its row: it is published anew.");

    /// <summary>The version that holds on <paramref name="day"/>, if one had been published by then.</summary>
    internal static Task<CutOff?> NewestAsync(HuitouDb db, CutOffKind kind, int? shop, DateOnly day, CancellationToken cancel) =>
        db.CutOffs.AsNoTracking().Where(row => row.Kind == kind && row.ShopId == shop && row.ValidFrom <= day)
            .OrderByDescending(row => row.ValidFrom).FirstOrDefaultAsync(cancel);
}
