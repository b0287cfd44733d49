using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Demo;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Which demo shop to load.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Years">How long it has been open.</param>
/// <param name="Seed">Another seed is another shop.</param>
/// <param name="Until">Its last day; null is yesterday, so that nothing in it is still to come.</param>
public sealed record DemoRequest(int Customers = 20_000, int Years = 3, long Seed = 1, DateOnly? Until = null);

/// <summary>Loads the demo shop: an import like any other, from a source that needs no file.</summary>
public sealed class DemoStart(IDbContextFactory<HuitouDb> databases, Shops shops, ImportStart imports, TimeProvider time)
{
    public async Task<Outcome<ImportStarted>> RunAsync(DemoRequest request, Actor actor, CancellationToken cancel)
    {
        var yesterday = new ShopClock(DemoSource.TimeZone).Day(time.GetUtcNow()).AddDays(-1);
        DemoSource source;
        try
        {
            source = new DemoSource(new DemoSettings(request.Until ?? yesterday, request.Customers, request.Years, request.Seed));
        }
        catch (ArgumentOutOfRangeException fault)
        {
            return new Refusal(ProblemCode.InvalidField, fault.Message, fault.ParamName ?? "");
        }
        await using var db = await databases.CreateDbContextAsync(cancel);
        var shopId = await db.Shops.Where(s => s.Name == DemoSource.ShopName).Select(s => s.Id).FirstOrDefaultAsync(cancel);
        if (shopId == 0)
        {
            if (!actor.Scope.IsAll) return new Refusal(ProblemCode.NotAllowed, "The demo has a shop of its own, which you do not see. Ask somebody who sees all shops.");
            var added = await shops.AddAsync(new(DemoSource.ShopName, DemoSource.TimeZone), actor, cancel);
            if (added.Refusal is { } refusal) return refusal;
            shopId = added.Value!.Id;
        }
        return await imports.RunAsync(source, shopId, "demo", actor, cancel);
    }
}
