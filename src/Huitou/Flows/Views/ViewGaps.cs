using System.Globalization;
using Huitou.Data;
using Huitou.Flows.Levels;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Views;

/// <summary>What a view was narrowed to that is not there any longer, or not for who looks.</summary>
/// <param name="Field">The list's parameter.</param>
/// <param name="Value">What it was; null where the caller does not see all shops, for it may be another's.</param>
public sealed record ViewGap(string Field, string? Value);

/// <summary>Finds what a view names and nobody has any longer: the rest of it still holds.</summary>
public sealed class ViewGaps(IDbContextFactory<HuitouDb> databases, CustomerSearch search, ChangeServiceLevels levels)
{
    /// <summary>The filter that is left, and what is gone.</summary>
    internal async Task<(IReadOnlyDictionary<string, string> Filter, IReadOnlyList<ViewGap> Gone)> FindAsync(IReadOnlyDictionary<string, string> filter, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var left = new Dictionary<string, string>(filter);
        var gone = new List<ViewGap>();
        void Take(string field, IEnumerable<string> values) => gone.AddRange(values.Select(value => new ViewGap(field, db.Scope.IsAll ? value : null)).Distinct());
        async Task NumbersAsync(string field, IQueryable<int> there)
        {
            if (!filter.TryGetValue(field, out var asked)) return;
            int[] ids = [.. await there.ToListAsync(cancel)];
            var (stay, go) = Split(asked, ids);
            if (go.Length == 0) return;
            Take(field, go);
            if (stay.Length == 0) left.Remove(field);
            else left[field] = string.Join(',', stay);
        }

        foreach (var field in new[] { "shops", "firstShop", "boughtIn" }) await NumbersAsync(field, db.Shops.Select(shop => shop.Id));
        await NumbersAsync("channels", db.Channels.Select(channel => channel.Id));
        foreach (var field in CustomerSearch.WordFields)
        {
            if (!filter.TryGetValue(field, out var word) || await search.IsKnownAsync(field, word, cancel)) continue;
            Take(field, [word]);
            left.Remove(field);
        }
        if (filter.TryGetValue("serviceLevel", out var level) && !await IsLevelAsync(level, cancel))
        {
            Take("serviceLevel", [level]);
            left.Remove("serviceLevel");
        }
        return (left, gone);
    }

    private async Task<bool> IsLevelAsync(string name, CancellationToken cancel) =>
        (await levels.CurrentAsync(cancel)).Levels.Levels.Any(level => level.Name == name) || (await search.ByLevelAsync(name, cancel)).With.Count > 0;

    private static (string[] Stay, string[] Go) Split(string asked, int[] there)
    {
        var ids = asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool IsThere(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && there.Contains(number);
        return ([.. ids.Where(IsThere)], [.. ids.Where(id => !IsThere(id))]);
    }
}
