using System.Text;
using Huitou.Connect;
using Huitou.Connect.Files;
using Huitou.Data;

namespace Huitou.Tests.Hostile;

/// <summary>What was rejected comes back in the reject file cell for cell, so that it can be mended there and uploaded again.</summary>
public sealed class RejectRoundTripTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string[][]> GiveOut(string file, string language)
    {
        var options = new HuitouOptions { DataFolder = _folder.FullName };
        var folder = new DataFolder(options);
        var rejects = new RejectFile(folder, new Vault(KeyRing.Of(options, folder), vault => new BlindChain([vault.FirstLink])), DbFactory.Of(options, folder));
        using (var writer = rejects.Create(7, ["key", "note"]))
        {
            foreach (var row in new CsvRows(() => new MemoryStream(Encoding.UTF8.GetBytes(file)), ',', transcoded: false).Read())
                writer.Write(new RowReject(row.Number, row.Fault ?? RejectReason.BadValue, row.FaultCell >= 0 ? "note" : "", "") { Cells = [.. row.Cells] });
        }
        using var given = new MemoryStream();
        await rejects.CopyAsync(7, language, given, TestContext.Current.CancellationToken);
        given.Position = 0;
        return [.. new CsvRows(() => given, ',', transcoded: false).Read().Select(row => row.Cells.Select(ExcelText.Tidy).ToArray())];
    }

    [Theory]
    [InlineData("1,=cmd|' /C calc'!A0\n", "1|=cmd|' /C calc'!A0|1||bad")]
    [InlineData("\"=\"\"6901234567890123456\"\"\",x\n", "6901234567890123456|x|1||bad")]
    [InlineData("1,\"open\n", "1|\"open|1|note|quote")]
    [InlineData("1,\"two\nlines\"\n", "1|two\nlines|1||bad")]
    [InlineData("1,2,3,,5,,\n", "1|2|1||bad|3||5")]
    [InlineData("1\n", "1||1||bad")]
    [InlineData("1,a\0b\n", "1|a\0b|1|note|character")]
    public async Task A_rejected_row_comes_back_as_it_was(string file, string expected)
    {
        var rows = await GiveOut(file, "en");
        Assert.Equal(["key", "note", .. (string[])[RejectWords.Line.In("en"), RejectWords.Column.In("en"), RejectWords.Reason.In("en")]], rows[0]);
        var words = new Dictionary<string, RejectReason> { ["bad"] = RejectReason.BadValue, ["quote"] = RejectReason.BrokenQuote, ["character"] = RejectReason.BadCharacter };
        var cells = rows[1].Select((cell, i) => i == 4 ? words.Single(w => RejectWords.Of(w.Value).In("en") == cell).Key : cell);
        Assert.Equal(expected, string.Join('|', cells));
    }
}
