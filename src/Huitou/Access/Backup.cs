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
/// <param name="HoldsKeys">The keys that seal personal data are in it: whoever has it can read all.</param>
public sealed record BackupManifest(int Format, bool HoldsDatabase, DateTimeOffset At, bool HoldsKeys = false);

/// <summary>
/// Copies an installation into one .tar.gz while it works: the keys, unless they are to stay out, and the SQLite file as it was at one moment. A PostgreSQL
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

    /// <param name="output">Where it goes.</param>
    /// <param name="withKeys">False leaves out what opens personal data. Keys that HUITOU_KEY gives are never in it.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="cancel">Stops.</param>
    public async Task WriteAsync(Stream output, bool withKeys, Actor actor, CancellationToken cancel)
    {
        await RecordAsync(withKeys, actor, cancel);
        var keys = withKeys ? Directory.EnumerateFiles(folder.Keys).Where(key => IsKey(Path.GetFileName(key))).Order(StringComparer.Ordinal).ToList() : [];
        await using var zip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(zip, TarEntryFormat.Pax);
        await WriteJsonAsync(tar, ManifestEntry, new BackupManifest(Format, HoldsDatabase, time.GetUtcNow(), HoldsKeys(keys)), cancel);
        foreach (var key in keys)
            await tar.WriteEntryAsync(key, KeysEntry + Path.GetFileName(key), cancel);
        if (HoldsDatabase) await WriteDatabaseAsync(tar, cancel);
        else await WriteSettingsAsync(tar, cancel);
    }

    /// <summary>The ring, and the keys that protect cookies; nothing that is half written.</summary>
    internal static bool IsKey(string name) => name == KeyRing.FileName || name.EndsWith(".xml", StringComparison.Ordinal);

    private bool HoldsKeys(List<string> keys) => options.Key is null && keys.Any(key => Path.GetFileName(key) == KeyRing.FileName);

    private async Task RecordAsync(bool withKeys, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        audit.Add(db, actor, "installation", AuditFact.BackupTaken(HoldsDatabase, withKeys));
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
