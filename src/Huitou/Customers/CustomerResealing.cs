using System.Data.Common;
using Huitou.Customers.Identity;
using Huitou.Customers.Profiles;
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
        await TableRanges.UpdateAsync(db, Words, "id, value, proof, at", row => new Word(row.GetInt64(0), keys.Blind(row.GetString(1)), keys.Some(row.GetString(2), Consent.SealedProof, row.GetInt64(3))), done, cancel);
        await TableRanges.UpdateAsync(db, Edits, "id, value, text, attribute, act", row => ReadEdit(row, keys), done, cancel);
        await TableRanges.UpdateAsync(db, Erased, "id, hash", row => (row.GetInt64(0), keys.Blind(row.GetString(1))), done, cancel);
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

    private sealed record Word(long Id, string Value, string Text);

    private static readonly BulkTable<Word> Words = Names("consent", "proof");
    private static readonly BulkTable<Word> Edits = Names("profile_edit", "text");

    private static readonly BulkTable<(long Id, string Hash)> Erased = new("erasure", ["id", "hash"], (erasure, row) =>
    {
        row.Big(erasure.Id);
        row.Text(erasure.Hash);
    });

    private static BulkTable<Word> Names(string table, string text) => new(table, ["id", "value", text], (word, row) =>
    {
        row.Big(word.Id);
        row.Text(word.Value);
        row.Text(word.Text);
    });

    private static Word ReadEdit(DbDataReader row, Resealing keys)
    {
        var (text, attribute) = (row.GetString(2), row.GetString(3));
        return new(row.GetInt64(0), keys.Blind(row.GetString(1)), ProfileAttribute.IsSealed(attribute) ? keys.Some(text, attribute, ProfileEdit.OwnerOf(Guid.Parse(row.GetString(4)))) : text);
    }
}
