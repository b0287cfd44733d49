using System.Data.Common;
using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>Reads the stored versions of things by their keys or ids, each with its age: that of the newest import that said it.</summary>
internal static class StoredVersions
{
    /// <summary>All versions of the things named by <paramref name="keys"/>, of committed imports alone.</summary>
    internal static async Task<ILookup<string, StoredVersion>> OfKeysAsync(
        HuitouDb db, FactTable table, int shopId, IReadOnlyCollection<string> keys, ImportAges ages, CancellationToken cancel)
    {
        await using var command = db.Sql(
            $"SELECT f.id, f.{table.Key}, f.import_id, f.hidden_by_import_id, f.rank, f.content_hash, r.import_id, r.rank FROM {table.Name} f "
            + $"LEFT JOIN fact_repeat r ON r.fact_id = f.id WHERE f.shop_id = @shop AND f.{table.Key} {SqlList.Of(db, "keys")}",
            ("shop", shopId), ("keys", SqlList.Value(db, keys)));
        return (await ReadAsync(command, ages, cancel)).ToLookup(version => version.Key);
    }

    private static async Task<List<StoredVersion>> ReadAsync(DbCommand command, ImportAges ages, CancellationToken cancel)
    {
        var versions = new Dictionary<long, StoredVersion>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (Age(reader, ages) is not { } age) continue;
            var id = reader.GetInt64(0);
            if (versions.TryGetValue(id, out var known))
            {
                if (age > known.Age) versions[id] = known with { Age = age };
                continue;
            }
            long? hiddenBy = reader.IsDBNull(3) ? null : reader.GetInt64(3);
            versions[id] = new StoredVersion(
                id, reader.GetString(1), reader.GetInt64(2), hiddenBy is { } by && ages.IsCommitted(by) ? by : null, reader.GetInt64(5), age)
            {
                IsFreed = hiddenBy is { } gone && !ages.IsCommitted(gone),
            };
        }
        return [.. versions.Values];
    }

    /// <summary>The newest of the two times that a row tells of: when the fact was said, and when it was repeated. Null where both are gone.</summary>
    private static VersionAge? Age(DbDataReader row, ImportAges ages)
    {
        VersionAge? said = ages.Of(row.GetInt64(4), row.GetInt64(2));
        if (row.IsDBNull(6)) return said;
        var again = ages.Of(row.GetInt64(7), row.GetInt64(6));
        return said is null || again > said ? again ?? said : said;
    }
}
