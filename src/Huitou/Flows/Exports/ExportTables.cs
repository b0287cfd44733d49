using Huitou.Access;

namespace Huitou.Flows.Exports;

/// <summary>All tables that may be taken out, in the order in which they are registered.</summary>
public sealed class ExportTables
{
    private readonly IReadOnlyList<IExportTable> _all;

    internal ExportTables(IEnumerable<IExportTable> all) => _all = [.. all];

    /// <summary>Those that a role may take out.</summary>
    public IReadOnlyList<ExportTableInfo> For(Role role) => [.. Allowed(role).Select(table => table.Info)];

    internal IExportTable? Find(string key) => _all.FirstOrDefault(table => table.Info.Key == key);

    internal IEnumerable<IExportTable> Allowed(Role role) => _all.Where(table => Permissions.Allows(role, table.Needs));
}
