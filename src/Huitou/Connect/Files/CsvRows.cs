namespace Huitou.Connect.Files;

/// <summary>The rows of a delimited text file that are not wholly blank.</summary>
/// <param name="open">Opens the file as UTF-8 from its beginning.</param>
/// <param name="delimiter">What stands between cells.</param>
/// <param name="transcoded">The file was in another encoding, so that broken characters have become U+FFFD.</param>
internal sealed class CsvRows(Func<Stream> open, char delimiter, bool transcoded)
{
    internal IEnumerable<TextRow> Read()
    {
        using var records = new CsvRecords(open(), delimiter, transcoded);
        while (records.Next()) yield return records.Row;
    }
}
