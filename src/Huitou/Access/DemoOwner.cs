using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>The owner of a demo, signed in without a password while the host runs as a demo.</summary>
public sealed class DemoOwner(HuitouDb db, AuditLog audit)
{
    public const string Name = "demo";

    /// <summary>Signs the demo's owner in; null on an installation that was not made as a demo.</summary>
    public async Task<User?> SignInAsync(CancellationToken cancel)
    {
        var owner = await db.Users.FirstOrDefaultAsync(u => u.UserName == Name && u.Role == Role.Owner, cancel);
        if (owner is null) return null;
        audit.Add(db, new Actor(Name, owner.Role), AuditAction.SignIn, $"user:{owner.Id}", "demo, without password");
        await db.SaveChangesAsync(cancel);
        return owner;
    }
}
