using System.Xml.Linq;
using Huitou.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Huitou.Server.Access;

/// <summary>
/// Keeps the keys that protect cookies in the data folder, readable by the owner from the moment a file exists. The framework's own
/// store leaves the mode to the umask.
/// </summary>
internal sealed class KeyFiles(DataFolder folder) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Directory.EnumerateFiles(folder.Keys, "*.xml").Order(StringComparer.Ordinal).Select(file => XElement.Load(file))];

    public void StoreElement(XElement element, string friendlyName)
    {
        var name = string.Concat(friendlyName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-'));
        var path = Path.Combine(folder.Keys, $"{(name.Length > 0 ? name : Guid.NewGuid().ToString("N"))}.xml");
        var unfinished = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(unfinished, options))
        {
            element.Save(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
