using Huitou.Access;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>
/// Publishes what depends on the whole population (the edges of RFM, before and after refunds, and the default limits of the grid) for
/// one day, of all shops together and of each. Publishing the same day again replaces it.
/// </summary>
public sealed class PublishCutOffs(IDbContextFactory<HuitouDb> databases, Settings settings, TimeProvider time)
{
    /// <summary>Publishes for <paramref name="shop"/>, or for all together when it is null.</summary>
    public async Task PublishAsync(Ledger ledger, int? shop, DateOnly day, CancellationToken cancel)
    {
        var counting = ScopeReader.Counting(await settings.DefinitionsAsync(cancel));
        var scope = new Scope { AsOf = day, Shops = shop is { } only ? [only] : null, Counting = counting };
        var limits = SuggestedLimits.Of(ledger, scope, day);
        var (net, gross) = ledger.Ask(new RfmEdgesQuery(MoneyBasis.Net).And(new RfmEdgesQuery(MoneyBasis.Gross)), scope, cancellationToken: cancel);

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = await db.CutOffs.Where(row => row.ShopId == shop && row.ValidFrom == day).ToListAsync(cancel);
        Put(CutOffKind.GridDefaults, PublishedCutOff.Write(new PublishedLimits(limits.Limits, limits.Gaps, counting.Excluded)));
        Put(CutOffKind.RfmNet, PublishedCutOff.Write(new PublishedEdges(net, counting.Excluded)));
        Put(CutOffKind.RfmGross, PublishedCutOff.Write(new PublishedEdges(gross, counting.Excluded)));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);

        void Put(CutOffKind kind, string values)
        {
            var row = rows.Find(known => known.Kind == kind);
            if (row is null) db.CutOffs.Add(row = new() { Kind = kind, ShopId = shop, ValidFrom = day, Values = values });
            (row.Values, row.PublishedAt) = (values, time.GetUtcNow());
        }
    }
}
