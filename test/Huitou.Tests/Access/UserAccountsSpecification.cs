using Huitou.Access;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Access;

public sealed class UserAccountsSpecification
{
    private const string Password = "correct horse";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_last_owner_can_neither_go_nor_step_down(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var first = await AddAsync(installation, "one", Role.Owner);
        var second = await AddAsync(installation, "two", Role.Operator);

        Assert.Equal(ProblemCode.LastOwner, (await RemoveAsync(installation, first))?.Code);
        Assert.Equal(ProblemCode.LastOwner, (await ChangeRoleAsync(installation, first, Role.Reader)).Refusal?.Code);
        Assert.Null((await ChangeRoleAsync(installation, second, Role.Owner)).Refusal);
        Assert.Null(await RemoveAsync(installation, first));
        Assert.Equal(ProblemCode.LastOwner, (await RemoveAsync(installation, second))?.Code);
    }

    [Theory, EachDatabase]
    public async Task Names_are_held_apart_whatever_their_case(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await AddAsync(installation, "Anna", Role.Owner);

        var twin = await installation.InScopeAsync<UserAccounts, Outcome<UserItem>>(
            u => u.AddAsync(" anna ", Password, Role.Reader, null, Actor.Console, Cancel));

        Assert.Equal(ProblemCode.NameTaken, twin.Refusal?.Code);
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_passwords_lock_and_a_reset_unlocks(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = await AddAsync(installation, "Anna", Role.Owner);

        for (var i = 1; i <= 4; i++) Assert.Equal(ProblemCode.WrongPassword, (await SignInAsync(installation, "wrong one")).Refusal?.Code);
        Assert.Equal(ProblemCode.LockedOut, (await SignInAsync(installation, "wrong one")).Refusal?.Code);
        Assert.Equal(ProblemCode.LockedOut, (await SignInAsync(installation, Password)).Refusal?.Code);

        var lockedUntil = (await installation.InScopeAsync<UserAccounts, IReadOnlyList<UserItem>>(u => u.ListAsync(Cancel)))[0].LockedUntil;
        Assert.InRange(lockedUntil!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));

        await installation.InScopeAsync<UserAccounts, Refusal?>(u => u.ResetPasswordAsync(id, "another horse", Actor.Console, Cancel));
        Assert.Equal(ProblemCode.WrongPassword, (await SignInAsync(installation, Password)).Refusal?.Code);
        Assert.Null((await SignInAsync(installation, "another horse")).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_lock_ends_by_itself(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await AddAsync(installation, "Anna", Role.Owner);
        for (var i = 1; i <= 5; i++) await SignInAsync(installation, "wrong one");
        await using (var db = installation.Open())
        {
            var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, past), Cancel);
        }

        Assert.Null((await SignInAsync(installation, Password)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task What_is_done_to_users_is_in_the_audit_without_their_names(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await AddAsync(installation, "Anna", Role.Owner);
        var id = await AddAsync(installation, "Berta", Role.Reader);
        await ChangeRoleAsync(installation, id, Role.Service);
        await RemoveAsync(installation, id);
        await SignInAsync(installation, "wrong one");
        await SignInAsync(installation, Password);

        var audit = (await installation.Get<AuditList>().PageAsync(null, 50, null, Cancel)).Items;

        Assert.Equal(
            ["SignIn user:1 Signed in", "SignInFailed user:1 Wrong name or password", "Users user:2 Removed", "Users user:2 Was reader, saw all shops; now service, sees all shops",
                "Users user:2 Added as reader, sees all shops", "Users user:1 Added as owner, sees all shops"],
            audit.Select(a => $"{a.Action} {a.Subject} {a.Sentence}"));
        Assert.Equal(["Anna", "anonymous", "console", "console", "console", "console"], audit.Select(a => a.Actor));
    }

    [Theory, EachDatabase]
    public async Task A_refused_change_leaves_no_audit(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = await AddAsync(installation, "Anna", Role.Owner);
        var before = (await installation.Get<AuditList>().PageAsync(null, 50, null, Cancel)).Items.Count;

        await RemoveAsync(installation, id);
        await ChangeRoleAsync(installation, 99, Role.Owner);

        Assert.Equal(before, (await installation.Get<AuditList>().PageAsync(null, 50, null, Cancel)).Items.Count);
    }

    private static async Task<long> AddAsync(TestInstallation installation, string name, Role role)
    {
        var added = await installation.InScopeAsync<UserAccounts, Outcome<UserItem>>(
            u => u.AddAsync(name, Password, role, null, Actor.Console, Cancel));
        return added.Value!.Id;
    }

    private static Task<Refusal?> RemoveAsync(TestInstallation installation, long id) =>
        installation.InScopeAsync<UserAccounts, Refusal?>(u => u.RemoveAsync(id, Actor.Console, Cancel));

    private static Task<Outcome<UserItem>> ChangeRoleAsync(TestInstallation installation, long id, Role role) =>
        installation.InScopeAsync<UserAccounts, Outcome<UserItem>>(u => u.ChangeAccessAsync(id, role, null, Actor.Console, Cancel));

    private static Task<Outcome<User>> SignInAsync(TestInstallation installation, string password) =>
        installation.InScopeAsync<SignIn, Outcome<User>>(s => s.RunAsync("anna", password, Cancel));
}
