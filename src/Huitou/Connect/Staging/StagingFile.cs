using System.Collections;
using System.Globalization;
using Huitou.Data;
using Microsoft.Win32.SafeHandles;

namespace Huitou.Connect.Staging;

/// <summary>
/// An import's facts in a file of their own, where they wait to be read key by key: a file may scatter an order's lines, and
/// sorting millions of them belongs neither in memory nor in the database. Rows of one key beside each other are a run; memory
/// holds where each run begins and a hash of its key. Nothing here need survive a crash, so what is in the file can be read by this process alone.
/// </summary>
internal sealed class StagingFile : IDisposable
{
    /// <summary>A run that grows beyond this goes on as another of the same key, so that reading one needs little memory.</summary>
    private const int MostRunBytes = 1 << 20;

    private const int WriteAtOnce = 1 << 18;

    private readonly string _path;
    private readonly Func<string, ulong> _hash;
    private readonly SafeFileHandle _file;
    private readonly PassingCipher _cipher = new();
    private readonly RepeatedTexts _repeated = new();
    private readonly RunIndex _runs = new();
    private readonly RowWriter _row;
    private string? _key;
    private long _written;
    private long _runStart;

    /// <param name="path">Made anew.</param>
    /// <param name="hash">Of keys; need not be good, since keys of equal hashes are compared.</param>
    internal StagingFile(string path, Func<string, ulong> hash)
    {
        (_path, _hash, _row) = (path, hash, new RowWriter(_repeated));
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
    }

    internal static StagingFile Create(DataFolder folder, long importId) =>
        new(Path.Combine(folder.Staging, string.Create(CultureInfo.InvariantCulture, $"import-{importId}.rows")), KeyHash.Of);

    /// <summary>Removes what earlier runs left behind.</summary>
    internal static void Clear(DataFolder folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder.Staging)) File.Delete(left);
    }

    /// <summary>How many facts are in it.</summary>
    internal long Rows { get; private set; }

    internal void Add(SourceFact fact)
    {
        var key = fact.Key;
        var end = _written + _row.Length;
        if (key != _key || end - _runStart >= MostRunBytes)
        {
            _runs.Add(_hash(key), end);
            _row.StartRun();
            (_key, _runStart) = (key, end);
        }
        FactCodec.Write(fact, _row);
        Rows++;
        if (_row.Length >= WriteAtOnce) Flush();
    }

    /// <summary>
    /// The facts key by key, each key's in the sequence of the source, keys in the sequence in which they first turned up. Wanted
    /// when all facts are in; may be asked for again.
    /// </summary>
    internal IEnumerable<IReadOnlyList<SourceFact>> Groups(CancellationToken cancel)
    {
        Flush();
        _runs.Link();
        var bytes = new RunBytes(_file, _cipher, _runs, _written);
        var row = new RowReader(_repeated);
        var taken = new BitArray(_runs.Count);
        for (var run = 0; run < _runs.Count; run++)
        {
            cancel.ThrowIfCancellationRequested();
            if (taken[run]) continue;
            var group = new List<SourceFact>();
            Take(bytes.Next(run), row, group, null);
            var hash = _runs.HashOf(run);
            for (var later = _runs.NextAlike(run, hash); later >= 0; later = _runs.NextAlike(later, hash))
                if (!taken[later]) taken[later] = Take(bytes.Apart(later), row, group, group[0].Key);
            yield return group;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _cipher.Dispose();
        File.Delete(_path);
    }

    /// <summary>Adds the facts of a run to their group; false where only the hash was equal.</summary>
    private static bool Take(ArraySegment<byte> run, RowReader row, List<SourceFact> group, string? key)
    {
        row.StartRun(run);
        var first = FactCodec.Read(row);
        if (key is not null && first.Key != key) return false;
        group.Add(first);
        while (!row.IsAtEnd) group.Add(FactCodec.Read(row));
        return true;
    }

    private void Flush()
    {
        _cipher.Apply(_row.Written, _written);
        RandomAccess.Write(_file, _row.Written, _written);
        _written += _row.Length;
        _row.Clear();
    }
}
