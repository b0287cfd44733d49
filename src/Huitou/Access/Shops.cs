using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Huitou.Access;

/// <summary>A shop as callers see it.</summary>
public sealed record ShopItem(int Id, string Name, string TimeZone);

/// <summary>Lists, adds and changes shops.</summary>
public sealed class Shops(IDbContextFactory<HuitouDb> databases, AuditLog audit, TimeProvider time)
{
    public const int NameMax = 100;

    public async Task<IReadOnlyList<ShopItem>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Shops.OrderBy(s => s.Id).Select(s => new ShopItem(s.Id, s.Name, s.TimeZone)).ToListAsync(cancel);
    }

    public async Task<Outcome<ShopItem>> AddAsync(string name, string timeZone, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await AddAsync(db, name, timeZone, cancel);
        if (outcome.Refusal is not null) return outcome;

        audit.Add(db, actor, AuditAction.Settings, $"shop:{outcome.Value!.Id}", $"added, zone {timeZone}");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    public async Task<Outcome<ShopItem>> ChangeAsync(int id, string name, string timeZone, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Shops.FindAsync([id], cancel) is not { } shop) return new Refusal(ProblemCode.NotFound, $"There is no shop {id}.");
        if (await FaultAsync(db, name, timeZone, id, cancel) is { } fault) return fault;

        audit.Add(db, actor, AuditAction.Settings, $"shop:{id}", $"zone {shop.TimeZone} to {timeZone}");
        shop.Name = name.Trim();
        shop.TimeZone = timeZone;
        db.Changes.Add(new Change { Kind = ChangeKind.Setting });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ShopItem(id, shop.Name, shop.TimeZone);
    }

    /// <summary>Adds in the caller's transaction.</summary>
    internal async Task<Outcome<ShopItem>> AddAsync(HuitouDb db, string name, string timeZone, CancellationToken cancel)
    {
        if (await FaultAsync(db, name, timeZone, 0, cancel) is { } fault) return fault;
        var shop = new Shop { Name = name.Trim(), TimeZone = timeZone, CreatedAt = time.GetUtcNow() };
        db.Shops.Add(shop);
        db.Changes.Add(new Change { Kind = ChangeKind.Setting });
        await db.SaveChangesAsync(cancel);
        return new ShopItem(shop.Id, shop.Name, shop.TimeZone);
    }

    private static async Task<Refusal?> FaultAsync(HuitouDb db, string name, string timeZone, int self, CancellationToken cancel)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameMax)
            return new Refusal(ProblemCode.InvalidField, $"A shop's name has 1 to {NameMax} characters; this one has {trimmed.Length}.", "name");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null)
            return new Refusal(ProblemCode.UnknownTimeZone, $"\"{timeZone}\" is no IANA time zone. Write it like Asia/Shanghai.", "timeZone");
        if (await db.Shops.AnyAsync(s => s.Name == trimmed && s.Id != self, cancel))
            return new Refusal(ProblemCode.NameTaken, $"There is a shop named \"{trimmed}\" already.", "name");
        return null;
    }
}
