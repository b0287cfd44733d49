using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Who says something: the file of an import, or somebody by name.</summary>
/// <param name="ImportId">The import; null where somebody wrote it.</param>
/// <param name="Name">The file's name, or who wrote it.</param>
public sealed record ProfileSource(long? ImportId, string Name);

/// <summary>One thing that is known of a customer.</summary>
/// <param name="Attribute">What it is about.</param>
/// <param name="Text">What it is.</param>
/// <param name="IsMasked">Whether <paramref name="Text"/> hides a part.</param>
/// <param name="At">When it was said.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Act">By this what somebody wrote is taken back; null for what an import says.</param>
public sealed record ProfileField(string Attribute, string Text, bool IsMasked, DateTimeOffset At, ProfileSource Source, Guid? Act);

/// <summary>An address of a customer.</summary>
/// <param name="Key">By this it is told in full where somebody may see it.</param>
/// <param name="Text">The address, masked.</param>
/// <param name="Stands">Whether it is the one of the profile.</param>
/// <param name="At">When it was said.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Act">By this what somebody wrote is taken back; null for what an import says.</param>
public sealed record ProfileAddress(string Key, string Text, bool Stands, DateTimeOffset At, ProfileSource Source, Guid? Act);

/// <summary>What somebody may be written to for, and the word that says so.</summary>
/// <param name="Channel">By which way.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Standing">Whether they may.</param>
/// <param name="At">When the customer said so; null where nobody said anything.</param>
/// <param name="Proof">Where, and to which words.</param>
/// <param name="Source">Who says so.</param>
public sealed record ConsentView(ConsentChannel Channel, ConsentPurpose Purpose, ConsentStanding Standing, DateTimeOffset? At, string Proof, ProfileSource? Source);

/// <summary>What is known of a customer besides orders; personal things masked.</summary>
public sealed record ProfileView(
    IReadOnlyList<ProfileField> Fields, IReadOnlyList<ProfileField> Tags, IReadOnlyList<ProfileField> Notes, IReadOnlyList<ProfileAddress> Addresses, IReadOnlyList<ConsentView> Consents)
{
    internal static async Task<ProfileView> ReadAsync(HuitouDb db, Vault vault, long customer, CancellationToken cancel)
    {
        var profile = await Profile.ReadAsync(db, vault, customer, cancel);
        var consents = ConsentState.Of([.. (await ConsentWords.OfCustomersAsync(db, vault, [customer], cancel))[customer]]);
        var files = await FilesAsync(
            db, [.. profile.Facts.Concat(profile.Tags).Concat(profile.Addresses).Select(fact => fact.ImportId).Concat(consents.Select(consent => consent.By?.ImportId)).OfType<long>().Distinct()], cancel);
        ProfileSource Source(long? importId, string actor) => new(importId, importId is { } id ? files.GetValueOrDefault(id, "") : actor);
        ProfileField Field(ProfileFact fact)
        {
            var text = Masked(fact.Attribute, fact.Text);
            return new(fact.Attribute, text, text != fact.Text, fact.At, Source(fact.ImportId, fact.Actor), fact.Act);
        }
        return new(
            // Ids are told with the evidence that carries them.
            [.. profile.Facts.Where(fact => BuyerAttribute.Carried(fact.Attribute) is null or { Kind: EvidenceKind.Phone or EvidenceKind.Email }).Select(Field)], [.. profile.Tags.Select(Field)], [.. profile.Notes.Select(Field)],
            [.. profile.Addresses.Select((fact, place) => new ProfileAddress(AddressKey(profile, place), Masked(fact.Attribute, fact.Text), Stands(profile, place), fact.At, Source(fact.ImportId, fact.Actor), fact.Act))],
            [.. consents.Select(state => new ConsentView(state.Channel, state.Purpose, state.Standing, state.By?.At, state.By?.Proof ?? "", state.By is { } by ? Source(by.ImportId, by.Actor) : null))]);
    }

    /// <summary>That of the profile goes by the attribute, the others by their place among all.</summary>
    internal static string AddressKey(Profile profile, int place) => Stands(profile, place) ? BuyerAttribute.Address : $"{BuyerAttribute.Address}.{place}";

    private static bool Stands(Profile profile, int place) => profile.Addresses[place].Text == profile[BuyerAttribute.Address];

    internal static Task<Dictionary<long, string>> FilesAsync(HuitouDb db, long[] imports, CancellationToken cancel) =>
        db.Imports.Where(import => EF.Parameter(imports).Contains(import.Id)).ToDictionaryAsync(import => import.Id, import => import.Name, cancel);

    /// <summary>Enough to recognise somebody one knows, too little to take away.</summary>
    internal static string Masked(string attribute, string text) => text.Length == 0 ? "" : attribute switch
    {
        ProfileAttribute.Name => NameMask.Of(text),
        BuyerAttribute.Phone => ContactMask.Phone(text),
        BuyerAttribute.Email => ContactMask.Email(text),
        BuyerAttribute.Address => "***",
        BuyerAttribute.Birthday => $"{text[..^6]}-**-**",
        _ => BuyerAttribute.Carried(attribute) is { } carried ? EvidenceMask.Of(carried.Kind, text) : text,
    };
}
