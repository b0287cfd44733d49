using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Profiles;

/// <summary>One thing that is known of a customer, and who says so.</summary>
/// <param name="Attribute">What it is about.</param>
/// <param name="Text">What it is, in full.</param>
/// <param name="At">When it was said.</param>
/// <param name="ImportId">The import that says so; null where somebody wrote it.</param>
/// <param name="Actor">Who wrote it; empty where an import says so.</param>
/// <param name="Act">By this what somebody wrote is taken back.</param>
internal sealed record ProfileFact(string Attribute, string Text, DateTimeOffset At, long? ImportId, string Actor, Guid? Act);

/// <summary>A word that was ever said of a customer and is kept, whether it stands or not.</summary>
/// <param name="Fact">What, and who says so.</param>
/// <param name="TakenBackAt">When somebody took back what they wrote; null for what was not.</param>
internal sealed record ProfileWord(ProfileFact Fact, DateTimeOffset? TakenBackAt);

/// <summary>All that is known of one customer, of each thing what stands: what somebody wrote before what sources say, the newest first.</summary>
/// <param name="Facts">Each thing.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Notes">Notes, the newest first.</param>
/// <param name="Addresses">All addresses, each once: that which stands, then the newest first.</param>
/// <param name="Said">Every word that is kept, the newest first.</param>
internal sealed record Profile(
    IReadOnlyList<ProfileFact> Facts, IReadOnlyList<ProfileFact> Tags, IReadOnlyList<ProfileFact> Notes, IReadOnlyList<ProfileFact> Addresses, IReadOnlyList<ProfileWord> Said)
{
    internal string this[string attribute] => Facts.FirstOrDefault(fact => fact.Attribute == attribute)?.Text ?? "";

    internal static async Task<Profile> ReadAsync(HuitouDb db, Vault vault, long customer, CancellationToken cancel)
    {
        var standing = new Dictionary<string, (DatedText Text, ProfileFact Fact)>();
        void Take(DatedText text, ProfileFact fact)
        {
            var before = standing.TryGetValue(fact.Attribute, out var known) ? known.Text : DatedText.None;
            var after = fact.Attribute == ProfileAttribute.Name ? before.OrName(text.Text, text.At) : before.Or(text.Text, text.At);
            if (after != before) standing[fact.Attribute] = (after, fact);
        }

        var said = (await SaidAsync(db, vault, customer, cancel)).ToList();
        foreach (var (importId, attribute, text) in said.Where(told => !BuyerAttribute.IsFurtherAddress(told.Attribute))) Take(text, FactOf(importId, attribute, text));
        var words = (await ProfileEdits.OfCustomerAsync(db, customer, cancel)).ConvertAll(edit => new ProfileWord(new(edit.Attribute, edit.Opened(vault), edit.At, null, edit.Actor, edit.Act), edit.TakenBackAt));
        var byHand = words.Where(word => word.TakenBackAt is null).Select(word => word.Fact).ToList();
        words.AddRange(said.Select(told => new ProfileWord(FactOf(told.ImportId, told.Attribute, told.Text), null)));
        foreach (var fact in byHand.Where(fact => fact.Attribute is not (ProfileAttribute.Note or ProfileAttribute.Bin) && !IsTag(fact)))
            Take(new(fact.Text, DatedText.ByHand + fact.At.ToUnixTimeMilliseconds()), fact);
        var tags = standing.Remove(BuyerAttribute.Tags, out var source)
            ? CustomerTag.Split(source.Text.Text).ToDictionary(tag => tag, tag => source.Fact with { Attribute = ProfileAttribute.TagPrefix + tag, Text = tag })
            : [];
        foreach (var fact in byHand.Where(IsTag))
        {
            var tag = fact.Attribute[ProfileAttribute.TagPrefix.Length..];
            if (fact.Text.Length == 0) tags.Remove(tag);
            else tags[tag] = fact with { Text = tag };
        }
        DatedText Standing(string attribute) => standing.TryGetValue(attribute, out var known) ? known.Text : DatedText.None;
        if (!BuyerDescription.HasDistrict(Standing(ProfileAttribute.Region), Standing(ProfileAttribute.City), Standing(ProfileAttribute.District))) standing.Remove(ProfileAttribute.District);
        return new(
            [.. standing.Values.Select(known => known.Fact).Where(fact => fact.Text.Length > 0).OrderBy(fact => fact.Attribute, StringComparer.Ordinal)],
            [.. tags.Values.OrderBy(fact => fact.Text, StringComparer.Ordinal)],
            [.. byHand.Where(fact => fact.Attribute == ProfileAttribute.Note).OrderByDescending(fact => fact.At)],
            AddressesOf(words, Standing(BuyerAttribute.Address).Text), [.. words.OrderByDescending(word => word.Fact.At)]);
    }

    private static ProfileFact FactOf(long importId, string attribute, DatedText text) =>
        new(BuyerAttribute.IsFurtherAddress(attribute) ? BuyerAttribute.Address : attribute, text.Text, DateTimeOffset.FromUnixTimeMilliseconds(text.At), importId, "", null);

    /// <summary>An address that somebody wrote too is told as theirs, for it can be taken back.</summary>
    private static List<ProfileFact> AddressesOf(IEnumerable<ProfileWord> words, string standing) =>
    [
        .. words.Where(word => word.TakenBackAt is null && word.Fact is { Attribute: BuyerAttribute.Address, Text.Length: > 0 }).Select(word => word.Fact)
            .GroupBy(fact => fact.Text, (_, same) => same.OrderBy(fact => fact.Act is null).ThenByDescending(fact => fact.At).First())
            .OrderBy(fact => fact.Text != standing).ThenByDescending(fact => fact.At).ThenBy(fact => fact.Text, StringComparer.Ordinal),
    ];

    private static bool IsTag(ProfileFact fact) => fact.Attribute.StartsWith(ProfileAttribute.TagPrefix, StringComparison.Ordinal);

    /// <summary>What each committed import says, attribute by attribute.</summary>
    private static async Task<IEnumerable<(long ImportId, string Attribute, DatedText Text)>> SaidAsync(HuitouDb db, Vault vault, long customer, CancellationToken cancel)
    {
        var statements = (await (
            from node in db.EvidenceNodes
            where node.CustomerId == customer
            join said in db.BuyerStatements on node.Id equals said.NodeId
            join import in db.Imports on said.ImportId equals import.Id
            where import.State == ImportState.Committed
            orderby said.ImportId, said.NodeId
            select said).AsNoTracking().ToListAsync(cancel)).ConvertAll(said => (Import: said.ImportId, Said: said.Opened(vault)));
        // What a source masks is told with the evidence that it is of.
        return
            from statement in statements
            from told in statement.Said.More.All.Select(told => (told.Key, told.Value))
                .Append((ProfileAttribute.Name, statement.Said.Name)).Append((ProfileAttribute.Region, statement.Said.Region)).Append((ProfileAttribute.City, statement.Said.City))
            where told.Item2.Text.Length > 0 && !ShownValue.Is(told.Item1)
            select (statement.Import, told.Item1, told.Item2);
    }
}
