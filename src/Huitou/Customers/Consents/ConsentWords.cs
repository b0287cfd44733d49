using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>What was said, and the node it is about.</summary>
internal sealed record SaidConsent(long NodeId, long CustomerId, Consent Consent);

/// <summary>Reads what was said about consent.</summary>
internal static class ConsentWords
{
    /// <summary>
    /// Those that count, with the node each is about: written down by a person, of committed imports, and refusals of imports that once were.
    /// </summary>
    internal static IQueryable<SaidConsent> Of(HuitouDb db, IQueryable<EvidenceNode> nodes) =>
        from node in nodes
        join consent in db.Consents on new { node.Scope, node.Kind, node.Value } equals new { consent.Scope, consent.Kind, consent.Value }
        where consent.ImportId == null
            || db.Imports.Any(import => import.Id == consent.ImportId && (import.State == ImportState.Committed || (import.State == ImportState.Undone && !consent.IsGiven)))
        select new SaidConsent(node.Id, node.CustomerId, consent);

    /// <summary>What was said by and of customers.</summary>
    internal static async Task<ILookup<long, ConsentWord>> OfCustomersAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> customers, CancellationToken cancel)
    {
        long[] ids = [.. customers];
        var said = await Of(db, db.EvidenceNodes.Where(node => EF.Parameter(ids).Contains(node.CustomerId))).AsNoTracking().ToListAsync(cancel);
        return said.ToLookup(
            word => word.CustomerId,
            word => new ConsentWord(word.Consent.Channel, word.Consent.Purpose, word.Consent.IsGiven, word.Consent.At, word.Consent.OpenedProof(vault), word.Consent.ImportId, word.Consent.Actor));
    }
}
