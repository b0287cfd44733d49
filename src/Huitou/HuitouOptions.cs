namespace Huitou;

/// <summary>What an installation is started with. Everything else is set in its pages.</summary>
public sealed record HuitouOptions
{
    /// <summary>The folder that holds the database, uploads, keys, lock and socket (HUITOU_DATA).</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string (HUITOU_DATABASE); null keeps a SQLite file in the data folder.</summary>
    public string? Database { get; init; }
}
