using Huitou.Access;
using Huitou.Analytics;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Flows.Levels;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Levels;

/// <summary>Levels of service, on both databases: by hand before class, in lists and on pages alike.</summary>
public sealed class ServiceLevelSpecification
{
    private static readonly GridLimits Limits = new(30, 60, 120, 4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ServiceLevel Level(string name, params ServiceCell[] cells) => new(name, $"{name} promise", [], cells);

    private static async Task<ImportBench> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.ImportAsync(new ListSource(
            ListSource.Line(2, "1", null, 100, 5) with { Buyer = new("once") }, ListSource.Line(3, "2", null, 100, 5) with { Buyer = new("twice") },
            ListSource.Line(4, "3", null, 100, 6) with { Buyer = new("twice") }, ListSource.Line(5, "4", null, 100, 5) with { Buyer = new("other") }));
        await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel);
        return bench;
    }

    private static async Task<Outcome<VersionedServiceLevels>> SaveAsync(ImportBench bench, params ServiceLevel[] levels)
    {
        var change = bench.Installation.Get<ChangeServiceLevels>();
        return await change.RunAsync(new() { Levels = levels }, (await change.CurrentAsync(Cancel)).Version, Actor.Console, Cancel);
    }

    [Theory, EachDatabase]
    public async Task A_level_by_hand_stands_over_that_of_the_class(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        var (once, twice, other) = (await bench.CustomerOfAsync("once"), await bench.CustomerOfAsync("twice"), await bench.CustomerOfAsync("other"));
        Assert.Null((await SaveAsync(bench, Level("first", new(RClass.Lost, FClass.Second), new(RClass.Active, FClass.Fan)), Level("plain", new ServiceCell(RClass.Lost, FClass.New)))).Refusal);
        await bench.Installation.Get<EditProfile>().WriteAsync([other], [new("serviceLevel", "first")], ImportBench.Somebody, Cancel);
        var act = (await bench.Installation.Get<EditProfile>().WriteAsync([twice], [new("serviceLevel", "a word of its own")], ImportBench.Somebody, Cancel)).Value!.Act;
        var asked = new CustomerQuestion { WhatIf = Limits };

        async Task FoundAsync(string level, params long[] expected)
        {
            long[] found = [];
            for (var tries = 0; tries < 50; tries++)
            {
                found = [.. (await bench.Installation.Get<CustomerList>().AskAsync(asked with { ServiceLevel = level }, Cancel)).Value!.Items.Select(item => item.Id).Order()];
                if (found.SequenceEqual(expected.Order())) return;
                await Task.Delay(100, Cancel);
            }
            Assert.Equal(expected.Order(), found);
        }

        await FoundAsync("first", other);
        await FoundAsync("plain", once);
        await FoundAsync("a word of its own", twice);
        await FoundAsync("no such level");
        var items = (await bench.Installation.Get<CustomerList>().AskAsync(asked, Cancel)).Value!.Items.ToDictionary(item => item.Id, item => item.ServiceLevel);
        Assert.Equal(("plain", "a word of its own", "first"), (items[once], items[twice], items[other]));
        var page = bench.Installation.Get<Customer360>();
        Assert.Equal(new LevelOfCustomer("first", "first promise", LevelReason.ByHand), (await page.AskAsync(other, new(), Cancel)).Value!.Level);
        Assert.Equal(new LevelOfCustomer("a word of its own", "", LevelReason.ByHand), (await page.AskAsync(twice, new(), Cancel)).Value!.Level);
        await bench.Installation.Get<EditProfile>().TakeBackAsync(act, ImportBench.Somebody, Cancel);
        await FoundAsync("first", other, twice);
    }

    [Fact]
    public void The_first_level_that_holds_counts()
    {
        var levels = new ServiceLevels { Levels = [new("gold", "", [RfmGroup.ImportantValue], []), Level("silver", new ServiceCell(RClass.Active, FClass.Fan)), new("bronze", "", [RfmGroup.GeneralKeep], [])] };
        Assert.Equal(("gold", LevelReason.Group), Told(levels.Of("", RClass.Active, FClass.Fan, RfmGroup.ImportantValue)));
        Assert.Equal(("silver", LevelReason.Cell), Told(levels.Of("", RClass.Active, FClass.Fan, RfmGroup.GeneralKeep)));
        Assert.Equal(("bronze", LevelReason.Group), Told(levels.Of("", RClass.Lost, FClass.Fan, RfmGroup.GeneralKeep)));
        Assert.Null(levels.Of("", RClass.Lost, FClass.New, null));

        static (string, LevelReason) Told(LevelOfCustomer? level) => (level!.Name, level.Reason);
    }

    [Theory, EachDatabase]
    public async Task Levels_that_contradict_each_other_are_refused_and_so_is_a_stale_edit(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        async Task<string> FaultAsync(params ServiceLevel[] levels) => (await SaveAsync(bench, levels)).Refusal?.Path ?? "";
        var cell = new ServiceCell(RClass.Active, FClass.Fan);

        Assert.Equal("levels[0].name", await FaultAsync(Level(" ")));
        Assert.Equal("levels[1].name", await FaultAsync(Level("a"), Level("A")));
        Assert.Equal("levels[1].cells", await FaultAsync(Level("a", cell), Level("b", cell)));
        Assert.Equal("levels[1].groups", await FaultAsync(new ServiceLevel("a", "", [RfmGroup.GeneralKeep], []), new ServiceLevel("b", "", [RfmGroup.GeneralKeep], [])));
        Assert.Equal("levels[0].promise", await FaultAsync(new ServiceLevel("a", new string('x', 301), [], [])));
        Assert.Equal("levels", await FaultAsync([.. Enumerable.Range(0, 21).Select(n => Level($"l{n}"))]));
        Assert.Equal("", await FaultAsync(Level("a", cell, cell)));
        var change = bench.Installation.Get<ChangeServiceLevels>();
        Assert.Single((await change.CurrentAsync(Cancel)).Levels.Levels[0].Cells);
        Assert.Equal(ProblemCode.PreconditionFailed, (await change.RunAsync(new(), "stale", Actor.Console, Cancel)).Refusal!.Code);
    }
}
