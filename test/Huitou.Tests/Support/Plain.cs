using System.Diagnostics;

namespace Huitou.Tests.Support;

/// <summary>A file that lies open on the disk, where the product has sealed ones.</summary>
internal static class Plain
{
    internal static Func<Stream> At(string path) => () => File.OpenRead(path);

    /// <summary>What lies on the disk, whoever has the file open: a thief asks for no lock.</summary>
    internal static byte[] Bytes(string path)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [path]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        cat.StandardOutput.BaseStream.CopyTo(bytes);
        cat.WaitForExit();
        return bytes.ToArray();
    }
}
