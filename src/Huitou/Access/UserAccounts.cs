using System.Data;
using Huitou.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>A user as callers see them.</summary>
public sealed record UserItem(long Id, string Name, Role Role, IReadOnlyList<int>? Shops, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil);

/// <summary>Adds users, changes what they may do, and takes them away. There is always an owner left.</summary>
public sealed class UserAccounts(HuitouDb db, UserManager<User> users, AuditLog audit, TimeProvider time)
{
    public const int NameMax = 64;

    public async Task<IReadOnlyList<UserItem>> ListAsync(CancellationToken cancel)
    {
        var all = await db.Users.AsNoTracking().OrderBy(u => u.Id).ToListAsync(cancel);
        return [.. all.Select(Item)];
    }

    /// <summary>Which user somebody is; null for tokens and the console.</summary>
    internal static Task<long?> IdOfAsync(HuitouDb db, Actor actor, CancellationToken cancel) =>
        db.Users.Where(user => user.UserName == actor.Name).Select(user => (long?)user.Id).FirstOrDefaultAsync(cancel);

    /// <param name="name">What they type to sign in.</param>
    /// <param name="password">Their first password.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="shops">Whose rows they see; null for all.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<UserItem>> AddAsync(
        string name, string password, Role role, IReadOnlyList<int>? shops, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await ShopChoice.FaultAsync(db, role, shops, cancel) is { } fault) return fault;
        var created = await CreateAsync(name, password, role, null);
        if (created.Refusal is { } refusal) return refusal;

        var user = created.Value!;
        user.Shops = ShopChoice.Kept(shops);
        await RecordAsync(actor, user, AuditFact.UserAdded(role, user.Shops), cancel);
        await transaction.CommitAsync(cancel);
        return Item(user);
    }

    /// <summary>Says anew what a user may do, and whose rows they see: from their next request on.</summary>
    public async Task<Outcome<UserItem>> ChangeAccessAsync(long id, Role role, IReadOnlyList<int>? shops, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        if (await db.Users.FindAsync([id], cancel) is not { } user) return NoSuchUser(id);
        if (role != Role.Owner && await IsLastOwnerAsync(user, cancel)) return LastOwner();
        if (await ShopChoice.FaultAsync(db, role, shops, cancel) is { } fault) return fault;

        var (roleBefore, shopsBefore) = (user.Role, user.Shops);
        (user.Role, user.Shops) = (role, ShopChoice.Kept(shops));
        await RecordAsync(actor, user, AuditFact.UserAccessChanged(roleBefore, shopsBefore, role, user.Shops), cancel);
        await transaction.CommitAsync(cancel);
        return Item(user);
    }

    /// <summary>Sets a new password, ends a lock-out, and signs the user out everywhere.</summary>
    public async Task<Refusal?> ResetPasswordAsync(long id, string password, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Users.FindAsync([id], cancel) is not { } user) return NoSuchUser(id);
        if (await PasswordFaultAsync(users, user, password) is { } fault) return fault;

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        await RecordAsync(actor, user, AuditFact.PasswordReset(), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public async Task<Refusal?> RemoveAsync(long id, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        if (await db.Users.FindAsync([id], cancel) is not { } user) return NoSuchUser(id);
        if (await IsLastOwnerAsync(user, cancel)) return LastOwner();

        db.Users.Remove(user);
        await RecordAsync(actor, user, AuditFact.UserRemoved(), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Creates in the caller's transaction.</summary>
    internal async Task<Outcome<User>> CreateAsync(string name, string password, Role role, string? language)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameMax || trimmed.Any(char.IsControl))
            return new Refusal(ProblemCode.InvalidField, $"A user's name has 1 to {NameMax} characters; this one has {trimmed.Length}.", "name");

        var user = new User { UserName = trimmed, Role = role, Language = language, CreatedAt = time.GetUtcNow() };
        if (await PasswordFaultAsync(users, user, password) is { } fault) return fault;

        var result = await users.CreateAsync(user, password);
        return result.Succeeded ? user : new Refusal(ProblemCode.NameTaken, $"There is a user named \"{trimmed}\" already.", "name");
    }

    internal static async Task<Refusal?> PasswordFaultAsync(UserManager<User> users, User user, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if ((await validator.ValidateAsync(users, user, password)).Succeeded) continue;
            return new Refusal(
                ProblemCode.WeakPassword,
                $"A password has at least {users.Options.Password.RequiredLength} characters; this one has {password.Length}.",
                "password");
        }

        return null;
    }

    private static Refusal NoSuchUser(long id) => new(ProblemCode.NotFound, $"There is no user {id}.");

    private static Refusal LastOwner() => new(ProblemCode.LastOwner, "This is the last owner. Make another user an owner first.");

    private UserItem Item(User user) => new(
        user.Id, user.UserName!, user.Role, user.Shops, user.CreatedAt, user.LockoutEnd > time.GetUtcNow() ? user.LockoutEnd : null);

    private async Task<bool> IsLastOwnerAsync(User user, CancellationToken cancel) =>
        user.Role == Role.Owner && !await db.Users.AnyAsync(u => u.Role == Role.Owner && u.Id != user.Id, cancel);

    private async Task RecordAsync(Actor actor, User user, AuditFact fact, CancellationToken cancel)
    {
        audit.Add(db, actor, $"user:{user.Id}", fact);
        await db.SaveChangesAsync(cancel);
    }
}
