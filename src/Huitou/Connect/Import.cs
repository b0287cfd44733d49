using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Connect;

/// <summary>Where an import stands. Its rows are visible only when <see cref="Committed"/>.</summary>
public enum ImportState
{
    Running,
    Committed,
    Failed,
    Cancelled,

    /// <summary>It was committed, and has been taken out again.</summary>
    Undone,
}

/// <summary>One run of one source into one shop. Every fact carries its id.</summary>
public sealed class Import
{
    public long Id { get; set; }

    public int ShopId { get; set; }

    /// <summary>Null for sources that are no file, such as the demo shop.</summary>
    public Guid? UploadId { get; set; }

    /// <summary>The file's name, or the source's.</summary>
    public required string Name { get; set; }

    /// <summary>Key of the preset, "custom", or "demo".</summary>
    public required string Preset { get; set; }

    /// <summary>What its rows tell of.</summary>
    public FileKind Kind { get; set; }

    public ImportState State { get; set; }

    /// <summary>When the source was taken: the time in its name, else <see cref="StartedAt"/>; Unix milliseconds. Decides between versions that tell no time.</summary>
    public long TakenAt { get; set; }

    /// <summary>What follows from a commit or an undo has been done to the end; null where it is still to be, after an interruption too.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Who started it.</summary>
    public required string Actor { get; set; }

    /// <summary>The counts of the result, written at the end.</summary>
    public ImportCounts Counts { get; set; } = new();

    /// <summary>Rejected rows by reason as JSON.</summary>
    public Dictionary<string, long> Rejects { get; set; } = [];

    /// <summary>The key under which its actor asked for it, so that asking twice starts one import; null where none was given.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>Why it failed: a code from a closed set; empty while it has not.</summary>
    public string Error { get; set; } = "";

    internal static void Map(EntityTypeBuilder<Import> e)
    {
        e.ToTable("import");
        e.Property(i => i.Name).HasMaxLength(255);
        e.Property(i => i.Preset).HasMaxLength(64);
        e.Property(i => i.Kind).HasConversion<string>().HasMaxLength(16);
        e.Property(i => i.State).HasConversion<string>().HasMaxLength(16);
        e.Property(i => i.Actor).HasMaxLength(100);
        e.Property(i => i.Error).HasMaxLength(1000);
        e.ComplexProperty(i => i.Counts);
        e.Property(i => i.Rejects).HasConversion(
            rejects => JsonMap.Write(rejects), json => JsonMap.Read(json), JsonMap.Comparer);
        e.Property(i => i.IdempotencyKey).HasMaxLength(100);
        e.HasIndex(i => new { i.Actor, i.IdempotencyKey }).IsUnique();
        e.HasIndex(i => i.StartedAt);
    }
}

/// <summary>What an import did.</summary>
public sealed record ImportCounts
{
    /// <summary>Data rows read, header not counted.</summary>
    public long Rows { get; init; }

    public long RowsRejected { get; init; }

    /// <summary>Things that the source names: orders, customers, products, whatever its kind.</summary>
    public long Items { get; init; }

    public long ItemsNew { get; init; }

    public long ItemsChanged { get; init; }

    public long ItemsUnchanged { get; init; }

    /// <summary>Those that name a buyer: "n of m orders name a buyer".</summary>
    public long ItemsWithBuyer { get; init; }

    public long CustomersNew { get; init; }

    /// <summary>Customers known before, of whom the import brings something new.</summary>
    public long CustomersTouched { get; init; }
}
