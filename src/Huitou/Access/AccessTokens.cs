using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>A token as callers see it.</summary>
public sealed record TokenItem(
    int Id, string Name, Role Role, IReadOnlyList<int>? Shops, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A fresh token: the only time that its secret is told.</summary>
public sealed record NewToken(int Id, string Secret);

/// <summary>Creates, lists, revokes and recognises the bearer tokens of the API.</summary>
public sealed class AccessTokens(IDbContextFactory<HuitouDb> databases, AuditLog audit, TimeProvider time)
{
    public const string Prefix = "hui_";
    public const int NameMax = 80;

    // To the minute is enough to see which tokens are in use, and spares the one writer.
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<TokenItem>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.AccessTokens.OrderBy(t => t.Id)
            .Select(t => new TokenItem(t.Id, t.Name, t.Role, t.Shops, t.CreatedAt, t.LastUsedAt, t.RevokedAt)).ToListAsync(cancel);
    }

    /// <param name="name">What it is for.</param>
    /// <param name="role">What its bearer may do.</param>
    /// <param name="shops">Whose rows its bearer sees; null for all.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<NewToken>> CreateAsync(string name, Role role, IReadOnlyList<int>? shops, Actor actor, CancellationToken cancel)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameMax)
            return new Refusal(ProblemCode.InvalidField, $"A token's name has 1 to {NameMax} characters; this one has {trimmed.Length}.", "name");

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await ShopChoice.FaultAsync(db, role, shops, cancel) is { } fault) return fault;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var secret = Secret.New(Prefix);
        var token = new AccessToken { Name = trimmed, Role = role, Shops = ShopChoice.Kept(shops), Hash = Secret.Hash(secret), CreatedAt = time.GetUtcNow() };
        db.AccessTokens.Add(token);
        await db.SaveChangesAsync(cancel);
        audit.Add(db, actor, $"token:{token.Id}", AuditFact.TokenCreated(role, token.Shops));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new NewToken(token.Id, secret);
    }

    public async Task<Refusal?> RevokeAsync(int id, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.AccessTokens.FindAsync([id], cancel) is not { } token) return new Refusal(ProblemCode.NotFound, $"There is no token {id}.");
        if (token.RevokedAt is not null) return null;

        token.RevokedAt = time.GetUtcNow();
        audit.Add(db, actor, $"token:{id}", AuditFact.TokenRevoked());
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Who bears this secret; null when it is unknown or revoked.</summary>
    public async Task<Actor?> BearerAsync(string secret, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var token = await db.AccessTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, cancel);
        if (token is null) return null;

        var now = time.GetUtcNow();
        if (token.LastUsedAt is null || now - token.LastUsedAt > UseNoted)
            await db.AccessTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancel);
        return new Actor($"token:{token.Name}", token.Role) { Scope = DataScope.Of(token.Shops) };
    }
}
