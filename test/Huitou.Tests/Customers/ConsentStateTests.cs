using Huitou.Customers;
using Huitou.Engine.Tests;

namespace Huitou.Tests.Customers;

/// <summary>What follows from all that somebody said, told word by word.</summary>
public sealed class ConsentStateTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static ConsentWord File(bool isGiven, int day) => new(ConsentChannel.Sms, ConsentPurpose.Marketing, isGiven, Day.AddDays(day), "form", 7, "");

    private static ConsentWord Hand(bool isGiven, int day) => File(isGiven, day) with { ImportId = null, Actor = "ann" };

    private static ConsentStanding Of(params ConsentWord[] words) => ConsentState.Of(words).Single(state => (state.Channel, state.Purpose) == (ConsentChannel.Sms, ConsentPurpose.Marketing)).Standing;

    [Fact]
    public void Nobody_who_said_nothing_agreed() => Assert.Equal(ConsentStanding.Unknown, Of());

    [Fact]
    public void A_file_with_proof_gives_a_first_consent() => Assert.Equal(ConsentStanding.Given, Of(File(true, 1)));

    [Fact]
    public void No_file_however_new_turns_a_refusal_into_a_consent()
    {
        Assert.Equal(ConsentStanding.Refused, Of(File(false, 1), File(true, 9)));
        Assert.Equal(ConsentStanding.Refused, Of(Hand(false, 1), File(true, 9)));
        Assert.Equal(ConsentStanding.Refused, Of(File(true, 1), File(false, 2)));
    }

    [Fact]
    public void Only_what_somebody_wrote_down_as_said_later_does()
    {
        Assert.Equal(ConsentStanding.Given, Of(File(false, 1), Hand(true, 2)));
        Assert.Equal(ConsentStanding.Refused, Of(File(false, 2), Hand(true, 1)));
        Assert.Equal(ConsentStanding.Refused, Of(File(false, 2), Hand(true, 2)));
        Assert.Equal(ConsentStanding.Refused, Of(File(false, 1), Hand(true, 2), File(false, 3)));
    }

    [Fact]
    public void A_word_about_one_way_and_aim_says_nothing_of_the_others()
    {
        var states = ConsentState.Of([File(true, 1), File(false, 2) with { Channel = ConsentChannel.Email }, Hand(true, 3) with { Purpose = ConsentPurpose.Care }]);
        Assert.Equal(
            [
                (ConsentChannel.Sms, ConsentPurpose.Marketing, ConsentStanding.Given), (ConsentChannel.Sms, ConsentPurpose.Care, ConsentStanding.Given),
                (ConsentChannel.Email, ConsentPurpose.Marketing, ConsentStanding.Refused), (ConsentChannel.Email, ConsentPurpose.Care, ConsentStanding.Unknown),
            ],
            states.Select(state => (state.Channel, state.Purpose, state.Standing)));
    }

    [Fact]
    public void The_sequence_of_words_makes_no_difference_and_a_refusal_never_helps()
    {
        for (var seed = 0; seed < Campaign.Cases(2_000); seed++)
        {
            var random = new Random(seed);
            ConsentWord[] words = [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(2) == 0 ? File(random.Next(2) == 0, random.Next(5)) : Hand(random.Next(2) == 0, random.Next(5)))];
            var standing = Of(words);
            random.Shuffle(words);
            Assert.Equal(standing, Of(words));
            Assert.NotEqual(ConsentStanding.Given, Of([.. words, Hand(false, 9)]));
            if (standing == ConsentStanding.Refused) Assert.Equal(ConsentStanding.Refused, Of([.. words, File(true, 9)]));
        }
    }
}
