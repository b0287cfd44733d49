namespace Huitou.Connect;

/// <summary>What Huitou makes of an upload before anything is imported.</summary>
/// <param name="Upload">The file.</param>
/// <param name="Reading">How it would be read; send it back changed to see it read otherwise.</param>
/// <param name="Ambiguous">What the values do not settle ("encoding", "dateOrder", "decimal") and a person should look at.</param>
/// <param name="Recognised">Whose layout it is.</param>
/// <param name="AlreadyImported">The import that took in the same bytes before; null if none did.</param>
/// <param name="Headers">The column names.</param>
/// <param name="Samples">For each column name some of the values below it, each once.</param>
/// <param name="Rows">The first rows with their problems.</param>
/// <param name="Sampled">Counts over the rows looked at.</param>
/// <param name="Suggestions">From the fields of the kind to the columns whose names say so, whatever the reading maps.</param>
/// <param name="MissingFields">Keys of fields that an import needs and no column gives.</param>
/// <param name="Sheets">The workbook's sheets; empty for text.</param>
public sealed record UploadPreview(
    UploadInfo Upload, FileReading Reading, IReadOnlyList<string> Ambiguous, RecognisedLayout Recognised, EarlierImport? AlreadyImported,
    IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Samples, IReadOnlyList<PreviewRow> Rows, SampleCounts Sampled,
    IReadOnlyDictionary<string, string> Suggestions, IReadOnlyList<string> MissingFields, IReadOnlyList<string> Sheets);

/// <summary>An upload as the API shows it.</summary>
public sealed record UploadInfo(Guid Id, string FileName, long Bytes, string Sha256, DateTimeOffset CreatedAt);

/// <summary>What fits the column names.</summary>
/// <param name="Preset">The preset's key; null where none does.</param>
/// <param name="Mapping">The saved mapping's name; null where none does.</param>
/// <param name="NeedsConfirmation">The preset's layout is known in part, or the file has part of it: a person should look at the mapping.</param>
public sealed record RecognisedLayout(string? Preset, string? Mapping, bool NeedsConfirmation = false);

/// <summary>An import that took in the same bytes.</summary>
public sealed record EarlierImport(long ImportId, DateTimeOffset At);

/// <summary>A row as it stands, and what is wrong with it.</summary>
public sealed record PreviewRow(long Number, IReadOnlyList<string> Cells, IReadOnlyList<CellProblem> Problems);

/// <summary>One thing wrong with a row.</summary>
public sealed record CellProblem(string Column, RejectReason Reason, string Value);

/// <summary>What the rows looked at hold.</summary>
/// <param name="Rows">How many were looked at.</param>
/// <param name="Rejected">Those that cannot be taken.</param>
/// <param name="Items">What they tell of: different orders, customers, products, …</param>
/// <param name="ItemsWithBuyer">Those of them that name a buyer.</param>
public sealed record SampleCounts(int Rows, int Rejected, int Items, int ItemsWithBuyer);
