using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Connect.Regions;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows.Traits;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Finds customers by what somebody remembers of them: part of a name, or exactly a buyer's id, a phone, an e-mail, a card, another id or an order's number.</summary>
public sealed class CustomerSearch(IDbContextFactory<HuitouDb> databases, NameIndex names, TraitIndex traits, RegionDictionary regions, Vault vault)
{
    /// <summary>Those of the list's parameters that are a word somebody wrote.</summary>
    internal static readonly string[] WordFields = ["region", "city", "district", "firstSource", "tag"];

    /// <summary>Whether anybody whom the caller sees has the word.</summary>
    internal async Task<bool> IsKnownAsync(string field, string word, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (field == "tag") return db.Scope.IsAll ? await db.CustomerTags.AnyAsync(bears => bears.Tag == word, cancel) : (await ByTagAsync(db, word, cancel)).Count > 0;
        if (field == "firstSource") return (await ByTraitsAsync(new() { FirstSource = word }, default, cancel))!.Count > 0;
        var place = field == "region" ? Place(word, null, null) : field == "city" ? Place(null, word, null) : Place(null, null, word);
        if (db.Scope.IsAll) return place.Region is { } region ? regions.Find(region) is not null : (await ByTraitsAsync(new(), place, cancel))!.Count > 0;
        return (await FromPlaceAsync(db, place, cancel)).Count > 0;
    }

    /// <summary>
    /// Who matches all that the ledger cannot be asked; null where nothing such is asked for. A region is, where the ledger's is not the word of the
    /// caller's shops.
    /// </summary>
    internal async Task<CustomerSet?> FindAsync(CustomerQuestion question, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (text, tag) = (Given(question.Search), Given(question.Tag));
        var place = Place(Given(question.Region), Given(question.City), Given(question.District));
        var ofPlace = !db.Scope.IsAll && (place.Region ?? place.City ?? place.District) is not null;
        IReadOnlyList<long>?[] asked =
        [
            text is null ? null : await ByTextAsync(db, text, cancel),
            ofPlace ? await FromPlaceAsync(db, place, cancel) : null,
            tag is null ? null : await ByTagAsync(db, tag, cancel),
            await ByTraitsAsync(question, ofPlace ? default : place, cancel),
            question.Only,
        ];
        var given = asked.OfType<IReadOnlyList<long>>().ToList();
        return given.Count == 0 ? null : new CustomerSet(given.Skip(1).Aggregate(given[0].AsEnumerable(), (found, more) => found.Intersect(more)));
    }

    /// <summary>For whom a level of service was set by hand, and for whom another one was.</summary>
    internal async Task<(CustomerSet With, CustomerSet Without)> ByLevelAsync(string level, CancellationToken cancel)
    {
        var known = await traits.ReadAsync(cancel);
        var number = known.Words.Find(level);
        return (new(known.Where(one => one.Level != 0 && one.Level == number)), new(known.Where(one => one.Level != 0 && one.Level != number)));
    }

    /// <summary>Who has the traits; null where none are asked for.</summary>
    private async Task<IReadOnlyList<long>?> ByTraitsAsync(CustomerQuestion question, Asked place, CancellationToken cancel)
    {
        var source = Given(question.FirstSource);
        if (question is { Gender: null, Consent: null, Reach: null, HasNote: null, IsSuppressed: null } && (place.City ?? place.District ?? source) is null) return null;
        var known = await traits.ReadAsync(cancel);
        int? Number(string? word) => word is null ? null : known.Words.Find(word);
        var (city, district, from) = (Number(place.City), Number(place.District), Number(source));
        return known.Where(one =>
            (question.Gender is not { } gender || one.Gender == gender)
            && (question.Consent is not { } consent || one[consent.Channel, consent.Purpose] == consent.Standing)
            && (question.Reach is not { } reach || one.Meets(reach))
            && (question.HasNote is not { } note || one.Has(TraitMarks.HasNote) == note)
            && (question.IsSuppressed is not { } suppressed || one.Has(TraitMarks.Suppressed) == suppressed)
            && (city is null || one.City == city) && (district is null || one.District == district) && (from is null || one.Source == from));
    }

    private Task<IReadOnlyList<long>> FromPlaceAsync(HuitouDb db, Asked place, CancellationToken cancel) =>
        CustomerNames.FromPlaceAsync(db, vault, place.Region, place.City, place.District, cancel);

