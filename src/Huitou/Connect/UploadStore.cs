using System.Security.Cryptography;
using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>Takes files in as they come, hashing while streaming, keeps them sealed, and gives them back by id until they are purged.</summary>
public sealed class UploadStore(DataFolder folder, Vault vault, IDbContextFactory<HuitouDb> databases, TimeProvider time)
{
    public const long MostBytes = 2L << 30;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Opens a file, as often as it is wanted.</summary>
    internal Func<Stream> Opening(Guid id) => () => SealedFile.Open(PathOf(id), vault);

    internal bool Has(Guid id) => File.Exists(PathOf(id));

    public async Task<Outcome<Upload>> SaveAsync(string fileName, Stream body, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var path = PathOf(id);
        try
        {
            var (bytes, hash) = await CopyAsync(body, path, cancel);
            if (bytes > MostBytes) return Discard(path, new Refusal(ProblemCode.TooLarge, "The file is larger than 2 GB. Split it, or pack it with gzip.", "body"));
            if (bytes == 0) return Discard(path, new Refusal(ProblemCode.EmptyFile, "The file is empty. Export it again.", "body"));
            await using var db = await databases.CreateDbContextAsync(cancel);
            var upload = new Upload
            {
                Id = id, FileName = UploadName.Of(fileName), Bytes = bytes, Sha256 = hash, CreatedAt = time.GetUtcNow(), Shops = db.Scope.Shops,
            };
            db.Uploads.Add(upload);
            await db.SaveChangesAsync(cancel);
            return upload;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Removes files, and the reject files made of them, that are older than 30 days.</summary>
    internal void Purge()
    {
        var oldest = (time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var old in Directory.EnumerateFiles(folder.Uploads).Concat(Directory.EnumerateFiles(folder.Rejects)))
            if (File.GetLastWriteTimeUtc(old) < oldest) File.Delete(old);
    }

    private async Task<(long Bytes, byte[] Sha256)> CopyAsync(Stream body, string path, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = SealedFile.Create(path, vault);
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            bytes += read;
            if (bytes > MostBytes) break;
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (bytes, hash.GetHashAndReset());
    }

    private string PathOf(Guid id) => Path.Combine(folder.Uploads, id.ToString("N"));

    private static Refusal Discard(string path, Refusal refusal)
    {
        File.Delete(path);
        return refusal;
    }
}
