using System.Text;
using Huitou.Connect;

namespace Huitou.Flows.Exports;

/// <summary>Rows as CSV. The mark at the beginning tells spreadsheets that the text is UTF-8.</summary>
internal sealed class CsvTableFile(Stream output) : ITableFile
{
    private readonly StreamWriter _output = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);

    public void Write(IReadOnlyList<Cell> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) _output.Write(',');
            _output.Write(row[i].IsNumber ? row[i].Text : CsvText.Quoted(CsvText.Safe(CsvText.Kept(row[i].Text))));
        }
        _output.Write("\r\n");
    }

    public void Finish() => _output.Flush();

    public void Dispose() => _output.Dispose();
}
