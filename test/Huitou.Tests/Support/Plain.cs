namespace Huitou.Tests.Support;

/// <summary>A file that lies open on the disk, where the product has sealed ones.</summary>
internal static class Plain
{
    internal static Func<Stream> At(string path) => () => File.OpenRead(path);
}
