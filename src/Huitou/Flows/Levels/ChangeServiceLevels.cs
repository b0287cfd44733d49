using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Levels;

/// <summary>The levels with the version that an edit must name.</summary>
public sealed record VersionedServiceLevels(ServiceLevels Levels, string Version);

/// <summary>Reads and changes the levels of service. Two people may have the page open: the one who saves second must have seen the first one's change.</summary>
public sealed class ChangeServiceLevels(IDbContextFactory<HuitouDb> databases, AuditLog audit)
{
    private const string Key = "service_levels";

    public async Task<VersionedServiceLevels> CurrentAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return Read(await Settings.StoredAsync(db, Key, cancel));
    }

    /// <summary>Writes <paramref name="next"/> if <paramref name="seen"/> is still the version that stands.</summary>
    public async Task<Outcome<VersionedServiceLevels>> RunAsync(ServiceLevels next, string seen, Actor actor, CancellationToken cancel)
    {
        next = new() { Levels = [.. next.Levels.Select(level => level with { Name = level.Name.Trim(), Promise = level.Promise.Trim(), Groups = [.. level.Groups.Distinct()], Cells = [.. level.Cells.Distinct()] })] };
        if (next.Fault() is { } fault) return fault;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var stored = await Settings.StoredAsync(db, Key, cancel);
        if (Read(stored).Version != seen || !await Settings.SwapAsync(db, Key, stored, next, cancel))
            return new Refusal(ProblemCode.PreconditionFailed, "Somebody changed the levels meanwhile. Load them again.");
        audit.Add(db, actor, "serviceLevels", AuditFact.ServiceLevelsChanged(next.Levels.Select(level => level.Name)));
        await db.SaveChangesAsync(cancel);
        var written = Read(await Settings.StoredAsync(db, Key, cancel));
        await transaction.CommitAsync(cancel);
        return written;
    }

    private static VersionedServiceLevels Read(string? stored) => new(Settings.Parse(stored, new ServiceLevels()), Convert.ToHexStringLower(Secret.Hash(stored ?? "").AsSpan(0, 8)));
}
