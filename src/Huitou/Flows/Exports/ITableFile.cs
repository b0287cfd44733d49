namespace Huitou.Flows.Exports;

/// <summary>A file that takes rows. It is whole once <see cref="Finish"/> has returned.</summary>
internal interface ITableFile : IDisposable
{
    void Write(IReadOnlyList<Cell> row);

    void Finish();
}

internal static class TableFiles
{
    internal static ITableFile Create(string path, ExportFormat format, IReadOnlyList<Cell> headers)
    {
        ITableFile file = format switch
        {
            ExportFormat.Csv => new CsvTableFile(path),
            ExportFormat.Xlsx => new XlsxTableFile(path, headers),
        };
        if (format == ExportFormat.Csv) file.Write(headers);
        return file;
    }
}
