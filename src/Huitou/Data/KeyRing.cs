using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Huitou.Data;

/// <summary>
/// The installation's keys by number, the oldest first. The newest seals; those before it still open what they sealed, until a rotation is
/// through with it. As text: a line for each, "2:" and 32 bytes in base64; a bare key is number 1. It lies in the data folder, or HUITOU_KEY
/// gives it.
/// </summary>
internal sealed class KeyRing
{
    internal const string FileName = "data.key";
    private const int KeyBytes = 32;
    private const int MostKeys = byte.MaxValue;

    private KeyRing(IReadOnlyList<(byte Id, byte[] Key)> keys) => Keys = keys;

    /// <summary>At least one.</summary>
    internal IReadOnlyList<(byte Id, byte[] Key)> Keys { get; }

    internal (byte Id, byte[] Key) Newest => Keys[^1];

    internal static string PathIn(DataFolder folder) => Path.Combine(folder.Keys, FileName);

    /// <summary>The keys of an installation; made where there are none yet.</summary>
    internal static KeyRing Of(HuitouOptions options, DataFolder folder) => Find(options, folder) ?? New(folder);

    /// <summary>The keys that there are: HUITOU_KEY goes before the file.</summary>
    internal static KeyRing? Find(HuitouOptions options, DataFolder folder)
    {
        if (options.Key is { } given) return Parse(given, "HUITOU_KEY");
        var path = PathIn(folder);
        return File.Exists(path) ? Parse(File.ReadAllText(path), path) : null;
    }

    /// <exception cref="KeyFaultException">It is no ring.</exception>
    internal static KeyRing Parse(string text, string where)
    {
        var keys = new List<(byte, byte[])>();
        foreach (var (place, word) in text.Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var key = new byte[KeyBytes];
            byte id = 1;
            if ((colon >= 0 && (!byte.TryParse(word.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out id) || id == 0))
                || !Convert.TryFromBase64String(word[(colon + 1)..], key, out var length) || length != KeyBytes)
            {
                throw new KeyFaultException(
                    $"Key {place + 1} of {where} is none: it wants a number from 1 to {MostKeys}, a colon, and {KeyBytes} bytes in base64. If a rotation was cut short while it wrote this key, delete it.");
            }
            if (keys.Any(known => known.Item1 == id)) throw new KeyFaultException($"{where} holds two keys of the number {id}.");
            keys.Add((id, key));
        }
        return keys.Count > 0 ? new KeyRing(keys) : throw new KeyFaultException($"{where} holds no key: it wants {KeyBytes} bytes in base64.");
    }

    /// <summary>With another key behind the newest.</summary>
    internal KeyRing WithNew() => new([.. Keys, ((byte)((Newest.Id % MostKeys) + 1), RandomNumberGenerator.GetBytes(KeyBytes))]);

    internal KeyRing OnlyNewest() => new([Newest]);

    /// <summary>Writes the newest key behind those that are in the file: what is there is not touched, and once this returns, it is on the disk.</summary>
    internal void AppendNewest(DataFolder folder)
    {
        using var file = new FileStream(PathIn(folder), FileMode.Append, FileAccess.Write);
        file.Write(Encoding.ASCII.GetBytes("\n" + Line(Newest)));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Puts this ring in the place of the file's. A crash leaves one of the two.</summary>
    internal void Replace(DataFolder folder)
    {
        var unfinished = PathIn(folder) + ".new";
        File.Delete(unfinished);
        Write(unfinished);
        File.Move(unfinished, PathIn(folder), overwrite: true);
    }

    private static KeyRing New(DataFolder folder)
    {
        var ring = new KeyRing([((byte)1, RandomNumberGenerator.GetBytes(KeyBytes))]);
        ring.Write(PathIn(folder));
        return ring;
    }

    private void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(string.Concat(Keys.Select(Line))));
        file.Flush(flushToDisk: true);
    }

    private static string Line((byte Id, byte[] Key) key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Id}:{Convert.ToBase64String(key.Key)}\n");
}

/// <summary>The keys cannot be read, or are not those of the data.</summary>
public sealed class KeyFaultException(string message) : Exception(message);
