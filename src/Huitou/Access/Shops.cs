using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Huitou.Access;

/// <summary>A shop as callers see it.</summary>
public sealed record ShopItem(int Id, string Name, string TimeZone, string Platform)
{
    internal static ShopItem Of(Shop shop) => new(shop.Id, shop.Name, shop.TimeZone, shop.Platform);
}

/// <summary>What is said of a shop.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="TimeZone">IANA zone by which its days are told.</param>
/// <param name="Platform">Where it sells, one of <see cref="ShopPlatform.All"/> or empty; null leaves it as it is.</param>
public sealed record ShopFields(string Name, string TimeZone, string? Platform = null);

/// <summary>Lists, adds and changes shops.</summary>
public sealed class Shops(IDbContextFactory<HuitouDb> databases, AuditLog audit, TimeProvider time)
{
    public const int NameMax = 100;

    public async Task<IReadOnlyList<ShopItem>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Shops.OrderBy(s => s.Id).Select(s => new ShopItem(s.Id, s.Name, s.TimeZone, s.Platform)).ToListAsync(cancel);
    }

    public async Task<Outcome<ShopItem>> AddAsync(ShopFields fields, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await AddAsync(db, fields, cancel);
        if (outcome.Refusal is not null) return outcome;

        audit.Add(db, actor, $"shop:{outcome.Value!.Id}", AuditFact.ShopAdded(fields.TimeZone, outcome.Value.Platform));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    public async Task<Outcome<ShopItem>> ChangeAsync(int id, ShopFields fields, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Shops.FindAsync([id], cancel) is not { } shop) return new Refusal(ProblemCode.NotFound, $"There is no shop {id}.");
        if (await FaultAsync(db, fields, id, cancel) is { } fault) return fault;

        var (name, platform) = (fields.Name.Trim(), fields.Platform ?? shop.Platform);
        if (name != shop.Name) audit.Add(db, actor, $"shop:{id}", AuditFact.ShopRenamed(shop.Name, name));
        if (fields.TimeZone != shop.TimeZone) audit.Add(db, actor, $"shop:{id}", AuditFact.ShopZoneChanged(shop.TimeZone, fields.TimeZone));
        if (platform != shop.Platform) audit.Add(db, actor, $"shop:{id}", AuditFact.ShopPlatformChanged(shop.Platform, platform));
        (shop.Name, shop.TimeZone, shop.Platform) = (name, fields.TimeZone, platform);
        db.Changes.Add(new Change { Kind = ChangeKind.Setting });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return ShopItem.Of(shop);
    }

    /// <summary>Adds in the caller's transaction.</summary>
    internal async Task<Outcome<ShopItem>> AddAsync(HuitouDb db, ShopFields fields, CancellationToken cancel)
    {
        if (await FaultAsync(db, fields, 0, cancel) is { } fault) return fault;
        var shop = new Shop { Name = fields.Name.Trim(), TimeZone = fields.TimeZone, Platform = fields.Platform ?? ShopPlatform.None, CreatedAt = time.GetUtcNow() };
        db.Shops.Add(shop);
        db.Changes.Add(new Change { Kind = ChangeKind.Setting });
        await db.SaveChangesAsync(cancel);
        return ShopItem.Of(shop);
    }

    private static async Task<Refusal?> FaultAsync(HuitouDb db, ShopFields fields, int self, CancellationToken cancel)
    {
        var (trimmed, timeZone) = (fields.Name.Trim(), fields.TimeZone);
        if (trimmed.Length is 0 or > NameMax)
            return new Refusal(ProblemCode.InvalidField, $"A shop's name has 1 to {NameMax} characters; this one has {trimmed.Length}.", "name");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null)
            return new Refusal(ProblemCode.UnknownTimeZone, $"\"{timeZone}\" is no IANA time zone. Write it like Asia/Shanghai.", "timeZone");
        if (await db.Shops.AnyAsync(s => s.Name == trimmed && s.Id != self, cancel))
            return new Refusal(ProblemCode.NameTaken, $"There is a shop named \"{trimmed}\" already.", "name");
        return ShopPlatform.Fault(fields.Platform ?? ShopPlatform.None);
    }
}
