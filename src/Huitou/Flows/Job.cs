using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Flows;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>Long work as something to look at: how far it is, how fast, and a way to stop it.</summary>
public sealed class Job
{
    public long Id { get; set; }

    /// <summary>"import", "demo".</summary>
    public required string Kind { get; set; }

    /// <summary>What it works on, as "import:12".</summary>
    public string Subject { get; set; } = "";

    public JobState State { get; set; }

    /// <summary>A step of the work, by key ("read", "merge", "publish").</summary>
    public string Step { get; set; } = "";

    public long Done { get; set; }

    /// <summary>0 while unknown.</summary>
    public long Total { get; set; }

    public required string Actor { get; set; }

    /// <summary>The shops whose rows it works on; null for all. Who does not see all of these does not see it.</summary>
    public int[]? Shops { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What it found out, as JSON, sealed, for it may quote a file; null where its work is its result.</summary>
    public string? Result { get; set; }

    internal const string SealedResult = "result";

    /// <summary>Code and words of what went wrong; empty otherwise.</summary>
    public string Error { get; set; } = "";

    internal static void Map(EntityTypeBuilder<Job> e)
    {
        e.ToTable("job");
        e.Property(j => j.Kind).HasMaxLength(32);
        e.Property(j => j.Subject).HasMaxLength(64);
        e.Property(j => j.State).HasConversion<string>().HasMaxLength(16);
        e.Property(j => j.Step).HasMaxLength(32);
        e.Property(j => j.Actor).HasMaxLength(100);
        e.Property(j => j.Error).HasMaxLength(1000);
        e.HasIndex(j => j.CreatedAt);
    }
}
