using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Huitou.Data;
using Huitou.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>
/// Puts a <see cref="Backup"/> into a data folder that no host works on. Everything is unpacked and checked before the first file of
/// the folder is touched.
/// </summary>
public sealed class Restore(HuitouOptions options, TimeProvider time)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Restores; <paramref name="force"/> replaces what the folder holds.</summary>
    /// <exception cref="HostLockTakenException">A host works on the folder.</exception>
    public async Task<Outcome<BackupManifest>> RunAsync(Stream archive, bool force, CancellationToken cancel)
    {
        var folder = new DataFolder(options);
        using var host = HostLock.Take(folder);
        // A key alone is no installation: who restores a backup without keys puts it there first.
        if (!force && (File.Exists(folder.Database) || Directory.EnumerateFiles(folder.Keys, "*.xml").Any()))
            return new Refusal(ProblemCode.Conflict, $"{folder.Root} holds an installation already. Name an empty folder, or replace it with --force.");

        var unpacked = Path.Combine(folder.Staging, $"restore-{Guid.NewGuid():N}");
        DataFolder.CreatePrivate(Path.Combine(unpacked, "keys"));
        try
        {
            if (!await UnpackAsync(archive, unpacked, cancel)) return Unreadable("it holds what no backup of ours holds");
            return await CheckAsync(folder, unpacked, cancel) is { } fault ? fault : await PutAsync(folder, unpacked, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or SqliteException or KeyFaultException)
        {
            return Unreadable(e.Message);
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    private static Refusal Unreadable(string why) => new(ProblemCode.UnreadableFile, $"This is no whole backup: {why}");

    /// <summary>Takes only the names that a backup has; a name that leads out of the folder is none of them.</summary>
    private static async Task<bool> UnpackAsync(Stream archive, string target, CancellationToken cancel)
    {
        await using var unzipped = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry)
        {
            var isKey = entry.Name.StartsWith(Backup.KeysEntry, StringComparison.Ordinal)
                && Backup.IsKey(entry.Name[Backup.KeysEntry.Length..])
                && entry.Name.AsSpan(Backup.KeysEntry.Length).IndexOfAny('/', '\\') < 0;
            if (!isKey && entry.Name is not (Backup.ManifestEntry or Backup.DatabaseEntry or Backup.SettingsEntry)) return false;
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) return false;

            var path = Path.Combine(target, entry.Name);
            await entry.ExtractToFileAsync(path, overwrite: false, cancel);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Private);
        }

        return true;
    }

    private static async Task<BackupManifest?> ManifestAsync(string unpacked, CancellationToken cancel)
    {
        var path = Path.Combine(unpacked, Backup.ManifestEntry);
        if (!File.Exists(path)) return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(file, JsonSerializerOptions.Web, cancel);
    }

    private async Task<Refusal?> CheckAsync(DataFolder folder, string unpacked, CancellationToken cancel)
    {
        if (await ManifestAsync(unpacked, cancel) is not { Format: Backup.Format } manifest)
            return Unreadable($"it lacks a {Backup.ManifestEntry} that this version can read");
        if (manifest.HoldsDatabase != options.Database is null)
        {
            return new Refusal(ProblemCode.DatabaseElsewhere, manifest.HoldsDatabase
                ? "This backup holds a SQLite database, and HUITOU_DATABASE names a PostgreSQL one."
                : "This backup is of an installation on PostgreSQL. Restore its database with pg_restore, and set HUITOU_DATABASE.");
        }

        if (!manifest.HoldsDatabase)
        {
            await using var there = DbFactory.Of(options, folder).CreateDbContext();
            var isMade = (await there.Database.GetAppliedMigrationsAsync(cancel)).Any();
            return isMade && !await SchemaUpdate.IsNewerAsync(there, cancel) ? await KeyFaultAsync(there, folder, unpacked, cancel) : null;
        }
        await using var db = new SqliteDb(SqliteSetup.Options(Path.Combine(unpacked, Backup.DatabaseEntry)));
        var verdict = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").FirstAsync(cancel);
        var newer = await SchemaUpdate.IsNewerAsync(db, cancel);
        var keys = newer || verdict != "ok" ? null : await KeyFaultAsync(db, folder, unpacked, cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=DELETE", cancel);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        if (verdict != "ok") return Unreadable(verdict);
        return newer ? new Refusal(ProblemCode.Conflict, "This backup was made by a newer Huitou. Restore it with that version.") : keys;
    }

    /// <summary>Whether the keys that will be there open the database: HUITOU_KEY, else the backup's own, else those of the folder.</summary>
    private async Task<Refusal?> KeyFaultAsync(HuitouDb db, DataFolder folder, string unpacked, CancellationToken cancel)
    {
        var links = await db.BlindLinks.AsNoTracking().ToListAsync(cancel);
        var brought = Path.Combine(unpacked, "keys", KeyRing.FileName);
        var ring = options.Key is null && File.Exists(brought) ? KeyRing.Parse(await File.ReadAllTextAsync(brought, cancel), "The backup") : KeyRing.Find(options, folder);
        if (links.Count == 0) return null;
        if (ring is null)
        {
            return new Refusal(
                ProblemCode.KeyMissing, $"This backup was taken without its keys. Put the key file at {KeyRing.PathIn(folder)}, or set HUITOU_KEY, and restore again.");
        }

        return BlindLinks.Fit(links, new Vault(ring, _ => throw new InvalidOperationException("A restore looks nothing up.")))
            ? null
            : new Refusal(ProblemCode.WrongKey, $"The key of {(options.Key is null ? KeyRing.PathIn(folder) : "HUITOU_KEY")} does not open this backup. Nothing was changed; give the key of the installation that it was taken of.");
    }

    private async Task<Outcome<BackupManifest>> PutAsync(DataFolder folder, string unpacked, CancellationToken cancel)
    {
        var manifest = (await ManifestAsync(unpacked, cancel))!;
        if (manifest.HoldsDatabase)
        {
            // Neither a kept connection nor the log of the old file may reach the new one.
            SqliteConnection.ClearPool(new SqliteConnection(SqliteSetup.ConnectionString(folder.Database)));
            foreach (var log in (string[])["-wal", "-shm"]) File.Delete(folder.Database + log);
            File.Move(Path.Combine(unpacked, Backup.DatabaseEntry), folder.Database, overwrite: true);
        }

        // The cookies of what is replaced are void. The key goes only where the backup brings another.
        foreach (var old in Directory.EnumerateFiles(folder.Keys, "*.xml")) File.Delete(old);
        foreach (var key in Directory.EnumerateFiles(Path.Combine(unpacked, "keys")))
            File.Move(key, Path.Combine(folder.Keys, Path.GetFileName(key)), overwrite: true);

        await using var db = DbFactory.Of(options, folder).CreateDbContext();
        await SchemaUpdate.RunAsync(db, cancel);
        if (!manifest.HoldsDatabase) await PutSettingsAsync(db, unpacked, cancel);
        new AuditLog(time).Add(db, Actor.Console, "installation", AuditFact.BackupRestored(manifest.At));
        await db.SaveChangesAsync(cancel);
        return manifest;
    }

    private static async Task PutSettingsAsync(HuitouDb db, string unpacked, CancellationToken cancel)
    {
        await using var file = File.OpenRead(Path.Combine(unpacked, Backup.SettingsEntry));
        var settings = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, JsonSerializerOptions.Web, cancel) ?? [];
        foreach (var (key, value) in settings)
        {
            if (await db.Settings.FindAsync([key], cancel) is { } row) row.Value = value;
            else db.Settings.Add(new Setting { Key = key, Value = value });
        }
    }
}
