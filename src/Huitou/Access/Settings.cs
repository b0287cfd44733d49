using System.Text.Json;
using System.Text.Json.Serialization;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>A currency: money is counted in its minor units.</summary>
/// <param name="Code">ISO 4217, such as "CNY".</param>
/// <param name="Digits">Decimal digits of the minor unit: 0, 2 or 3.</param>
public sealed record Currency(string Code, int Digits)
{
    public static readonly Currency Default = new("CNY", 2);
}

/// <summary>What counts, where shops differ.</summary>
public sealed record Definitions
{
    /// <summary>Whether the M of RFM is taken before or after refunds.</summary>
    public MoneyBasis RfmBasis { get; init; } = MoneyBasis.Net;

    /// <summary>Whether orders without a single paid line are sales.</summary>
    public bool CountZeroPriced { get; init; }

    /// <summary>Whether orders marked as tests are sales.</summary>
    public bool CountTests { get; init; }
}

/// <summary>The settings of the installation, typed. What was never set has its default.</summary>
public sealed class Settings(IDbContextFactory<HuitouDb> databases)
{
    internal const string CurrencyKey = "currency";
    internal const string DefinitionsKey = "definitions";
    internal const string SetUpTokenKey = "set_up_token";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Task<Currency> CurrencyAsync(CancellationToken cancel) => ReadAsync(CurrencyKey, Currency.Default, cancel);

    public Task<Definitions> DefinitionsAsync(CancellationToken cancel) => ReadAsync(DefinitionsKey, new Definitions(), cancel);

    /// <summary>A setting as it is stored; null when it was never set.</summary>
    internal static Task<string?> StoredAsync(HuitouDb db, string key, CancellationToken cancel) =>
        db.Settings.Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync(cancel);

    internal static T Parse<T>(string? stored, T fallback) =>
        stored is null ? fallback : JsonSerializer.Deserialize<T>(stored, Json) ?? fallback;

    /// <summary>
    /// Writes in the caller's transaction, if what is stored is still <paramref name="seen"/>; says whether it did. The
    /// comparison is the database's, so of two who saw the same only one succeeds.
    /// </summary>
    internal static async Task<bool> SwapAsync<T>(HuitouDb db, string key, string? seen, T next, CancellationToken cancel)
    {
        var value = JsonSerializer.Serialize(next, Json);
        if (seen is null)
        {
            if (await StoredAsync(db, key, cancel) is not null) return false;
            db.Settings.Add(new Setting { Key = key, Value = value });
        }
        else if (await db.Settings.Where(s => s.Key == key && s.Value == seen)
                     .ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, value), cancel) == 0)
        {
            return false;
        }

        // Reports answer by the settings, so whoever follows the feed must hear of it.
        db.Changes.Add(new Change { Kind = ChangeKind.Setting });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task<T> ReadAsync<T>(string key, T fallback, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Parse(await StoredAsync(db, key, cancel), fallback);
    }
}
