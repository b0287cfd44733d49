using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>A data folder with shops of somebody's was to be served as a demo.</summary>
public sealed class NotADemoException(string message) : Exception(message);

/// <summary>The owner of a demo: made without questions, and signed in without a password while the host runs as a demo.</summary>
public sealed class DemoOwner(HuitouDb db, SetUp setUp, UserAccounts accounts, AuditLog audit)
{
    public const string Name = "demo";

    public const string ShopName = "回头女装";

    /// <summary>Sets an installation without users up for the demo; says whether it wants the demo's orders. The password is nobody's to know.</summary>
    /// <exception cref="NotADemoException">There are shops other than the demo's: whoever comes by must not own them.</exception>
    public async Task<bool> EnsureAsync(CancellationToken cancel)
    {
        if (!await setUp.IsNeededAsync(cancel)) return false;
        var shops = await db.Shops.Select(shop => shop.Name).ToListAsync(cancel);
        if (shops.Exists(shop => shop != ShopName))
            throw new NotADemoException($"A demo signs everybody in, and this data folder holds shops that are not the demo's. Leave --demo out, or name an empty folder by HUITOU_DATA.");
        if (shops.Count > 0) await OwnAsync(cancel);
        else Throw(await setUp.RunAsync(new SetUpRequest(Name, Secret.New(""), ShopName, "Asia/Shanghai", "CNY", null), Actor.System, cancel));
        return shops.Count == 0;
    }

    /// <summary>Makes the owner of a shop that was loaded by <c>huitou seed</c>.</summary>
    private async Task OwnAsync(CancellationToken cancel)
    {
        var owner = await accounts.CreateAsync(Name, Secret.New(""), Role.Owner, null);
        Throw(owner);
        audit.Add(db, Actor.System, $"user:{owner.Value!.Id}", AuditFact.DemoOwnerAdded());
        await db.SaveChangesAsync(cancel);
    }

    private static void Throw(Outcome<User> made)
    {
        if (made.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
    }

    /// <summary>Signs the demo's owner in; null on an installation that was not made as a demo.</summary>
    public async Task<User?> SignInAsync(CancellationToken cancel)
    {
        var owner = await db.Users.FirstOrDefaultAsync(u => u.UserName == Name && u.Role == Role.Owner, cancel);
        if (owner is null) return null;
        audit.Add(db, new Actor(Name, owner.Role), $"user:{owner.Id}", AuditFact.DemoSignedIn());
        await db.SaveChangesAsync(cancel);
        return owner;
    }
}
