using System.Text.Json;
using System.Text.Json.Serialization;
using Huitou.Access;
using Huitou.Connect.Files;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>A saved mapping as lists show it.</summary>
public sealed record MappingItem(int Id, int ShopId, string Name, DateTimeOffset CreatedAt);

/// <summary>The mappings that people saved: listed, deleted, and found again by a file's column names.</summary>
public sealed class SavedMappings(IDbContextFactory<HuitouDb> databases, UploadStore uploads, TimeProvider time)
{
    private const int MostName = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<IReadOnlyList<MappingItem>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.SavedMappings.OrderBy(m => m.Name).ThenBy(m => m.ShopId).Select(m => new MappingItem(m.Id, m.ShopId, m.Name, m.CreatedAt)).ToListAsync(cancel);
    }

    public async Task<bool> DeleteAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.SavedMappings.Where(m => m.Id == id).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <summary>Saves how an upload is read under a name; a mapping of that name and shop is replaced.</summary>
    internal async Task<Refusal?> SaveAsync(string name, int shopId, Guid uploadId, FileReading reading, CancellationToken cancel)
    {
        name = name.Trim();
        if (name.Length is 0 or > MostName) return new Refusal(ProblemCode.InvalidField, $"A mapping's name has 1 to {MostName} characters.", "saveAs");
        if (!TryHeaders(uploadId, reading, out var headers, out var unreadable)) return unreadable;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var mapping = await db.SavedMappings.FirstOrDefaultAsync(m => m.ShopId == shopId && m.Name == name, cancel);
        if (mapping is null)
            db.SavedMappings.Add(mapping = new SavedMapping { ShopId = shopId, Name = name, Header = "", Reading = "", CreatedAt = time.GetUtcNow() });
        mapping.Header = HeaderKey(headers);
        mapping.Reading = JsonSerializer.Serialize(reading, Json);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>The mapping saved last for a file of these column names.</summary>
    internal async Task<(MappingItem Item, FileReading Reading)?> FindAsync(IReadOnlyList<string> headers, CancellationToken cancel)
    {
        var key = HeaderKey(headers);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var mapping = await db.SavedMappings.Where(m => m.Header == key).OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancel);
        if (mapping is null) return null;
        var reading = JsonSerializer.Deserialize<FileReading>(mapping.Reading, Json)!;
        return (new MappingItem(mapping.Id, mapping.ShopId, mapping.Name, mapping.CreatedAt), reading);
    }

    private bool TryHeaders(Guid uploadId, FileReading reading, out IReadOnlyList<string> headers, out Refusal? unreadable)
    {
        (headers, unreadable) = ([], null);
        try
        {
            headers = new TableFile(uploads.Opening(uploadId), reading).Headers();
            return true;
        }
        catch (UnreadableFileException fault)
        {
            unreadable = new Refusal(ProblemCode.UnreadableFile, fault.Message, fault.Code);
            return false;
        }
    }

    /// <summary>The column names in a row; without those that a reject file adds, so that its mapping knows a mended one again.</summary>
    private static string HeaderKey(IReadOnlyList<string> headers)
    {
        var names = headers.Select(h => h.Trim()).ToList();
        if (names.Count > 3 && ((string[])["zh", "en"]).Any(language => names.TakeLast(3).SequenceEqual(
                [RejectWords.Line.In(language), RejectWords.Column.In(language), RejectWords.Reason.In(language)])))
            names.RemoveRange(names.Count - 3, 3);
        return string.Join('\t', names);
    }
}
