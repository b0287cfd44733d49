using Huitou.Connect;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Erasures;

/// <summary>Recognises people who were erased when a source names them again.</summary>
internal sealed class ErasedPeople
{
    private readonly HashSet<NodeName> _names;
    private readonly Vault _vault;
    private readonly string _shop;

    private ErasedPeople(HashSet<NodeName> names, Vault vault, string shop) => (_names, _vault, _shop) = (names, vault, shop);

    /// <param name="db">The database.</param>
    /// <param name="vault">Hashes what is asked about.</param>
    /// <param name="shopId">The shop whose ids the source gives.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<ErasedPeople> LoadAsync(HuitouDb db, Vault vault, int shopId, CancellationToken cancel)
    {
        var scope = BuyerBook.ScopeOf(shopId);
        // Another shop's own ids are none of this one's; whatever else people carry may be met anywhere.
        var erased = await db.Erasures.AsNoTracking().Where(erasure => erasure.Kind != EvidenceKind.SourceId || erasure.Scope == scope).ToListAsync(cancel);
        return new([.. erased.Select(erasure => new NodeName(erasure.Scope, erasure.Kind, erasure.Hash))], vault, scope);
    }

    /// <summary>Whether the buyer goes by, or carries, what an erased person went by or carried.</summary>
    internal bool Knows(in SourceBuyer buyer) => _names.Count > 0
        && (Knows(EvidenceKind.SourceId, _shop, buyer.Id) || Knows(EvidenceKind.Phone, "", buyer.Phone) || Knows(EvidenceKind.Email, "", buyer.Email)
            || (buyer.Ids is not null && CarriedIds.Of(buyer, _shop).Any(carried => Knows(carried.Kind, carried.Scope, carried.Text))));

    private bool Knows(EvidenceKind kind, string scope, string? text) => text is not null && _names.Contains(new(scope, kind, _vault.Blind(text, BuyerAttribute.Of(kind))));

    /// <summary>
    /// What is to be taken in of a row: all of it; of an order of an erased person the order without them, for what was sold was sold; of
    /// whatever else speaks of one nothing.
    /// </summary>
    internal SourceRow Of(SourceRow row)
    {
        if (row is not SourceBuyerFact named || !Knows(named.Buyer)) return row;
        return row is SourceLine line ? line with { Buyer = default, BuyerName = "", Receiver = line.Receiver?.Erased() } : new RowReject(row.Number, RejectReason.ErasedPerson, "", "");
    }
}
