using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Traits;

/// <summary>
/// Reads traits from what sources say and people wrote, of all customers or of some. Everything goes through the caller's filters, so who sees some
/// shops has traits by the word of these alone.
/// </summary>
internal sealed class TraitReader(HuitouDb db, TraitWords words, long[]? ids)
{
    private const string GenderKey = $"\"{BuyerAttribute.Gender}\":";
    private const string TagsKey = $"\"{BuyerAttribute.Tags}\":";
    private const string DistrictKey = $"\"{BuyerAttribute.District}\":";

    private readonly Dictionary<long, CustomerTraits> _traits = [];

    private IQueryable<EvidenceNode> Nodes => ids is null ? db.EvidenceNodes : db.EvidenceNodes.Where(node => EF.Parameter(ids).Contains(node.CustomerId));

    /// <summary>Those who are not in the bin.</summary>
    internal async Task<Dictionary<long, CustomerTraits>> ReadAsync(CancellationToken cancel)
    {
        await CustomersAsync(cancel);
        await AddressesAsync(cancel);
        var said = await SaidAsync(cancel);
        await WrittenAsync(said, cancel);
        foreach (var (customer, (gender, tags)) in said) Say(customer, gender, tags);
        await ConsentsAsync(cancel);
        if (db.Scope.IsAll) await DistrictsAsync(cancel);
        return _traits;
    }

    private async Task CustomersAsync(CancellationToken cancel)
    {
        var customers = db.Customers.Where(customer => customer.BinnedAt == null);
        if (ids is not null) customers = customers.Where(customer => EF.Parameter(ids).Contains(customer.Id));
        var presets = await db.Imports.ToDictionaryAsync(import => import.Id, import => words.NumberOf(import.Preset), cancel);
        // A customer's own place and first import are the word of all shops.
        if (!db.Scope.IsAll)
        {
            await foreach (var id in customers.Select(customer => customer.Id).AsAsyncEnumerable().WithCancellation(cancel)) _traits[id] = default;
            await FirstSaidAsync(presets, cancel);
            return;
        }
        await foreach (var customer in customers.Select(customer => new { customer.Id, customer.City, customer.FirstImportId }).AsAsyncEnumerable().WithCancellation(cancel))
            _traits[customer.Id] = new CustomerTraits { City = words.NumberOf(customer.City), Source = presets.GetValueOrDefault(customer.FirstImportId) };
    }

    /// <summary>Which import of the shops that are seen named them first.</summary>
    private async Task FirstSaidAsync(Dictionary<long, int> presets, CancellationToken cancel)
    {
        var first =
            from said in db.BuyerStatements
            join import in db.Imports on said.ImportId equals import.Id
            where import.State == ImportState.Committed
            join node in Nodes on said.NodeId equals node.Id
            group said.ImportId by node.CustomerId into all
            select new { CustomerId = all.Key, ImportId = all.Min() };
        await foreach (var said in first.AsAsyncEnumerable().WithCancellation(cancel))
        {
            ref var traits = ref Of(said.CustomerId);
            if (!Unsafe.IsNullRef(ref traits)) traits.Source = presets.GetValueOrDefault(said.ImportId);
        }
    }

    /// <summary>The newest district that anybody tells, where it still belongs to the city.</summary>
    private async Task DistrictsAsync(CancellationToken cancel)
    {
        var statements =
            from said in db.BuyerStatements
            where said.More != null && said.More.Contains(DistrictKey)
            join import in db.Imports on said.ImportId equals import.Id
            where import.State == ImportState.Committed
            join node in Nodes on said.NodeId equals node.Id
            select new { node.CustomerId, said.More };
        var newest = new Dictionary<long, DatedText>();
        await foreach (var statement in statements.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var told = Told.Read(statement.More)[BuyerAttribute.District];
            newest[statement.CustomerId] = newest.GetValueOrDefault(statement.CustomerId, DatedText.None).Or(told.Text, told.At);
        }
        foreach (var (customer, written) in await ProfileEdits.DistrictsAsync(db, Nodes, cancel)) newest[customer] = written;
        if (newest.Count == 0) return;
        var customers = ids is null ? db.Customers : db.Customers.Where(customer => EF.Parameter(ids).Contains(customer.Id));
        await foreach (var customer in customers.Select(customer => new { customer.Id, customer.Region, customer.RegionAt, customer.City, customer.CityAt }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!newest.TryGetValue(customer.Id, out var district)) continue;
            ref var traits = ref Of(customer.Id);
            if (!Unsafe.IsNullRef(ref traits) && BuyerDescription.HasDistrict(new(customer.Region, customer.RegionAt), new(customer.City, customer.CityAt), district))
                traits.District = words.NumberOf(district.Text);
        }
    }

    private async Task AddressesAsync(CancellationToken cancel)
    {
        var claimed =
            from claim in EvidenceClaim.Counting(db)
            where claim.Kind == EvidenceKind.Phone || claim.Kind == EvidenceKind.Email
            join node in Nodes on claim.NodeId equals node.Id
            select new { node.CustomerId, claim.Kind };
        await foreach (var claim in claimed.AsAsyncEnumerable().WithCancellation(cancel))
            Mark(claim.CustomerId, claim.Kind == EvidenceKind.Phone ? TraitMarks.HasPhone : TraitMarks.HasEmail);
    }

