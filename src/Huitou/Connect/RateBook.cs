using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>The exchange rates that a shop counts by: listed, set and taken away. Imports that are in keep the rates they were counted with.</summary>
public sealed class RateBook(IDbContextFactory<HuitouDb> databases, Settings settings, AuditLog audit)
{
    /// <summary>10^8 units for one: no currency is worth more of another.</summary>
    internal const long MostRate = 10_000_000_000_000_000;

    /// <summary>By currency, newest first.</summary>
    public async Task<IReadOnlyList<ExchangeRate>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ExchangeRates.AsNoTracking().OrderBy(r => r.Currency).ThenByDescending(r => r.Day).ToListAsync(cancel);
    }

    /// <summary>Sets what a currency is worth from a day on.</summary>
    public async Task<Outcome<ExchangeRate>> SetAsync(ExchangeRate rate, Actor actor, CancellationToken cancel)
    {
        var reporting = await settings.CurrencyAsync(cancel);
        if (Currencies.Find(rate.Currency) is null) return new Refusal(ProblemCode.UnknownCurrency, $"There is no currency \"{rate.Currency}\". Use an ISO code such as USD.", "currency");
        if (rate.Currency == reporting.Code) return new Refusal(ProblemCode.InvalidField, $"{rate.Currency} is the currency that is counted in; it needs no rate.", "currency");
        if (rate.Rate is <= 0 or > MostRate) return new Refusal(ProblemCode.InvalidField, "A rate is above 0 and at most 100,000,000.", "rate");
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.ExchangeRates.Where(r => r.Currency == rate.Currency && r.Day == rate.Day).ExecuteDeleteAsync(cancel);
        db.ExchangeRates.Add(rate);
        audit.Add(db, actor, $"rate:{rate.Currency}", AuditFact.RateSet(rate.Day, rate.Rate / 100_000_000m));
        await db.SaveChangesAsync(cancel);
        return rate;
    }

    /// <summary>Takes a rate away; false where there is none.</summary>
    public async Task<bool> DeleteAsync(string currency, DateOnly day, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.ExchangeRates.Where(r => r.Currency == currency && r.Day == day).ExecuteDeleteAsync(cancel) == 0) return false;
        audit.Add(db, actor, $"rate:{currency}", AuditFact.RateRemoved(day));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
