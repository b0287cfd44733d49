using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Huitou.Access;
using Huitou.Data;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>Who gets hold of the data folder, of the database or of a backup, but not of the keys, reads no phone, e-mail, address, birthday or id of anybody.</summary>
public sealed class DisclosureSpecification
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Gb18030()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_stored_discloses_nobody(DatabaseKind kind)
    {
        var staged = 0;
        List<string> foundStaged = [];
        await using var bench = await PersonalShop.CreateAsync(kind, during =>
        {
            // What lies there while an import works is looked at while it does.
            staged = Directory.GetFiles(during.Installation.Folder.Staging).Sum(file => Plain.Bytes(file).Length);
            foundStaged = FoundInFolder(during);
        });
        Assert.Empty(foundStaged);
        Assert.True(staged > 0, "Nothing was staged.");
        await PersonalShop.UseAsync(bench);
        using var backup = new MemoryStream();
        await bench.Installation.Get<Backup>().WriteAsync(backup, withKeys: true, ImportBench.Somebody, Cancel);

        Assert.Empty(FoundInFolder(bench));
        Assert.Empty(await FoundInTablesAsync(bench));
        Assert.Empty(await FoundInBackupAsync(backup));

        // And they are there for who has the keys.
        var profiles = Encoding.UTF8.GetString(await bench.Installation.FileAsync(new() { Table = "profiles", Unmasked = true }));
        Assert.All([PersonalShop.Phone, PersonalShop.Email, PersonalShop.BuyerId, "1987-03-14", "文三路478号", "17788889999"], secret => Assert.Contains(secret, profiles, StringComparison.Ordinal));
        Assert.Contains("13900008888", Encoding.UTF8.GetString(await bench.Installation.FileAsync(new() { Table = "touches", Unmasked = true })), StringComparison.Ordinal);
    }

    private static List<string> FoundInFolder(ImportBench bench)
    {
        var folder = bench.Installation.Folder;
        var files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(folder.Keys, StringComparison.Ordinal)).ToList();
        var contents = files.ConvertAll(file => (Name: Path.GetRelativePath(folder.Root, file), Bytes: Plain.Bytes(file)));
        if (bench.Installation.Kind == DatabaseKind.Sqlite) Assert.Contains(contents, file => Contains(file.Bytes, PersonalShop.Readable));
        return [.. contents.SelectMany(file => Found(file.Bytes, file.Name))];
    }

    /// <summary>All rows of all tables as text, as a dump has them.</summary>
    private static async Task<List<string>> FoundInTablesAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        if (!db.Database.IsNpgsql()) return [];
        var tables = await db.ListAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", row => row.GetString(0), Cancel);
        List<string> found = [];
        var readable = false;
        foreach (var table in tables)
        {
            foreach (var text in await db.ListAsync($"SELECT t::text FROM \"{table}\" t", row => row.GetString(0), Cancel))
            {
                readable |= text.Contains(PersonalShop.Readable, StringComparison.Ordinal);
                found.AddRange(PersonalShop.Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{secret} in {table}: {text}"));
            }
        }
        Assert.True(readable, "Not even names were found.");
        return found;
    }

    private static async Task<List<string>> FoundInBackupAsync(MemoryStream backup)
    {
        backup.Position = 0;
        await using var unzipped = new GZipStream(backup, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        List<string> found = [];
        while (await tar.GetNextEntryAsync(copyData: true, Cancel) is { } entry)
        {
            if (entry.DataStream is null || entry.Name.StartsWith("keys/", StringComparison.Ordinal)) continue;
            using var bytes = new MemoryStream();
            await entry.DataStream.CopyToAsync(bytes, Cancel);
            found.AddRange(Found(bytes.ToArray(), $"backup of {entry.Name}"));
        }
        return found;
    }

    private static IEnumerable<string> Found(byte[] bytes, string where) => PersonalShop.Secrets.Where(secret => Contains(bytes, secret)).Select(secret => $"{secret} in {where}");

    private static bool Contains(byte[] bytes, string text) => Encodings.Any(encoding => bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0);

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030");
    }
}
