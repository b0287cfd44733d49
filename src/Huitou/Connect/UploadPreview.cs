namespace Huitou.Connect;

/// <summary>What Huitou makes of an upload before anything is imported.</summary>
/// <param name="Upload">The file.</param>
/// <param name="Reading">How it would be read; send it back changed to see it read otherwise.</param>
/// <param name="Ambiguous">What the values do not settle ("dateOrder", "decimal") and a person should look at.</param>
/// <param name="Recognised">Whose layout it is.</param>
/// <param name="AlreadyImported">The import that took in the same bytes before; null if none did.</param>
/// <param name="Headers">The column names.</param>
/// <param name="Rows">The first rows with their problems.</param>
/// <param name="Sampled">Counts over the rows looked at.</param>
/// <param name="MissingFields">Keys of fields that an import needs and no column gives.</param>
/// <param name="Sheets">The workbook's sheets; empty for text.</param>
public sealed record UploadPreview(
    UploadInfo Upload, FileReading Reading, IReadOnlyList<string> Ambiguous, RecognisedLayout Recognised, EarlierImport? AlreadyImported,
    IReadOnlyList<string> Headers, IReadOnlyList<PreviewRow> Rows, SampleCounts Sampled, IReadOnlyList<string> MissingFields,
    IReadOnlyList<string> Sheets);

/// <summary>An upload as the API shows it.</summary>
public sealed record UploadInfo(Guid Id, string FileName, long Bytes, string Sha256, DateTimeOffset CreatedAt);

/// <summary>The preset's key and the saved mapping's name that fit the column names; null where none does.</summary>
public sealed record RecognisedLayout(string? Preset, string? Mapping);

/// <summary>An import that took in the same bytes.</summary>
public sealed record EarlierImport(long ImportId, DateTimeOffset At);

/// <summary>A row as it stands, and what is wrong with it.</summary>
public sealed record PreviewRow(long Number, IReadOnlyList<string> Cells, IReadOnlyList<CellProblem> Problems);

/// <summary>One thing wrong with a row.</summary>
public sealed record CellProblem(string Column, RejectReason Reason, string Value);

/// <summary>What the rows looked at hold.</summary>
public sealed record SampleCounts(int Rows, int Rejected, int Orders, int OrdersWithBuyer);
