using System.Security.Cryptography;
using Huitou.Access;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>What a rotation did.</summary>
/// <param name="Key">The number of the key that seals from now on.</param>
/// <param name="Rows">Rows of the database that were taken to it; 0 where an earlier run had done that.</param>
/// <param name="Files">Files whose heads were taken to it.</param>
/// <param name="UnreadableFiles">Files that no key opens, and that stay as they are.</param>
/// <param name="OldKeysDropped">False where HUITOU_KEY gives the keys: who set it drops the old one.</param>
public sealed record KeyRotated(int Key, long Rows, int Files, int UnreadableFiles, bool OldKeysDropped);

/// <summary>
/// Takes an installation that no host works on to a new key. The new key is written down first and the old one dropped last; between them
/// the database changes in one transaction, and files one by one. Whatever stops it, both keys are there, and it goes on where it was.
/// </summary>
public sealed class KeyRotation(HuitouOptions options, TimeProvider time)
{
    private readonly DataFolder _folder = new(options);

    /// <param name="progress">Hears of each step, and how many rows or files of it are done.</param>
    /// <param name="cancel">Stops it; it can be run again.</param>
    /// <exception cref="HostLockTakenException">A host works on the folder.</exception>
    /// <exception cref="KeyFaultException">The keys are not those of the database.</exception>
    public async Task<Outcome<KeyRotated>> RunAsync(Action<string, long>? progress, CancellationToken cancel)
    {
        progress ??= static (_, _) => { };
        using var host = HostLock.Take(_folder);
        if (KeyRing.Find(options, _folder) is not { } ring)
            return new Refusal(ProblemCode.NotFound, $"{_folder.Root} has no keys yet: nothing is sealed there.");
        if (options.Key is not null && ring.Keys.Count == 1)
        {
            return new Refusal(
                ProblemCode.Conflict, $"HUITOU_KEY gives one key, number {ring.Newest.Id}. Put the new one behind it, with a number of its own and 32 random bytes in base64 (\"{ring.Newest.Id}:… {ring.WithNew().Newest.Id}:…\"), and run this again.");
        }

        await using var db = DbFactory.Of(options, _folder).CreateDbContext();
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        if (await SchemaUpdate.IsNewerAsync(db, cancel)) throw new NewerDatabaseException(_folder.Root);
        await SchemaUpdate.RunAsync(db, cancel);
        await BlindLinks.BeginAsync(db, VaultOf(ring), cancel);
        if (ring.Keys.Count == 1)
        {
            ring = ring.WithNew();
            ring.AppendNewest(_folder);
        }
        progress("key", 1);
        return await RunAsync(db, ring, progress, cancel);
    }

    private async Task<KeyRotated> RunAsync(HuitouDb db, KeyRing ring, Action<string, long> progress, CancellationToken cancel)
    {
        var vault = VaultOf(ring);
        var rows = await DatabaseAsync(db, ring, vault, progress, cancel);
        await ForgetAsync(db, cancel);
        progress("compact", 1);
        var (files, unreadable) = Files(vault, progress, cancel);
        if (options.Key is null) ring.OnlyNewest().Replace(_folder);
        progress("drop", 1);
        return new KeyRotated(ring.Newest.Id, rows, files, unreadable, options.Key is null);
    }

    /// <summary>Nobody may make blind indexes here: they are made anew from those that are stored.</summary>
    private static Vault VaultOf(KeyRing ring) => new(ring, _ => throw new InvalidOperationException("A rotation sees no value that could be hashed."));

    private async Task<long> DatabaseAsync(HuitouDb db, KeyRing ring, Vault vault, Action<string, long> progress, CancellationToken cancel)
    {
        var links = await db.BlindLinks.OrderBy(link => link.Id).ToListAsync(cancel);
        if (links.All(link => vault.IsNewest(Convert.FromBase64String(link.Sealed)))) return 0;
        var rows = 0L;
        void Done(int more) => progress("database", rows += more);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var added = RandomNumberGenerator.GetBytes(32);
        var keys = new Resealing(vault, added);
        await CustomerResealing.RunAsync(db, keys, Done, cancel);
        await OrderResealing.RunAsync(db, keys, Done, cancel);
        foreach (var job in await db.Jobs.Where(job => job.Result != null).ToListAsync(cancel)) job.Result = keys.Text(job.Result!, Job.SealedResult, job.Id);
        foreach (var link in links) link.Sealed = BlindLinks.Make(link.Id, BlindLinks.Open(link, vault), vault).Sealed;
        db.BlindLinks.Add(BlindLinks.Make(links.Count + 1, added, vault));
        new AuditLog(time).Add(db, Actor.Console, "installation", AuditFact.KeyRotated(ring.Keys.SkipLast(1).Select(key => (int)key.Id), ring.Newest.Id, rows));
        await db.SaveChangesAsync(cancel);
        progress("commit", rows);
        await transaction.CommitAsync(cancel);
        return rows;
    }

    /// <summary>A database keeps what was overwritten until it needs the room: that is still sealed with the old key.</summary>
    private static async Task ForgetAsync(HuitouDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.RunAsync("VACUUM FULL", cancel);
            return;
        }
        await db.RunAsync("VACUUM", cancel);
        await db.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    private (int Files, int Unreadable) Files(Vault vault, Action<string, long> progress, CancellationToken cancel)
    {
        foreach (var left in Directory.EnumerateFiles(_folder.Staging)) File.Delete(left);
        Exports.ExportFiles.ClearUnfinished(_folder);
        var (files, unreadable) = (0, 0);
        foreach (var path in ((string[])[_folder.Uploads, _folder.Rejects, _folder.Exports]).SelectMany(Directory.EnumerateFiles))
        {
            cancel.ThrowIfCancellationRequested();
            if (SealedFile.Rekey(path, vault)) progress("files", ++files);
            else unreadable++;
        }
        return (files, unreadable);
    }
}
