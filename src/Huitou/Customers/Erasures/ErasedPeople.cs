using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Erasures;

/// <summary>Recognises people who were erased when a source names them again.</summary>
internal sealed class ErasedPeople
{
    private readonly HashSet<(EvidenceKind Kind, string Hash)> _hashes;
    private readonly Vault _vault;
    private ErasedPeople(HashSet<(EvidenceKind, string)> hashes, Vault vault) => (_hashes, _vault) = (hashes, vault);

    /// <param name="db">The database.</param>
    /// <param name="vault">Hashes what is asked about.</param>
    /// <param name="shopId">The shop whose ids the source gives.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<ErasedPeople> LoadAsync(HuitouDb db, Vault vault, int shopId, CancellationToken cancel)
    {
        var scope = BuyerBook.ScopeOf(shopId);
        var erased = await db.Erasures.AsNoTracking().Where(erasure => erasure.Scope == "" || erasure.Scope == scope).Select(erasure => new { erasure.Kind, erasure.Hash }).ToListAsync(cancel);
        return new([.. erased.Select(erasure => (erasure.Kind, erasure.Hash))], vault);
    }

    /// <summary>Whether the buyer goes by, or carries, what an erased person went by or carried.</summary>
    internal bool Knows(in SourceBuyer buyer) => _hashes.Count > 0
        && ((buyer.Id is { } id && _hashes.Contains((EvidenceKind.SourceId, _vault.Blind(id, BuyerAttribute.Id))))
            || (buyer.Phone is { } phone && _hashes.Contains((EvidenceKind.Phone, _vault.Blind(phone, BuyerAttribute.Phone))))
            || (buyer.Email is { } email && _hashes.Contains((EvidenceKind.Email, _vault.Blind(email, BuyerAttribute.Email)))));

    /// <summary>
    /// What is to be taken in of a row: all of it; of an order of an erased person the order without them, for what was sold was sold; of
    /// whatever else speaks of one nothing.
    /// </summary>
    internal SourceRow Of(SourceRow row)
    {
        if (row is not SourceBuyerFact named || !Knows(named.Buyer)) return row;
        return row is SourceLine line ? line with { Buyer = default, BuyerName = "" } : new RowReject(row.Number, RejectReason.ErasedPerson, "", "");
    }
}
