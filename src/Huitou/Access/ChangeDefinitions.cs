using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>The definitions with the version that an edit must name.</summary>
public sealed record VersionedDefinitions(Definitions Definitions, string Version);

/// <summary>Changes what counts. Two people may have the page open: the one who saves second must have seen the first one's change.</summary>
public sealed class ChangeDefinitions(IDbContextFactory<HuitouDb> databases, AuditLog audit)
{
    public async Task<VersionedDefinitions> CurrentAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Read(await Settings.StoredAsync(db, Settings.DefinitionsKey, cancel));
    }

    /// <summary>Writes <paramref name="next"/> if <paramref name="seen"/> is still the version that stands.</summary>
    public async Task<Outcome<VersionedDefinitions>> RunAsync(Definitions next, string seen, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var stored = await Settings.StoredAsync(db, Settings.DefinitionsKey, cancel);
        var current = Read(stored);
        if (current.Version != seen || !await Settings.SwapAsync(db, Settings.DefinitionsKey, stored, next, cancel))
            return new Refusal(ProblemCode.PreconditionFailed, "Somebody changed the definitions meanwhile. Load them again.");

        audit.Add(db, actor, "definitions", AuditFact.DefinitionsChanged(current.Definitions, next));
        await db.SaveChangesAsync(cancel);
        var written = Read(await Settings.StoredAsync(db, Settings.DefinitionsKey, cancel));
        await transaction.CommitAsync(cancel);
        return written;
    }

    private static VersionedDefinitions Read(string? stored) =>
        new(Settings.Parse(stored, new Definitions()), Convert.ToHexStringLower(Secret.Hash(stored ?? "").AsSpan(0, 8)));
}
