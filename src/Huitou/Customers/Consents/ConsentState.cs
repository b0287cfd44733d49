namespace Huitou.Customers;

/// <summary>Whether somebody may be written to.</summary>
public enum ConsentStanding
{
    /// <summary>Nobody ever said anything: then they may not.</summary>
    Unknown,
    Given,
    Refused,
}

/// <summary>What was said once of a channel and a purpose.</summary>
/// <param name="Channel">By which way.</param>
/// <param name="Purpose">For what.</param>
/// <param name="IsGiven">True: agreed; false: refused or withdrew.</param>
/// <param name="At">When they said so.</param>
/// <param name="Proof">Where, and to which words.</param>
/// <param name="ImportId">The import that says so; null where a person wrote it down.</param>
/// <param name="Actor">Who wrote it down; empty where an import says so.</param>
public sealed record ConsentWord(ConsentChannel Channel, ConsentPurpose Purpose, bool IsGiven, DateTimeOffset At, string Proof, long? ImportId, string Actor)
{
    /// <summary>The longest proof.</summary>
    public const int MostProof = 500;

    internal bool IsByHand => ImportId is null;
}

/// <summary>Where somebody stands on a channel and a purpose, and the word that put them there.</summary>
public sealed record ConsentState(ConsentChannel Channel, ConsentPurpose Purpose, ConsentStanding Standing, ConsentWord? By)
{
    /// <summary>
    /// What follows from all that was said by and of one customer: a refusal stands, whoever brought it, until somebody writes down, with its
    /// proof, that they agreed later. No file can do that, however new it is.
    /// </summary>
    internal static IReadOnlyList<ConsentState> Of(IReadOnlyCollection<ConsentWord> words) =>
    [
        .. from channel in Enum.GetValues<ConsentChannel>()
           from purpose in Enum.GetValues<ConsentPurpose>()
           select Of(channel, purpose, [.. words.Where(word => word.Channel == channel && word.Purpose == purpose)]),
    ];

    private static ConsentState Of(ConsentChannel channel, ConsentPurpose purpose, IReadOnlyCollection<ConsentWord> words)
    {
        var refusal = words.Where(word => !word.IsGiven).MaxBy(word => word.At);
        var consent = words.Where(word => word.IsGiven && (refusal is null || (word.IsByHand && word.At > refusal.At))).MaxBy(word => word.At);
        var standing = consent is not null ? ConsentStanding.Given : refusal is not null ? ConsentStanding.Refused : ConsentStanding.Unknown;
        return new(channel, purpose, standing, consent ?? refusal);
    }
}
