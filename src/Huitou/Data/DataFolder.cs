namespace Huitou.Data;

/// <summary>
/// The one folder that holds an installation. It and all below it are the owner's alone: who may read it holds the keys, and who
/// may reach its socket acts as the owner.
/// </summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public DataFolder(HuitouOptions options)
    {
        Root = Path.GetFullPath(options.DataFolder);
        foreach (var folder in (string[])[Root, Uploads, Staging, Rejects, Exports, Keys, Ledger]) CreatePrivate(folder);
    }

    public string Root { get; }

    /// <summary>The SQLite file; absent on PostgreSQL.</summary>
    public string Database => Path.Combine(Root, "huitou.db");

    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>Where imports sort their rows before they touch the database.</summary>
    public string Staging => Path.Combine(Root, "staging");

    public string Rejects => Path.Combine(Root, "rejects");

    /// <summary>Tables that somebody took out, until they are purged.</summary>
    public string Exports => Path.Combine(Root, "exports");

    /// <summary>The ledger as it stood a while ago, so that a start need not read the whole database. Whatever is missing here is made anew.</summary>
    public string Ledger => Path.Combine(Root, "ledger");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Where the host listens for the command line.</summary>
    public string Socket => SocketIn(Root);

    /// <summary>Held by the host, see <see cref="HostLock"/>.</summary>
    public string Lock => Path.Combine(Root, "host.lock");

    /// <summary>Tells which process holds <see cref="Lock"/>.</summary>
    public string HostId => Path.Combine(Root, "host.pid");

    internal static string SocketIn(string root) => Path.Combine(root, "huitou.sock");

    /// <summary>Creates a folder for the owner alone, and closes one that was open to others.</summary>
    internal static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly);
        if (File.GetUnixFileMode(folder) != OwnerOnly) File.SetUnixFileMode(folder, OwnerOnly);
    }
}
