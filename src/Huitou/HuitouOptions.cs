using System.Text;
using Npgsql;

namespace Huitou;

/// <summary>What an installation is started with. Everything else is set in its pages.</summary>
public sealed record HuitouOptions
{
    // sockaddr_un holds 108 bytes on Linux and 104 elsewhere, the closing zero included.
    private const int SocketPathMax = 103;

    /// <summary>The folder that holds the database, uploads, keys, lock and socket (HUITOU_DATA).</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string (HUITOU_DATABASE); null keeps a SQLite file in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>The keys that seal personal data (HUITOU_KEY), as <see cref="Data.KeyRing"/> writes them; null keeps them in the data folder.</summary>
    public string? Key { get; init; }

    /// <summary>Reads the HUITOU_* variables.</summary>
    public static HuitouOptions From(Func<string, string?> variable) => new()
    {
        DataFolder = variable("HUITOU_DATA") is { Length: > 0 } folder ? folder : "data",
        Database = variable("HUITOU_DATABASE") is { Length: > 0 } database ? database : null,
        Key = variable("HUITOU_KEY") is { Length: > 0 } key ? key : null,
    };

    /// <summary>What is wrong with these options, one sentence for each fault; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults() => [.. FolderFaults(), .. DatabaseFaults(), .. KeyFaults()];

    private IEnumerable<string> FolderFaults()
    {
        var root = Path.GetFullPath(DataFolder);
        if (File.Exists(root)) yield return $"HUITOU_DATA is {root}, which is a file. Name a folder.";
        var socket = Encoding.UTF8.GetByteCount(Data.DataFolder.SocketIn(root));
        if (socket > SocketPathMax)
            yield return $"HUITOU_DATA is {root}, whose socket would need a path of {socket} bytes; systems allow {SocketPathMax}. Choose a shorter path.";
    }

    private IEnumerable<string> DatabaseFaults()
    {
        if (Database is null) yield break;
        NpgsqlConnectionStringBuilder? parsed = null;
        var unreadable = "";
        try
        {
            parsed = new NpgsqlConnectionStringBuilder(Database);
        }
        catch (ArgumentException e)
        {
            unreadable = e.Message;
        }

        if (parsed is null) yield return $"HUITOU_DATABASE is no PostgreSQL connection string: {unreadable}";
        else if (string.IsNullOrEmpty(parsed.Host)) yield return "HUITOU_DATABASE names no Host.";
        else if (string.IsNullOrEmpty(parsed.Database)) yield return "HUITOU_DATABASE names no Database.";
    }

    private IEnumerable<string> KeyFaults()
    {
        if (Key is null) yield break;
        var fault = "";
        try
        {
            Data.KeyRing.Parse(Key, "HUITOU_KEY");
        }
        catch (Data.KeyFaultException e)
        {
            fault = e.Message;
        }

        if (fault.Length > 0) yield return fault;
    }
}
