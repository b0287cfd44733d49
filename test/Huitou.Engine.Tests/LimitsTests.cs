namespace Huitou.Engine.Tests;

public sealed class LimitsTests
{
    [Fact]
    public void Few_gaps_leave_the_fallback_limits() =>
        Assert.Equal(
            new GridLimits(90, 180, 365, 7),
            DefaultLimits.From(new GapQuantiles(199, 1, 2, 3, 4, 5, 6, FrequencyP90: 6.2)));

    [Fact]
    public void Enough_gaps_give_the_shops_own_limits_rounded_up() =>
        Assert.Equal(
            new GridLimits(59, 110, 181, 4),
            DefaultLimits.From(new GapQuantiles(200, 28, 58.4, 70, 110, 155, 180.25, FrequencyP90: 2)));

    [Fact]
    public void Limits_always_ascend()
    {
        var limits = DefaultLimits.From(new GapQuantiles(500, 30, 30, 30, 30, 30, 30, FrequencyP90: 4));
        Assert.Equal(new GridLimits(30, 31, 32, 4), limits);
        Assert.True(limits.IsValid);
    }

    [Fact]
    public void Nobody_has_the_fallback_limits() =>
        Assert.Equal(
            GridLimits.Fallback,
            DefaultLimits.From(Ledger.Build([]).Ask(new GapQuantilesQuery(), new Scope { AsOf = RandomLedger.Centre }, cancellationToken: TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData(-1, 2, 3, 4)]
    [InlineData(5, 5, 6, 4)]
    [InlineData(5, 6, 6, 4)]
    [InlineData(5, 6, 7, 3)]
    public void A_grid_refuses_limits_that_do_not_ascend(int active, int silent, int dormant, int fan) =>
        Assert.Throws<ArgumentException>(() => new GridQuery(new GridLimits(active, silent, dormant, fan)));

    [Fact]
    public void A_score_counts_the_edges_strictly_below()
    {
        double[] edges = [10, 20, 20, 40];
        Assert.Equal([1, 1, 2, 4, 4, 5], new long[] { 5, 10, 20, 21, 40, 41 }.Select(value => RfmScore.Of(value, edges)));
        var scores = RfmScore.Of(
            new CustomerFigures(1, default, default, 5, 41, 1, 1, 900, 40),
            new RfmEdges(edges, edges, edges, MoneyBasis.Net));
        Assert.Equal(new RfmScore(5, 5, 4), scores);
        Assert.Equal(RfmGroup.ImportantValue, scores.Group);
    }

    [Fact]
    public void A_group_needs_edges()
    {
        var filter = new CustomerFilter { Group = RfmGroup.GeneralKeep };
        Assert.Throws<ArgumentException>(() => new CustomerIdsQuery(filter, GridLimits.Fallback));
        Assert.Throws<ArgumentException>(() => new RfmQuery(new RfmEdges([1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4], MoneyBasis.Net)));
    }
}
