using Huitou.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>What users change about themselves.</summary>
public sealed class OwnAccount(HuitouDb db, UserManager<User> users, AuditLog audit)
{
    private static readonly string[] Languages = ["zh", "en"];

    public Task<string?> LanguageAsync(long id, CancellationToken cancel) =>
        db.Users.Where(u => u.Id == id).Select(u => u.Language).FirstOrDefaultAsync(cancel);

    public async Task<Refusal?> SetLanguageAsync(long id, string language, CancellationToken cancel)
    {
        if (LanguageFault(language) is { } fault) return fault;
        var changed = await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, language), cancel);
        return changed == 1 ? null : new Refusal(ProblemCode.NotFound, $"There is no user {id}.");
    }

    /// <summary>Changes the password and ends every other session. Gives the user back, to go on with this one.</summary>
    public async Task<Outcome<User>> ChangePasswordAsync(long id, string current, string next, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Users.FindAsync([id], cancel) is not { } user) return new Refusal(ProblemCode.NotFound, $"There is no user {id}.");
        if (!await users.CheckPasswordAsync(user, current))
            return new Refusal(ProblemCode.WrongPassword, "The current password is wrong.", "current");
        if (await UserAccounts.PasswordFaultAsync(users, user, next) is { } fault) return fault with { Path = "next" };

        user.PasswordHash = users.PasswordHasher.HashPassword(user, next);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        audit.Add(db, Actor.Of(user), $"user:{id}", AuditFact.OwnPasswordChanged());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return user;
    }

    internal static Refusal? LanguageFault(string language) => Languages.Contains(language)
        ? null
        : new Refusal(ProblemCode.InvalidField, $"\"{language}\" is no language of ours; they are zh and en.", "language");
}
