using System.Text.Json.Serialization;

namespace Huitou.Connect;

/// <summary>How a file is read: detected at the upload, shown, and correctable before the import.</summary>
public sealed record FileReading
{
    public FileFormat Format { get; init; } = FileFormat.Csv;

    /// <summary>What the rows tell of.</summary>
    public FileKind Kind { get; init; }

    /// <summary>"utf-8", "utf-16", "utf-16be", "gb18030" or "windows-1252"; of no meaning for workbooks.</summary>
    public string Encoding { get; init; } = "utf-8";

    public bool Gzip { get; init; }

    /// <summary>One of , ; tab and |.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>Name of the workbook's sheet; empty is the first.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Line of the column names, the first line being 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>Key of a preset, or "custom".</summary>
    public string Preset { get; init; } = "custom";

    /// <summary>From field to the header of the column that gives it.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    public DateOrder DateOrder { get; init; } = DateOrder.Ymd;

    /// <summary>The decimal sign: "." or ",".</summary>
    [JsonPropertyName("decimal")]
    public string DecimalSign { get; init; } = ".";
}

public enum FileFormat
{
    Csv,
    Xlsx,
}

/// <summary>In which order dates name year, month and day. A year of four digits in front is always read as year, month, day.</summary>
public enum DateOrder
{
    Ymd,
    Dmy,
    Mdy,
}