    /// <summary>A place that is asked for, by the names under which places are kept.</summary>
    private readonly record struct Asked(string? Region, string? City, string? District);

    private static Asked Place(string? region, string? city, string? district)
    {
        region = region is null ? null : PlaceNames.Region(region);
        city = city is null ? null : PlaceNames.Of(new(region ?? "", city, "")).City;
        return new(region, city, district is null ? null : PlaceNames.Of(new(region ?? "", city ?? "", district)).District);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Who bears a tag: the tags that are kept follow from the word of all shops, so who sees some asks the traits, which follow from theirs.</summary>
    private async Task<IReadOnlyList<long>> ByTagAsync(HuitouDb db, string tag, CancellationToken cancel)
    {
        if (db.Scope.IsAll) return await db.CustomerTags.Where(bears => bears.Tag == tag).Select(bears => bears.CustomerId).ToListAsync(cancel);
        var known = await traits.ReadAsync(cancel);
        var number = known.Words.Find(tag);
        return number < 0 ? [] : known.Where(one => one.Tags is { } tags && tags.Contains(number));
    }

    private async Task<IReadOnlyList<long>> ByTextAsync(HuitouDb db, string wanted, CancellationToken cancel)
    {
        var byName = db.Scope.IsAll ? await names.FindAsync(wanted, cancel) : await ByNameSaid(db, $"%{Escape(wanted)}%").ToListAsync(cancel);
        // Ids and order numbers are looked up shop by shop, for that is how they are indexed.
        int[] shops = [.. await db.Shops.Select(shop => shop.Id).ToListAsync(cancel)];
        string[] scopes = [.. shops.Select(BuyerBook.ScopeOf)];
        var buyer = vault.Blind(wanted, BuyerAttribute.Id);
        var byBuyer = await db.EvidenceNodes.Where(node => EF.Parameter(scopes).Contains(node.Scope) && node.Kind == EvidenceKind.SourceId && node.Value == buyer)
            .Select(node => node.CustomerId).ToListAsync(cancel);
        var byOrder = await VisibleOrders.Of(db).Where(order => EF.Parameter(shops).Contains(order.ShopId) && order.OrderNo == wanted)
            .Join(db.EvidenceNodes, order => order.EvidenceNodeId, node => node.Id, (_, node) => node.CustomerId).ToListAsync(cancel);
        return [.. byName, .. byBuyer, .. byOrder, .. await ByCarriedAsync(db, wanted, cancel)];
    }

    /// <summary>Whom the shops that are seen ever called so: the name on the customer's row may be another shop's word.</summary>
    private static IQueryable<long> ByNameSaid(HuitouDb db, string pattern) =>
        from said in db.Database.IsNpgsql()
            ? db.BuyerStatements.Where(said => EF.Functions.ILike(said.Name, pattern, "\\"))
            : db.BuyerStatements.Where(said => EF.Functions.Like(said.Name, pattern, "\\"))
        join import in db.Imports on said.ImportId equals import.Id
        where import.State == ImportState.Committed
        join node in db.EvidenceNodes on said.NodeId equals node.Id
        select node.CustomerId;

    /// <summary>What people carry lies in the database unreadable; only a whole phone, e-mail, card or id finds its customer, of whatever scope.</summary>
    private async Task<IReadOnlyList<long>> ByCarriedAsync(HuitouDb db, string wanted, CancellationToken cancel)
    {
        CarriedValue[] asked =
        [
            .. ContactText.Phone(wanted) is { } phone ? [new(EvidenceKind.Phone, "", phone)] : (CarriedValue[])[],
            .. ContactText.Email(wanted) is { } email ? [new(EvidenceKind.Email, "", email)] : (CarriedValue[])[],
            .. ContactText.Card(wanted) is { } card ? [new(EvidenceKind.Card, "", card)] : (CarriedValue[])[],
            .. EvidenceKinds.Exclusive.Select(kind => new CarriedValue(kind, "", wanted)),
        ];
        // No two of them are equal: the kind is hashed with the value.
        EvidenceKind[] kinds = [.. asked.Select(carried => carried.Kind)];
        string[] values = [.. asked.Select(carried => carried.Blind(vault))];
        return await (
            from claim in EvidenceClaim.Counting(db)
            where EF.Parameter(kinds).Contains(claim.Kind) && EF.Parameter(values).Contains(claim.Value)
            join node in db.EvidenceNodes on claim.NodeId equals node.Id
            select node.CustomerId).Distinct().ToListAsync(cancel);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
