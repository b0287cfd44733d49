using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Identity;

/// <summary>The name of a node: what stays the same when an import is taken out and comes again.</summary>
public readonly record struct NodeName(string Scope, EvidenceKind Kind, string Value)
{
    internal static NodeName Of(EvidenceNode node) => new(node.Scope, node.Kind, node.Value);

    /// <summary>The nodes of these names that are there, by the index of names, whose first part is the scope.</summary>
    internal static async Task<List<EvidenceNode>> FindAsync(HuitouDb db, IEnumerable<NodeName> names, CancellationToken cancel)
    {
        var found = new List<EvidenceNode>();
        foreach (var alike in names.Distinct().GroupBy(name => (name.Scope, name.Kind), name => name.Value))
        {
            var ((scope, kind), values) = (alike.Key, alike.ToArray());
            found.AddRange(await db.EvidenceNodes.AsNoTracking().Where(node => node.Scope == scope && node.Kind == kind && EF.Parameter(values).Contains(node.Value)).ToListAsync(cancel));
        }
        return found;
    }
}
