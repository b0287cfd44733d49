using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Profiles;

/// <summary>A phone, an e-mail or a card that somebody wrote of a piece of evidence, and that stands.</summary>
/// <param name="Node">The piece of evidence.</param>
/// <param name="Value">What it carries by that word.</param>
/// <param name="Edit">The word.</param>
internal sealed record WrittenValue(long Node, CarriedValue Value, ProfileEdit Edit);

/// <summary>
/// Phones, e-mails and cards that people write into profiles. They are evidence as a file's are, of the one piece that they were written of: were it all
/// the customer's, these could never be parted again. The word itself is a <see cref="ProfileEdit"/>, by name, and outlives imports; the claims
/// that follow from it are there as long as its piece is.
/// </summary>
internal static class WrittenEvidence
{
    private const int NodesAtOnce = 250;

    private static readonly string[] Attributes = [BuyerAttribute.Phone, BuyerAttribute.Email, BuyerAttribute.Card];

    internal static bool Is(string attribute) => Attributes.Contains(attribute);

    /// <summary>All that stands of some nodes that the caller sees, opened, the oldest first.</summary>
    internal static async Task<List<WrittenValue>> OfAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        long[] ids = [.. nodes];
        var written = await (
            from node in db.EvidenceNodes
            where EF.Parameter(ids).Contains(node.Id)
            join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
            where edit.TakenBackAt == null && EF.Parameter(Attributes).Contains(edit.Attribute)
            orderby edit.At, edit.Id
            select new { node.Id, Edit = edit }).AsNoTracking().ToListAsync(cancel);
        return written.ConvertAll(one => new WrittenValue(one.Id, ValueOf(one.Edit, vault), one.Edit));
    }

    /// <summary>Whether a value is that of somebody who was erased, and must not come back by hand either.</summary>
    internal static Task<bool> IsErasedAsync(HuitouDb db, Vault vault, string attribute, string text, CancellationToken cancel)
    {
        var value = ValueOf(attribute, text);
        var hash = value.Blind(vault);
        return db.Erasures.AnyAsync(erasure => erasure.Scope == value.Scope && erasure.Kind == value.Kind && erasure.Hash == hash, cancel);
    }

    /// <summary>Makes what is written of nodes claims, where it is none yet, and finds out anew who they are. In the caller's transaction.</summary>
    internal static async Task AddAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        var there = (await ClaimsAsync(db, nodes, cancel)).Select(claim => (claim.NodeId, claim.Kind, claim.Scope, claim.Value)).ToHashSet();
        var added = (await OfAsync(db, vault, nodes, cancel)).ConvertAll(written => ClaimOf(written, vault));
        added.RemoveAll(claim => !there.Add((claim.NodeId, claim.Kind, claim.Scope, claim.Value)));
        if (added.Count == 0) return;
        // A value that becomes one of too many parts whom it joined; afterwards it would lead to none of them.
        var joined = await Reach.JoinedByAsync(db, added.ConvertAll(claim => new NodeName(claim.Scope, claim.Kind, claim.Value)), cancel);
        await db.BulkWriter().InsertAsync(EvidenceClaim.Table, added, cancel);
        await IdentityUpdate.RunAsync(db, [.. added.Select(claim => claim.NodeId), .. joined], [], [], cancel);
    }

    /// <summary>Removes the claims of nodes of which nothing written stands any longer, and finds out anew who they are. In the caller's transaction.</summary>
    internal static async Task RemoveAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        var stands = (await OfAsync(db, vault, nodes, cancel)).Select(written => ClaimOf(written, vault)).Select(claim => (claim.NodeId, claim.Kind, claim.Scope, claim.Value)).ToHashSet();
        var gone = (await ClaimsAsync(db, nodes, cancel)).FindAll(claim => !stands.Contains((claim.NodeId, claim.Kind, claim.Scope, claim.Value)));
        foreach (var claim in gone)
            await db.EvidenceClaims.Where(one => one.NodeId == claim.NodeId && one.Kind == claim.Kind && one.Scope == claim.Scope && one.Value == claim.Value && one.ImportId == EvidenceClaim.ByHand).ExecuteDeleteAsync(cancel);
        if (gone.Count > 0) await IdentityUpdate.RunAsync(db, gone.Select(claim => claim.NodeId), [], gone.ConvertAll(claim => new NodeName(claim.Scope, claim.Kind, claim.Value)), cancel);
    }

    /// <summary>What was written of pieces of evidence that were gone, and that a committed import names again, holds again.</summary>
    internal static async Task RestoreAsync(HuitouDb db, Vault vault, long importId, CancellationToken cancel)
    {
        var named = await db.ListAsync(
            "SELECT DISTINCT n.id FROM profile_edit e JOIN evidence_node n ON e.scope = n.scope AND e.kind = n.kind AND e.value = n.value "
            + $"WHERE e.taken_back_at IS NULL AND e.attribute IN ({string.Join(", ", Attributes.Select(attribute => $"'{attribute}'"))}) "
            + "AND EXISTS (SELECT 1 FROM buyer_statement s WHERE s.node_id = n.id AND s.import_id = @import) "
            + $"AND NOT EXISTS (SELECT 1 FROM evidence_claim c WHERE c.node_id = n.id AND c.import_id = {EvidenceClaim.ByHand}) ORDER BY n.id",
            row => row.GetInt64(0), cancel, ("import", importId));
        foreach (var chunk in named.Chunk(NodesAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await AddAsync(db, vault, chunk, cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
    }

    private static Task<List<EvidenceClaim>> ClaimsAsync(HuitouDb db, IReadOnlyCollection<long> nodes, CancellationToken cancel)
    {
        long[] ids = [.. nodes];
        return db.EvidenceClaims.AsNoTracking().Where(claim => EF.Parameter(ids).Contains(claim.NodeId) && claim.ImportId == EvidenceClaim.ByHand).ToListAsync(cancel);
    }

    private static CarriedValue ValueOf(string attribute, string text) => BuyerAttribute.Carried(attribute)!.Value with { Text = text };

    private static CarriedValue ValueOf(ProfileEdit edit, Vault vault) => ValueOf(edit.Attribute, edit.Opened(vault));

    private static EvidenceClaim ClaimOf(WrittenValue written, Vault vault) => new()
    {
        NodeId = written.Node, Kind = written.Value.Kind, Scope = written.Value.Scope, Value = written.Value.Blind(vault), ImportId = EvidenceClaim.ByHand,
    };
}
