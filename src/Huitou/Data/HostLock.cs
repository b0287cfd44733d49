using System.Globalization;

namespace Huitou.Data;

/// <summary>
/// SQLite has one writer and so has the ledger: the process that holds this lock. The system lets go of it when the process ends,
/// however it ends, so a crash leaves nothing to clean up.
/// </summary>
public sealed class HostLock : IDisposable
{
    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="HostLockTakenException">Another process is the host.</exception>
    public static HostLock Take(DataFolder folder)
    {
        FileStream file;
        try
        {
            file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(folder.Lock))
        {
            throw Taken(folder);
        }

        // In a file of its own: the locked one cannot even be read by others.
        File.WriteAllText(folder.HostId, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new HostLock(file);
    }

    /// <summary>Says early, and without a host's log, what <see cref="Take"/> would say.</summary>
    /// <exception cref="HostLockTakenException">Another process is the host.</exception>
    public static void EnsureFree(DataFolder folder)
    {
        if (IsTaken(folder)) throw Taken(folder);
    }

    /// <summary>Whether a host runs on this folder, in this process or another.</summary>
    public static bool IsTaken(DataFolder folder)
    {
        if (!File.Exists(folder.Lock)) return false;
        try
        {
            using var probe = new FileStream(folder.Lock, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();

    private static HostLockTakenException Taken(DataFolder folder) =>
        new(folder.Root, File.Exists(folder.HostId) ? File.ReadAllText(folder.HostId) : "?");
}

/// <summary>A second host was started on a data folder.</summary>
public sealed class HostLockTakenException(string folder, string holder) : Exception(
    $"Process {holder} already hosts {folder}. Stop it first, or start this one on another folder (HUITOU_DATA).");
