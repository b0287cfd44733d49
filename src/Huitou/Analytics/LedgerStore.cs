using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Huitou.Analytics;

/// <summary>
/// Keeps the ledger in files: one for each partition, never written over, and a list of those that belong together, which is put in place in one
/// move. Whoever is killed in between leaves the list of before, and all that it names. The database stays the system of record: a file
/// that is missing or damaged is made anew from it, and files that another build or another database wrote are none.
/// </summary>
public sealed partial class LedgerStore(DataFolder folder, IDbContextFactory<HuitouDb> databases, LedgerLoader loader, RegionDictionary regions, ILogger<LedgerStore> log)
{
    /// <summary>With more of its files damaged than one in so many, a ledger is read as a whole.</summary>
    private const int OneIn = 4;

    /// <summary>The build that wrote files must be the one that reads them: what a partition means is in the code.</summary>
    private static readonly string Build = $"{typeof(LedgerStore).Module.ModuleVersionId:N}{typeof(Ledger).Module.ModuleVersionId:N}";

    private Dictionary<LedgerPartition, long> _files = [];
    private volatile Ledger? _kept;
    private long _lastFile;

    /// <summary>Whether the files hold this ledger, whole.</summary>
    internal bool Holds(Ledger ledger) => _kept == ledger;

    /// <summary>How far the change feed is in the files; null where there are none.</summary>
    internal FeedPosition? Position { get; private set; }

    private string ListPath => Path.Combine(folder.Ledger, "ledger.json");

    /// <summary>Writes what has changed since the last time.</summary>
    internal async Task SaveAsync(LedgerState state, CancellationToken cancel)
    {
        var lastChange = await LastChangeAsync(null, cancel);
        var files = new Dictionary<LedgerPartition, long>();
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var partition in state.Ledger.Partitions.ToArray())
        {
            if (!_files.TryGetValue(partition, out var file))
            {
                file = ++_lastFile;
                buffer.ResetWrittenCount();
                PartitionFile.Write(partition, buffer);
                await using var target = new FileStream(PathOf(file), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
                await target.WriteAsync(buffer.WrittenMemory, cancel);
            }

            files.Add(partition, file);
        }

        var list = new LedgerList(Build, state.Position.Value, state.UpTo, lastChange, [.. regions.Names], [.. files.Select(file => new ListedPartition(file.Key.Depth, file.Key.Prefix, file.Value))]);
        var text = JsonSerializer.Serialize(list);
        await File.WriteAllTextAsync($"{ListPath}.new", $"{Checksum(text)}\n{text}", cancel);
        File.Move($"{ListPath}.new", ListPath, overwrite: true);
        (_files, _kept, Position) = (files, state.Ledger, state.Position);
        DeleteOthers([.. files.Values]);
    }

