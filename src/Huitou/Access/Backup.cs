using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Of the archive; this version writes and reads 1.</param>
/// <param name="HoldsDatabase">False on PostgreSQL, whose own tools copy it.</param>
/// <param name="At">When it was taken.</param>
public sealed record BackupManifest(int Format, bool HoldsDatabase, DateTimeOffset At);

/// <summary>
/// Copies an installation into one .tar.gz while it works: the keys, and the SQLite file as it was at one moment. A PostgreSQL
/// database is copied by pg_dump, so there the archive holds the keys and the settings. Uploads are not in it: they are purged
/// after 30 days anyway, and what they held is in the database.
/// </summary>
public sealed class Backup(DataFolder folder, IDbContextFactory<HuitouDb> databases, AuditLog audit, TimeProvider time, HuitouOptions options)
{
    internal const int Format = 1;
    internal const string ManifestEntry = "backup.json";
    internal const string DatabaseEntry = "huitou.db";
    internal const string SettingsEntry = "settings.json";
    internal const string KeysEntry = "keys/";

    /// <summary>Whether the archive will hold the database.</summary>
    public bool HoldsDatabase => options.Database is null;

    public async Task WriteAsync(Stream output, Actor actor, CancellationToken cancel)
    {
        await RecordAsync(actor, cancel);
        await using var zip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(zip, TarEntryFormat.Pax);
        await WriteJsonAsync(tar, ManifestEntry, new BackupManifest(Format, HoldsDatabase, time.GetUtcNow()), cancel);
        foreach (var key in Directory.EnumerateFiles(folder.Keys, "*.xml").Order(StringComparer.Ordinal))
            await tar.WriteEntryAsync(key, KeysEntry + Path.GetFileName(key), cancel);
        if (HoldsDatabase) await WriteDatabaseAsync(tar, cancel);
        else await WriteSettingsAsync(tar, cancel);
    }

    private async Task RecordAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        audit.Add(db, actor, AuditAction.Backup, "installation", HoldsDatabase ? "database and keys" : "keys and settings");
        await db.SaveChangesAsync(cancel);
    }

    private async Task WriteDatabaseAsync(TarWriter tar, CancellationToken cancel)
    {
        // An archive must know a file's length before its bytes, so the copy goes to disk first; writers go on meanwhile.
        var copy = Path.Combine(folder.Staging, $"backup-{Guid.NewGuid():N}.db");
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancel);
            await tar.WriteEntryAsync(copy, DatabaseEntry, cancel);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task WriteSettingsAsync(TarWriter tar, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var settings = await db.Settings.OrderBy(s => s.Key).ToDictionaryAsync(s => s.Key, s => s.Value, cancel);
        await WriteJsonAsync(tar, SettingsEntry, settings, cancel);
    }

    private async Task WriteJsonAsync<T>(TarWriter tar, string name, T content, CancellationToken cancel)
    {
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content, JsonSerializerOptions.Web));
        var entry = new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = json, ModificationTime = time.GetUtcNow(), Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await tar.WriteEntryAsync(entry, cancel);
    }
}
