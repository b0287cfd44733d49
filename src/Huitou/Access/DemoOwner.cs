using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>The owner of a demo: made without questions, and signed in without a password while the host runs as a demo.</summary>
public sealed class DemoOwner(HuitouDb db, SetUp setUp, AuditLog audit)
{
    public const string Name = "demo";

    /// <summary>Sets an empty installation up for the demo; says whether it was empty. The password is nobody's to know.</summary>
    public async Task<bool> EnsureAsync(CancellationToken cancel)
    {
        if (!await setUp.IsNeededAsync(cancel)) return false;
        var made = await setUp.RunAsync(
            new SetUpRequest(Name, Secret.New(""), "回头女装", "Asia/Shanghai", "CNY", null), Actor.System, cancel);
        return made.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Message) : true;
    }

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
