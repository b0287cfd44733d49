using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Flows.Exports;

/// <summary>What kind of file an export is.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}

/// <summary>
/// A table that somebody took out: who, when, what, how much, and whether names stood in it in full. How far it is, its job knows. The
/// row stays when the file is purged.
/// </summary>
public sealed class Export
{
    public long Id { get; set; }

    public long JobId { get; set; }

    /// <summary>Key of the table, as "orderLines".</summary>
    public required string Table { get; set; }

    public ExportFormat Format { get; set; }

    /// <summary>Keys of the columns in their order, with commas between them.</summary>
    public required string Columns { get; set; }

    /// <summary>Of the headers: "zh", "en" or "key".</summary>
    public required string Language { get; set; }

    /// <summary>Names are in full.</summary>
    public bool Unmasked { get; set; }

    /// <summary>What the rows were narrowed to, as the API's parameters; no personal data.</summary>
    public string Filter { get; set; } = "";

    /// <summary>Rows without the header; 0 until it is done.</summary>
    public long Rows { get; set; }

    public long Bytes { get; set; }

    public required string Actor { get; set; }

    /// <summary>The shops that who made it saw; null for all.</summary>
    public int[]? Shops { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What the job and the audit call it.</summary>
    internal static string SubjectOf(long id) => string.Create(CultureInfo.InvariantCulture, $"export:{id}");

    internal static void Map(EntityTypeBuilder<Export> e)
    {
        e.ToTable("export");
        e.Property(x => x.Table).HasMaxLength(32);
        e.Property(x => x.Format).HasConversion<string>().HasMaxLength(8);
        e.Property(x => x.Columns).HasMaxLength(2000);
        e.Property(x => x.Language).HasMaxLength(8);
        e.Property(x => x.Filter).HasMaxLength(1000);
        e.Property(x => x.Actor).HasMaxLength(100);
    }
}
