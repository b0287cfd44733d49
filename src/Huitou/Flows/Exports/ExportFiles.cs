using System.Globalization;
using Huitou.Data;

namespace Huitou.Flows.Exports;

/// <summary>The files of exports in the data folder, sealed. One that is being written bears another name, so that nobody fetches half a table.</summary>
public sealed class ExportFiles(DataFolder folder, Vault vault, TimeProvider time)
{
    private const string Unfinished = ".part";

    /// <summary>How long a file is kept: it may hold names, and it is quickly made again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Stream Open(long id) => SealedFile.Open(PathOf(id), vault);

    internal bool Has(long id) => File.Exists(PathOf(id));

    internal Stream Create(long id) => SealedFile.Create(UnfinishedPathOf(id), vault);

    /// <summary>Of what was written.</summary>
    internal long LengthOf(long id) => SealedFile.LengthOf(UnfinishedPathOf(id));

    internal void Finish(long id) => File.Move(UnfinishedPathOf(id), PathOf(id), overwrite: true);

    internal void Discard(long id) => File.Delete(UnfinishedPathOf(id));

    /// <summary>Removes what a host that ended in the middle left behind.</summary>
    internal static void ClearUnfinished(DataFolder folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder.Exports, "*" + Unfinished)) File.Delete(left);
    }

    internal void Purge()
    {
        var oldest = (time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var old in Directory.EnumerateFiles(folder.Exports))
            if (File.GetLastWriteTimeUtc(old) < oldest) File.Delete(old);
    }

    private string UnfinishedPathOf(long id) => PathOf(id) + Unfinished;

    private string PathOf(long id) => Path.Combine(folder.Exports, id.ToString(CultureInfo.InvariantCulture));
}