    /// <summary>The ledger as it was last kept; null where there is none that is of this database, or it is not worth mending.</summary>
    internal async Task<LedgerState?> LoadAsync(ChangeFeed feed, CancellationToken cancel)
    {
        if (ReadList() is not { } list || !await IsOfThisDatabaseAsync(list, feed, cancel) || !regions.TryTake(list.Regions)) return null;
        _lastFile = Directory.EnumerateFiles(folder.Ledger, "*.part").Select(FileOf).Append(0).Max();
        var read = new LedgerPartition?[list.Partitions.Count];
        await Task.Run(() => Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = cancel }, i => read[i] = Read(list.Partitions[i])), cancel);
        var damaged = read.Count(partition => partition is null);
        if (damaged > 1 + (read.Length / OneIn)) return null;
        var files = new Dictionary<LedgerPartition, long>();
        for (var i = 0; i < read.Length; i++)
            if (read[i] is { } whole) files.Add(whole, list.Partitions[i].File);
        await MendAsync(list, read, cancel);
        if (Ledger.Of(read!) is not { } ledger) return null;
        if (damaged > 0) Mended(log, damaged, read.Length);
        (_files, _kept, Position) = (files, damaged > 0 ? null : ledger, new(list.Position));
        return new LedgerState(ledger, new(list.Position), list.UpTo);
    }

    private LedgerPartition? Read(ListedPartition listed)
    {
        byte[]? buffer = null;
        try
        {
            using var file = File.OpenHandle(PathOf(listed.File), options: FileOptions.SequentialScan);
            var length = checked((int)RandomAccess.GetLength(file));
            buffer = ArrayPool<byte>.Shared.Rent(length);
            var partition = PartitionFile.Read(buffer.AsMemory(0, RandomAccess.Read(file, buffer.AsSpan(0, length), 0)));
            var isListed = partition.Depth == listed.Depth && partition.Prefix == listed.Prefix && partition.LargestRegion < regions.Names.Count;
            return isListed ? partition : null;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or OverflowException)
        {
            return null;
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Makes the missing partitions from the database as it is now; the change feed brings the others up to it.</summary>
    private async Task MendAsync(LedgerList list, LedgerPartition?[] read, CancellationToken cancel)
    {
        if (!read.Contains(null)) return;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = await db.SnapshotAsync(cancel);
        var everybody = await db.Customers.Select(customer => customer.Id).ToListAsync(cancel);
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] is not null) continue;
            var (depth, prefix) = (list.Partitions[i].Depth, list.Partitions[i].Prefix);
            // All touches are kept, for it is not known here from when on the others keep theirs; the next change makes it like them.
            var builder = new PartitionBuilder();
            foreach (var customer in await loader.ReadAsync(db, [.. everybody.Append(0).Where(id => LedgerHash.BeginsWith(id, prefix, depth))], cancel)) builder.Add(customer);
            read[i] = builder.Build(depth, prefix);
        }
    }

    private LedgerList? ReadList()
    {
        try
        {
            if (File.ReadAllText(ListPath).Split('\n', 2) is not [var checksum, var text] || checksum != Checksum(text)) return null;
            return JsonSerializer.Deserialize<LedgerList>(text) is { } list && list.Build == Build ? list : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the database has all that these files were made of: not another one, nor this one as it was before.</summary>
    private async Task<bool> IsOfThisDatabaseAsync(LedgerList list, ChangeFeed feed, CancellationToken cancel) =>
        list.Position <= (await feed.EndAsync(cancel)).Value && await LastChangeAsync(list.LastChange, cancel) == list.LastChange;

    /// <summary>The last change of the feed, or that of a number; null where there is none.</summary>
    private async Task<LastChange?> LastChangeAsync(LastChange? known, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var changes = db.Changes.AsNoTracking();
        if (known is { Seq: var seq }) changes = changes.Where(change => change.Seq == seq);
        return await changes.OrderByDescending(change => change.Seq).Select(change => new LastChange(change.Seq, change.Kind, change.SubjectId)).FirstOrDefaultAsync(cancel);
    }

    private void DeleteOthers(HashSet<long> kept)
    {
        foreach (var path in Directory.EnumerateFiles(folder.Ledger, "*.part"))
            if (!kept.Contains(FileOf(path))) File.Delete(path);
    }

    private string PathOf(long file) => Path.Combine(folder.Ledger, string.Create(CultureInfo.InvariantCulture, $"{file:x}.part"));

    private static long FileOf(string path) => long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var file) ? file : 0;

    private static string Checksum(string text) => PartitionFile.Checksum(Encoding.UTF8.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Damaged} of {All} files of the ledger were missing or damaged; these partitions were made anew from the database.")]
    private static partial void Mended(ILogger log, int damaged, int all);

    /// <summary>What is kept.</summary>
    /// <param name="Build">Which build wrote it.</param>
    /// <param name="Position">How far the change feed is in it.</param>
    /// <param name="UpTo">The moment up to which it held every committed change.</param>
    /// <param name="LastChange">The last change that the database told of when it was written.</param>
    /// <param name="Regions">Regions by code.</param>
    /// <param name="Partitions">All partitions.</param>
    private sealed record LedgerList(string Build, long Position, DateTimeOffset UpTo, LastChange? LastChange, IReadOnlyList<string> Regions, IReadOnlyList<ListedPartition> Partitions);

    private sealed record LastChange(long Seq, ChangeKind Kind, long SubjectId);

    private sealed record ListedPartition(int Depth, ulong Prefix, long File);
}
