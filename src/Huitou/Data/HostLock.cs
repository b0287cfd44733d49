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
        try
        {
            // Not FileMode.Create: truncating would wipe the holder's id before the lock is known to be ours.
            var file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new HostLock(file);
        }
        catch (IOException) when (HolderOf(folder) is { } holder)
        {
            throw new HostLockTakenException(folder.Root, holder);
        }
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

    private static string? HolderOf(DataFolder folder)
    {
        try
        {
            using var file = new FileStream(folder.Lock, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>A second host was started on a data folder.</summary>
public sealed class HostLockTakenException(string folder, string holder) : Exception(
    $"Process {holder} already hosts {folder}. Stop it first, or start this one on another folder (HUITOU_DATA).");
