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
        if (!force && (File.Exists(folder.Database) || Directory.EnumerateFiles(folder.Keys).Any()))
            return new Refusal(ProblemCode.Conflict, $"{folder.Root} holds an installation already. Name an empty folder, or replace it with --force.");

        var unpacked = Path.Combine(folder.Staging, $"restore-{Guid.NewGuid():N}");
        DataFolder.CreatePrivate(Path.Combine(unpacked, "keys"));
        try
        {
            if (!await UnpackAsync(archive, unpacked, cancel)) return Unreadable("it holds what no backup of ours holds");
            return await CheckAsync(unpacked, cancel) is { } fault ? fault : await PutAsync(folder, unpacked, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or SqliteException)
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
                && entry.Name.EndsWith(".xml", StringComparison.Ordinal)
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

    private async Task<Refusal?> CheckAsync(string unpacked, CancellationToken cancel)
    {
        if (await ManifestAsync(unpacked, cancel) is not { Format: Backup.Format } manifest)
            return Unreadable($"it lacks a {Backup.ManifestEntry} that this version can read");
        if (manifest.HoldsDatabase != options.Database is null)
        {
            return new Refusal(ProblemCode.DatabaseElsewhere, manifest.HoldsDatabase
                ? "This backup holds a SQLite database, and HUITOU_DATABASE names a PostgreSQL one."
                : "This backup is of an installation on PostgreSQL. Restore its database with pg_restore, and set HUITOU_DATABASE.");
        }

        if (!manifest.HoldsDatabase) return null;
        await using var db = new SqliteDb(SqliteSetup.Options(Path.Combine(unpacked, Backup.DatabaseEntry)));
        var verdict = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").FirstAsync(cancel);
        var newer = await SchemaUpdate.IsNewerAsync(db, cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=DELETE", cancel);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        if (verdict != "ok") return Unreadable(verdict);
        return newer ? new Refusal(ProblemCode.Conflict, "This backup was made by a newer Huitou. Restore it with that version.") : null;
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

        foreach (var old in Directory.EnumerateFiles(folder.Keys)) File.Delete(old);
        foreach (var key in Directory.EnumerateFiles(Path.Combine(unpacked, "keys")))
            File.Move(key, Path.Combine(folder.Keys, Path.GetFileName(key)));

        await using var db = DbFactory.Of(options, folder).CreateDbContext();
        await SchemaUpdate.RunAsync(db, cancel);
        if (!manifest.HoldsDatabase) await PutSettingsAsync(db, unpacked, cancel);
        new AuditLog(time).Add(db, Actor.Console, AuditAction.Restore, "installation", $"backup of {manifest.At:u}");
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
