using Huitou.Access;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>The rules with the version that an edit must name.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Version">Changes when they do.</param>
/// <param name="JobId">The job that makes a change of them hold for what is there already; null where nothing was changed.</param>
public sealed record VersionedIdentityRules(IdentityRules Rules, string Version, long? JobId);

/// <summary>Changes the rules of who is who. What comes in follows them at once; what is there is resolved anew, as a job.</summary>
public sealed class ChangeIdentityRules(IDbContextFactory<HuitouDb> databases, ResolveAgain resolve, AuditLog audit)
{
    public async Task<VersionedIdentityRules> CurrentAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Read(await Settings.StoredAsync(db, IdentityRules.Key, cancel));
    }

    /// <summary>Writes <paramref name="next"/> if <paramref name="seen"/> is still the version that stands.</summary>
    public async Task<Outcome<VersionedIdentityRules>> RunAsync(IdentityRules next, string seen, Actor actor, CancellationToken cancel)
    {
        if (next.MostCarriers is < IdentityRules.FewestCarriers or > IdentityRules.MostOfCarriers)
            return new Refusal(ProblemCode.InvalidField, $"The limit is {IdentityRules.FewestCarriers} to {IdentityRules.MostOfCarriers}, not {next.MostCarriers}.", "mostCarriers");
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var stored = await Settings.StoredAsync(db, IdentityRules.Key, cancel);
            var current = Read(stored);
            if (current.Version != seen) return Stale();
            if (current.Rules == next) return current;
            if (!await Settings.SwapAsync(db, IdentityRules.Key, stored, next, cancel)) return Stale();
            audit.Add(db, actor, "identity", AuditFact.IdentityRulesChanged(current.Rules.MostCarriers, next.MostCarriers));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        // Whoever asked may be gone by now; a rule that stands must come to hold.
        var started = await resolve.RunAsync(actor, CancellationToken.None);
        return Read(await Settings.StoredAsync(db, IdentityRules.Key, cancel)) with { JobId = started.JobId };
    }

    private static Refusal Stale() => new(ProblemCode.PreconditionFailed, "Somebody changed the rules meanwhile. Load them again.");

    private static VersionedIdentityRules Read(string? stored) => new(IdentityRules.Parse(stored), Convert.ToHexStringLower(Secret.Hash(stored ?? "").AsSpan(0, 8)), null);
}