    /// <summary>The newest that files say of gender and tags.</summary>
    private async Task<Dictionary<long, (DatedText Gender, HashSet<string>? Tags)>> SaidAsync(CancellationToken cancel)
    {
        var statements =
            from said in db.BuyerStatements
            where said.More != null && (said.More.Contains(GenderKey) || said.More.Contains(TagsKey))
            join import in db.Imports on said.ImportId equals import.Id
            where import.State == ImportState.Committed
            join node in Nodes on said.NodeId equals node.Id
            select new { node.CustomerId, said.More };
        var newest = new Dictionary<long, (DatedText Gender, DatedText Tags)>();
        await foreach (var statement in statements.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var told = Told.Read(statement.More);
            var (gender, tags) = newest.GetValueOrDefault(statement.CustomerId, (DatedText.None, DatedText.None));
            newest[statement.CustomerId] = (gender.Or(told[BuyerAttribute.Gender].Text, told[BuyerAttribute.Gender].At), tags.Or(told[BuyerAttribute.Tags].Text, told[BuyerAttribute.Tags].At));
        }
        return newest.ToDictionary(said => said.Key, said => (said.Value.Gender, said.Value.Tags.Text.Length > 0 ? CustomerTag.Split(said.Value.Tags.Text).ToHashSet() : null));
    }

    private async Task WrittenAsync(Dictionary<long, (DatedText Gender, HashSet<string>? Tags)> said, CancellationToken cancel)
    {
        string[] wanted = [BuyerAttribute.Gender, ProfileAttribute.ServiceLevel, ProfileAttribute.PhoneWrong, ProfileAttribute.EmailWrong, ProfileAttribute.Suppressed, ProfileAttribute.Note];
        var edits =
            from edit in db.ProfileEdits
            where edit.TakenBackAt == null && (EF.Parameter(wanted).Contains(edit.Attribute) || edit.Attribute.StartsWith(ProfileAttribute.TagPrefix))
            join node in Nodes on new { edit.Scope, edit.Kind, edit.Value } equals new { node.Scope, node.Kind, node.Value }
            orderby edit.At, edit.Id
            select new { node.CustomerId, edit.Attribute, edit.Text };
        await foreach (var edit in edits.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var known = said.GetValueOrDefault(edit.CustomerId, (DatedText.None, null));
            if (edit.Attribute == BuyerAttribute.Gender) said[edit.CustomerId] = (new(edit.Text, DatedText.ByHand), known.Tags);
            else if (edit.Attribute.StartsWith(ProfileAttribute.TagPrefix, StringComparison.Ordinal)) said[edit.CustomerId] = (known.Gender, Tagged(known.Tags, edit.Attribute, edit.Text));
            else Write(edit.CustomerId, edit.Attribute, edit.Text);
        }
    }

    private async Task ConsentsAsync(CancellationToken cancel)
    {
        var words = new Dictionary<long, List<ConsentWord>>();
        var said = ConsentWords.Of(db, Nodes).Select(one => new { one.CustomerId, one.Consent.Channel, one.Consent.Purpose, one.Consent.IsGiven, one.Consent.At, one.Consent.ImportId });
        await foreach (var one in said.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!words.TryGetValue(one.CustomerId, out var all)) words[one.CustomerId] = all = [];
            all.Add(new(one.Channel, one.Purpose, one.IsGiven, one.At, "", one.ImportId, ""));
        }
        foreach (var (customer, all) in words)
        {
            ref var traits = ref Of(customer);
            if (Unsafe.IsNullRef(ref traits)) continue;
            foreach (var state in ConsentState.Of(all)) traits.Stand(state);
        }
    }

    private static HashSet<string> Tagged(HashSet<string>? tags, string attribute, string text)
    {
        tags ??= [];
        var tag = attribute[ProfileAttribute.TagPrefix.Length..];
        if (text.Length > 0) tags.Add(tag);
        else tags.Remove(tag);
        return tags;
    }

    private void Say(long customer, DatedText gender, HashSet<string>? tags)
    {
        ref var traits = ref Of(customer);
        if (Unsafe.IsNullRef(ref traits)) return;
        traits.Gender = Enum.TryParse<Gender>(gender.Text, out var known) ? known : null;
        traits.Tags = tags is { Count: > 0 } ? [.. tags.Select(words.NumberOf)] : null;
    }

    /// <summary>They come the oldest first, so the last one stands; one that clears is empty.</summary>
    private void Write(long customer, string attribute, string text)
    {
        ref var traits = ref Of(customer);
        if (Unsafe.IsNullRef(ref traits)) return;
        if (attribute == ProfileAttribute.ServiceLevel)
        {
            traits.Level = words.NumberOf(text);
            return;
        }
        var mark = attribute switch
        {
            ProfileAttribute.PhoneWrong => TraitMarks.PhoneWrong,
            ProfileAttribute.EmailWrong => TraitMarks.EmailWrong,
            ProfileAttribute.Suppressed => TraitMarks.Suppressed,
            _ => TraitMarks.HasNote,
        };
        traits.Marks = text.Length > 0 ? traits.Marks | mark : traits.Marks & ~mark;
    }

    private void Mark(long customer, TraitMarks mark)
    {
        ref var traits = ref Of(customer);
        if (!Unsafe.IsNullRef(ref traits)) traits.Marks |= mark;
    }

    private ref CustomerTraits Of(long customer) => ref CollectionsMarshal.GetValueRefOrNullRef(_traits, customer);
}
