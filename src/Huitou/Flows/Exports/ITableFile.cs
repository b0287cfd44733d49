namespace Huitou.Flows.Exports;

/// <summary>A file that takes rows. It is whole once <see cref="Finish"/> has returned.</summary>
internal interface ITableFile : IDisposable
{
    void Write(IReadOnlyList<Cell> row);

    void Finish();
}

internal static class TableFiles
{
    internal static ITableFile Create(Stream output, ExportFormat format, IReadOnlyList<Cell> headers)
    {
        ITableFile file = format switch
        {
            ExportFormat.Csv => new CsvTableFile(output),
            ExportFormat.Xlsx => new XlsxTableFile(output, headers),
        };
        if (format == ExportFormat.Csv) file.Write(headers);
        return file;
    }
}
