using System.Data.Common;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>Takes what this stage stores of people to new keys, in the caller's transaction.</summary>
internal static class CustomerResealing
{
    internal static async Task RunAsync(HuitouDb db, Resealing keys, Action<int> done, CancellationToken cancel)
    {
        await TableRanges.UpdateAsync(db, Nodes, "id, kind, value, sealed", row => ReadNode(row, keys), done, cancel);
        await TableRanges.ForEachAsync(db, "evidence_claim", "node_id", (from, to) => ClaimsAsync(db, keys, from, to, done, cancel), cancel);
        await TableRanges.ForEachAsync(db, "buyer_statement", "node_id", (from, to) => StatementsAsync(db, keys, from, to, done, cancel), cancel);
        await TableRanges.ForEachAsync(db, "consent", "node_id", (from, to) => ConsentsAsync(db, keys, from, to, done, cancel), cancel);
        var decisions = await db.IdentityDecisions.ToListAsync(cancel);
        foreach (var decision in decisions) (decision.OneValue, decision.OtherValue) = (keys.Blind(decision.OneValue), keys.Blind(decision.OtherValue));
        await db.SaveChangesAsync(cancel);
        done(decisions.Count);
    }

    private sealed record NodeRow(long Id, string Value, string Sealed);

    private static readonly BulkTable<NodeRow> Nodes = new("evidence_node", ["id", "value", "sealed"], (node, row) =>
    {
        row.Big(node.Id);
        row.Text(node.Value);
        row.Text(node.Sealed);
    });

    private static NodeRow ReadNode(DbDataReader row, Resealing keys)
    {
        var (id, kind) = (row.GetInt64(0), (EvidenceKind)row.GetInt16(1));
        return new(id, keys.Blind(row.GetString(2)), keys.Text(row.GetString(3), BuyerAttribute.Of(kind), id));
    }

    /// <summary>The blind index is part of their key, so they are written anew.</summary>
    private static async Task ClaimsAsync(HuitouDb db, Resealing keys, long from, long to, Action<int> done, CancellationToken cancel)
    {
        var claims = await db.EvidenceClaims.AsNoTracking().Where(claim => claim.NodeId >= from && claim.NodeId <= to).ToListAsync(cancel);
        foreach (var claim in claims) claim.Value = keys.Blind(claim.Value);
        await db.EvidenceClaims.Where(claim => claim.NodeId >= from && claim.NodeId <= to).ExecuteDeleteAsync(cancel);
        await db.BulkWriter().InsertAsync(EvidenceClaim.Table, claims, cancel);
        done(claims.Count);
    }

    private static async Task StatementsAsync(HuitouDb db, Resealing keys, long from, long to, Action<int> done, CancellationToken cancel)
    {
        var some = db.BuyerStatements.Where(said => said.NodeId >= from && said.NodeId <= to && said.More != null);
        var statements = await some.AsNoTracking().ToListAsync(cancel);
        foreach (var said in statements)
            said.More = Told.Read(said.More).With((attribute, text) => BuyerAttribute.IsSealed(attribute) ? keys.Text(text, attribute, said.NodeId) : text).Write();
        await some.ExecuteDeleteAsync(cancel);
        await db.BulkWriter().InsertAsync(BuyerStatement.Table, statements, cancel);
        done(statements.Count);
    }

    private static async Task ConsentsAsync(HuitouDb db, Resealing keys, long from, long to, Action<int> done, CancellationToken cancel)
    {
        var some = db.Consents.Where(consent => consent.NodeId >= from && consent.NodeId <= to && consent.Proof != "");
        var consents = await some.AsNoTracking().ToListAsync(cancel);
        foreach (var consent in consents) consent.Proof = keys.Text(consent.Proof, Consent.SealedProof, consent.NodeId);
        await some.ExecuteDeleteAsync(cancel);
        await db.BulkWriter().InsertAsync(Consent.Table, consents, cancel);
        done(consents.Count);
    }
}
