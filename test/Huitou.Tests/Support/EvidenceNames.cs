using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Support;

/// <summary>The names of evidence nodes, which lie in the database sealed.</summary>
internal static class EvidenceNames
{
    internal static async Task<List<(EvidenceNode Node, string Name)>> EvidenceAsync(this TestInstallation installation)
    {
        await using var db = installation.Open();
        var vault = installation.Get<Vault>();
        return (await db.EvidenceNodes.AsNoTracking().OrderBy(node => node.Id).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(node => (node, node.Name(vault)));
    }
}
