using Huitou.Access;
using Huitou.Analytics;
using Huitou.Engine;
using Huitou.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Tests.Analytics;

public sealed class ScopeReaderSpecification
{
    /// <summary>20:00 UTC on the 21st: the 22nd in Shanghai, where the first shop is.</summary>
    private static readonly StillTime Evening = new(new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_nobody_says_is_today_in_the_first_shops_zone_and_the_whole_life()
    {
        var scope = (await ReadAsync(new())).Value!;

        Assert.Equal(new DateOnly(2026, 11, 22), scope.Scope.AsOf);
        Assert.Null(scope.Scope.From);
        Assert.Null(scope.Scope.To);
        Assert.Null(scope.Scope.Shops);
        Assert.Equal(Comparison.Previous, scope.Compare);
        Assert.Equal(CountingRules.Default, scope.Scope.Counting);
    }

    [Theory]
    [InlineData(null, null, null, "2025-11-23", "2026-11-22")]
    [InlineData("2026-02-28", null, null, "2025-03-01", "2026-02-28")]
    [InlineData(null, "2026-03-01", null, "2026-03-01", "2026-11-22")]
    [InlineData(null, null, "2026-04-30", "2025-05-01", "2026-04-30")]
    [InlineData("2026-06-30", null, "2026-12-31", "2025-07-01", "2026-12-31")]
    public async Task An_overview_looks_back_twelve_months(string? asOf, string? from, string? to, string first, string last)
    {
        var scope = (await ReadAsync(new() { AsOf = asOf, From = from, To = to }, DefaultPeriod.LastYear)).Value!.Scope;

        Assert.Equal(DateOnly.Parse(first, null), scope.From);
        Assert.Equal(DateOnly.Parse(last, null), scope.To);
    }

    [Fact]
    public async Task Shops_and_channels_are_read_once_each()
    {
        var scope = (await ReadAsync(new() { Shops = "2, 1,2", Channels = "1", Compare = "year" })).Value!;

        Assert.Equal([2, 1], scope.Scope.Shops!);
        Assert.Equal([1], scope.Scope.Channels!);
        Assert.Equal(Comparison.Year, scope.Compare);
    }

    [Theory]
    [InlineData("shops", "1,x", null, null, null, null)]
    [InlineData("shops", "9", null, null, null, null)]
    [InlineData("from", null, "2026-13-01", null, null, null)]
    [InlineData("from", null, "2026-05-02", "2026-05-01", null, null)]
    [InlineData("from", null, "2026-05-02", null, "2026-05-01", null)]
    [InlineData("to", null, null, "1.2.2026", null, null)]
    [InlineData("asOf", null, null, null, "2026-11-24", null)]
    [InlineData("asOf", null, null, null, "1989-12-31", null)]
    [InlineData("compare", null, null, null, null, "yesterday")]
    public async Task What_is_wrong_is_told_with_its_field(string path, string? shops, string? from, string? to, string? asOf, string? compare)
    {
        var refusal = (await ReadAsync(new() { Shops = shops, From = from, To = to, AsOf = asOf, Compare = compare })).Refusal;

        Assert.NotNull(refusal);
        Assert.Equal(path, refusal.Path);
        Assert.Equal(ProblemCode.InvalidField, refusal.Code);
    }

    [Fact]
    public async Task Tomorrow_can_be_asked_for() =>
        Assert.Equal(new DateOnly(2026, 11, 23), (await ReadAsync(new() { AsOf = "2026-11-23" })).Value!.Scope.AsOf);

    private static async Task<Outcome<ReportScope>> ReadAsync(ScopeQuery query, DefaultPeriod period = DefaultPeriod.WholeLife)
    {
        await using var installation = await TestInstallation.CreateAsync(DatabaseKind.Sqlite, services => services.AddSingleton<TimeProvider>(Evening));
        await OrderBook.Empty().SaveAsync(installation);
        return await installation.Get<ScopeReader>().ReadAsync(query, period, TestContext.Current.CancellationToken);
    }
}
