using Huitou.Engine.Tests;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Histories;

/// <summary>
/// Many short histories of imports, decisions, what people write (evidence among it), withdrawals and undos, one after the other in the same installation: after each,
/// who is who is what all the evidence together says, and once all is taken out nothing is left for the next. In the long run they are ten thousand.
/// </summary>
public sealed class IdentityHistories
{
    private const int Batches = 20;
    private const int Steps = 5;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Batches)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task What_came_step_by_step_is_what_all_together_says(int batch)
    {
        await using var shop = await HistoryBench.CreateAsync(DatabaseKind.Sqlite);
        for (var history = 0; history < Campaign.Cases(100, 10_000) / Batches; history++)
        {
            var random = new Random(batch * 100_000 + history);
            for (var step = 0; step < Steps; step++) await StepAsync(shop, random, step, ofFew: history % 2 == 1);
            await shop.AssertResolvedAsync();
            while (shop.Standing.Count > 0) await shop.UndoAsync(random.Next(shop.Standing.Count));
            await shop.ForgetAsync();
        }
    }

    private static async Task StepAsync(HistoryBench shop, Random random, int step, bool ofFew)
    {
        switch (random.Next(6))
        {
            case 0: await shop.DecideAsync(random); break;
            case 1: await shop.WriteAsync(random); break;
            case 2: await shop.WriteEvidenceAsync(random); break;
            case 3 when shop.Standing.Count > 0: await shop.UndoAsync(random.Next(shop.Standing.Count)); break;
            default: await shop.ImportAsync(step, ofFew ? RandomImport.OfFew(random) : RandomImport.OfPeople(random)); break;
        }
    }
}
