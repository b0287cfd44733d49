using System.Globalization;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>A row of the audit as callers see it.</summary>
/// <param name="Id">Ascending in time.</param>
/// <param name="At">When.</param>
/// <param name="Actor">The user's name, "token:name", or "console".</param>
/// <param name="Action">What it is about.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it was done to, as "kind:id".</param>
/// <param name="Values">What the kind names; several of one name with line feeds between them.</param>
/// <param name="Sentence">What happened, in English.</param>
public sealed record AuditItem(long Id, DateTimeOffset At, string Actor, AuditAction Action, AuditKind Kind, string Subject, IReadOnlyDictionary<string, string> Values, string Sentence)
{
    internal static AuditItem Of(AuditEntry entry) =>
        new(entry.Id, entry.At, entry.Actor, entry.Action, entry.Kind, entry.Subject, entry.Fact.Values, AuditWords.Sentence(entry.Fact, "en"));
}

/// <summary>A page of the audit; <see cref="Next"/> asks for the one after it and is null on the last.</summary>
public sealed record AuditPage(IReadOnlyList<AuditItem> Items, string? Next);

/// <summary>Reads the audit, newest first.</summary>
public sealed class AuditList(IDbContextFactory<HuitouDb> databases)
{
    public const int LimitMax = 200;

    /// <summary>The rows before <paramref name="cursor"/>, at most <paramref name="limit"/> of them.</summary>
    public async Task<AuditPage> PageAsync(long? cursor, int limit, AuditAction? action, CancellationToken cancel)
    {
        var take = Math.Clamp(limit, 1, LimitMax);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Audit.AsNoTracking();
        if (cursor is { } before) rows = rows.Where(a => a.Id < before);
        if (action is { } only) rows = rows.Where(a => a.Action == only);

        // One more than asked for tells whether there is a next page.
        var items = (await rows.OrderByDescending(a => a.Id).Take(take + 1).ToListAsync(cancel)).ConvertAll(AuditItem.Of);
        return items.Count <= take ? new AuditPage(items, null) : new AuditPage(items[..take], items[take - 1].Id.ToString(CultureInfo.InvariantCulture));
    }
}
