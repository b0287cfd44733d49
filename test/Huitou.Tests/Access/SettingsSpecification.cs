using Huitou.Access;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Access;

public sealed class SettingsSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Who_saves_second_must_have_seen_the_first(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var change = installation.Get<ChangeDefinitions>();
        var seen = await change.CurrentAsync(Cancel);

        var first = await change.RunAsync(new Definitions { RfmBasis = MoneyBasis.Gross }, seen.Version, Actor.Console, Cancel);
        var second = await change.RunAsync(new Definitions { CountTests = true }, seen.Version, Actor.Console, Cancel);
        var third = await change.RunAsync(new Definitions { CountTests = true }, first.Value!.Version, Actor.Console, Cancel);

        Assert.Equal(new Definitions(), seen.Definitions);
        Assert.Equal(ProblemCode.PreconditionFailed, second.Refusal?.Code);
        Assert.Null(third.Refusal);
        Assert.Equal(new Definitions { CountTests = true }, await installation.Get<Settings>().DefinitionsAsync(Cancel));
        Assert.Equal(third.Value, await change.CurrentAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_changed_setting_is_told_to_whoever_follows_the_feed(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var change = installation.Get<ChangeDefinitions>();

        await change.RunAsync(new Definitions { CountTests = true }, (await change.CurrentAsync(Cancel)).Version, Actor.Console, Cancel);

        await using var db = installation.Open();
        Assert.Equal(ChangeKind.Setting, Assert.Single(await db.Changes.ToListAsync(Cancel)).Kind);
    }

    [Theory]
    [EachDatabase("", "Asia/Shanghai", ProblemCode.InvalidField)]
    [EachDatabase("second", "Beijing", ProblemCode.UnknownTimeZone)]
    [EachDatabase("first", "Asia/Shanghai", ProblemCode.NameTaken)]
    [EachDatabase("second", "Europe/London", null)]
    public async Task Shops_have_a_name_of_their_own_and_a_zone_that_exists(DatabaseKind kind, string name, string zone, string? code)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var shops = installation.Get<Shops>();
        await shops.AddAsync(new("first", "Asia/Shanghai"), Actor.Console, Cancel);

        var outcome = await shops.AddAsync(new(name, zone), Actor.Console, Cancel);

        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Equal(code is null ? 2 : 1, (await shops.ListAsync(Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_name_of_101_characters_is_one_too_many(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var shops = installation.Get<Shops>();

        Assert.Null((await shops.AddAsync(new(new string('店', 100), "Asia/Shanghai"), Actor.Console, Cancel)).Refusal);
        Assert.NotNull((await shops.AddAsync(new(new string('店', 101), "Asia/Shanghai"), Actor.Console, Cancel)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_shop_keeps_its_own_name_when_only_its_clock_moves(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var shops = installation.Get<Shops>();
        var shop = (await shops.AddAsync(new("first", "Asia/Shanghai"), Actor.Console, Cancel)).Value!;

        var moved = await shops.ChangeAsync(shop.Id, new("first", "Asia/Urumqi"), Actor.Console, Cancel);

        Assert.Equal(shop with { TimeZone = "Asia/Urumqi" }, moved.Value);
        Assert.Equal(ProblemCode.NotFound, (await shops.ChangeAsync(9, new("x", "Asia/Urumqi"), Actor.Console, Cancel)).Refusal?.Code);
    }

    [Theory, EachDatabase]
    public async Task Tokens_are_recognised_until_they_are_revoked_and_kept_only_as_hashes(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var tokens = installation.Get<AccessTokens>();
        var token = (await tokens.CreateAsync("till", Role.Service, null, Actor.Console, Cancel)).Value!;

        Assert.StartsWith("hui_", token.Secret, StringComparison.Ordinal);
        Assert.Equal(new Actor("token:till", Role.Service), await tokens.BearerAsync(token.Secret, Cancel));
        Assert.Null(await tokens.BearerAsync(token.Secret + "x", Cancel));
        Assert.NotNull(Assert.Single(await tokens.ListAsync(Cancel)).LastUsedAt);
        await using (var db = installation.Open()) Assert.Equal(32, (await db.AccessTokens.SingleAsync(Cancel)).Hash.Length);

        Assert.Null(await tokens.RevokeAsync(token.Id, Actor.Console, Cancel));
        Assert.Null(await tokens.BearerAsync(token.Secret, Cancel));
        Assert.Equal(ProblemCode.NotFound, (await tokens.RevokeAsync(99, Actor.Console, Cancel))?.Code);
    }

    [Theory, EachDatabase]
    public async Task The_audit_is_read_page_by_page_without_gap_or_repeat(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var tokens = installation.Get<AccessTokens>();
        for (var i = 0; i < 7; i++) await tokens.CreateAsync($"t{i}", Role.Reader, null, Actor.Console, Cancel);
        await installation.Get<Shops>().AddAsync(new("shop", "Asia/Shanghai"), Actor.Console, Cancel);

        var read = new List<string>();
        long? cursor = null;
        do
        {
            var page = await installation.Get<AuditList>().PageAsync(cursor, 3, AuditAction.Tokens, Cancel);
            read.AddRange(page.Items.Select(i => i.Subject));
            cursor = page.Next is null ? null : long.Parse(page.Next, System.Globalization.CultureInfo.InvariantCulture);
        }
        while (cursor is not null);

        Assert.Equal(["token:7", "token:6", "token:5", "token:4", "token:3", "token:2", "token:1"], read);
    }
}
