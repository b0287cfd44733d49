using System.Text;
using Huitou.Connect;

namespace Huitou.Flows.Exports;

/// <summary>Rows as CSV. The mark at the beginning tells spreadsheets that the text is UTF-8.</summary>
internal sealed class CsvTableFile(string path) : ITableFile
{
    private readonly StreamWriter _output = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);

    public void Write(IReadOnlyList<Cell> row) =>
        _output.Write(CsvText.Row(row.Select(cell => cell.IsNumber ? cell.Text : CsvText.Safe(CsvText.Kept(cell.Text)))));

    public void Finish() => _output.Flush();

    public void Dispose() => _output.Dispose();
}
