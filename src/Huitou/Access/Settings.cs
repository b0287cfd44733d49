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
    private const string CurrencyKey = "currency";
    private const string DefinitionsKey = "definitions";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Task<Currency> CurrencyAsync(CancellationToken cancel) => ReadAsync(CurrencyKey, Currency.Default, cancel);

    public Task<Definitions> DefinitionsAsync(CancellationToken cancel) => ReadAsync(DefinitionsKey, new Definitions(), cancel);

    /// <summary>Writes in the caller's transaction.</summary>
    internal static Task SetAsync(HuitouDb db, Currency currency, CancellationToken cancel) => WriteAsync(db, CurrencyKey, currency, cancel);

    /// <summary>Writes in the caller's transaction.</summary>
    internal static Task SetAsync(HuitouDb db, Definitions definitions, CancellationToken cancel) =>
        WriteAsync(db, DefinitionsKey, definitions, cancel);

    /// <summary>Reads in the caller's transaction.</summary>
    internal static async Task<Definitions> DefinitionsAsync(HuitouDb db, CancellationToken cancel) =>
        await ReadAsync(db, DefinitionsKey, new Definitions(), cancel);

    private async Task<T> ReadAsync<T>(string key, T fallback, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ReadAsync(db, key, fallback, cancel);
    }

    private static async Task<T> ReadAsync<T>(HuitouDb db, string key, T fallback, CancellationToken cancel)
    {
        var value = await db.Settings.Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync(cancel);
        return value is null ? fallback : JsonSerializer.Deserialize<T>(value, Json) ?? fallback;
    }

    private static async Task WriteAsync<T>(HuitouDb db, string key, T value, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(value, Json);
        var row = await db.Settings.FindAsync([key], cancel);
        if (row is null) db.Settings.Add(new Setting { Key = key, Value = json });
        else row.Value = json;

        // Reports answer by the settings, so whoever follows the feed must hear of it.
        db.Changes.Add(new Change { Kind = ChangeKind.Setting });
        await db.SaveChangesAsync(cancel);
    }
}
