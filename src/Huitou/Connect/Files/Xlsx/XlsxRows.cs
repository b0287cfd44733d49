namespace Huitou.Connect.Files.Xlsx;

/// <summary>The rows of a workbook's sheet as text, read one by one; a row's number is the one that Excel shows.</summary>
internal sealed class XlsxRows(Func<Stream> open, string sheet)
{
    internal IEnumerable<TextRow> Read()
    {
        using var package = new XlsxPackage(open());
        var part = sheet.Length == 0 ? package.Sheets[0].Part : package.Sheets.FirstOrDefault(s => s.Name == sheet).Part
            ?? throw new UnreadableFileException(Access.ProblemCode.SheetMissing, $"The workbook has no sheet called \"{sheet}\". Choose another.");
        using var xml = package.Open(part);
        var rows = new SheetRows(xml, XlsxTexts.Of(package), XlsxStyles.Of(package), package.CountsFrom1904);
        while (rows.Next()) yield return rows.Row;
    }

    internal static IReadOnlyList<string> Sheets(Func<Stream> open)
    {
        using var package = new XlsxPackage(open());
        return [.. package.Sheets.Select(s => s.Name)];
    }
}
