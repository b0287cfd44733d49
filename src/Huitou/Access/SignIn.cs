using Huitou.Data;
using Microsoft.AspNetCore.Identity;

namespace Huitou.Access;

/// <summary>Checks a name and a password, counts failures, and locks after too many.</summary>
public sealed class SignIn(HuitouDb db, UserManager<User> users, AuditLog audit, TimeProvider time)
{
    /// <summary>Hashed when the name is unknown, so that the answer takes as long as for a known one.</summary>
    private static readonly User Nobody = new() { UserName = "" };

    public async Task<Outcome<User>> RunAsync(string name, string password, CancellationToken cancel)
    {
        if (await users.FindByNameAsync(name.Trim()) is not { } user)
        {
            users.PasswordHasher.HashPassword(Nobody, password);
            return await FailAsync("user:?", Wrong(), cancel);
        }

        if (await users.IsLockedOutAsync(user)) return await FailAsync($"user:{user.Id}", Locked(user), cancel);
        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return await FailAsync($"user:{user.Id}", await users.IsLockedOutAsync(user) ? Locked(user) : Wrong(), cancel);
        }

        if (user.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(user);
        audit.Add(db, Actor.Of(user), $"user:{user.Id}", AuditFact.SignedIn());
        await db.SaveChangesAsync(cancel);
        return user;
    }

    private static Refusal Wrong() => new(ProblemCode.WrongPassword, "Name or password is wrong.");

    private Refusal Locked(User user)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(((user.LockoutEnd ?? time.GetUtcNow()) - time.GetUtcNow()).TotalMinutes));
        return new Refusal(ProblemCode.LockedOut, $"Too many wrong passwords. Try again in {minutes} minutes, or let an owner reset the password.");
    }

    private async Task<Refusal> FailAsync(string subject, Refusal refusal, CancellationToken cancel)
    {
        // The name as typed is not recorded: people type passwords there.
        audit.Add(db, new Actor("anonymous", Role.Reader), subject, refusal.Code == ProblemCode.LockedOut ? AuditFact.LockedOut() : AuditFact.PasswordWrong());
        await db.SaveChangesAsync(cancel);
        return refusal;
    }
}
