using Huitou.Access;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>What a product is called.</summary>
public sealed record ProductName(int Id, string Code, string Name, string Category);

/// <summary>One product of a ranking, before refunds. Money in minor units.</summary>
public sealed record RankedProduct(ProductName Product, long Sales, long Orders, long Units, long Buyers, double? UnitPrice);

/// <summary>The best products.</summary>
/// <param name="Currency">What money is counted in.</param>
/// <param name="AsOf">The day it is asked as of.</param>
/// <param name="Total">How many products were sold.</param>
/// <param name="Items">The best of them.</param>
public sealed record ProductRankingAnswer(Currency Currency, DateOnly AsOf, long Total, IReadOnlyList<RankedProduct> Items);

/// <summary>Products by what they sold.</summary>
public sealed class ProductRankingReport(InProcessLedgerHost host, ScopeReader scopes, IDbContextFactory<HuitouDb> databases)
{
    /// <summary>The longest ranking that is given at once.</summary>
    public const int MostItems = 500;

    public async Task<Outcome<ProductRankingAnswer>> AskAsync(ScopeQuery query, ProductSort by, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Refusal(ProblemCode.InvalidField, $"A ranking has 1 to {MostItems} items, not {limit}.", "limit");
        var read = await scopes.ReadAsync(query, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var ranking = waited.Value!.AskOnce(new ProductRankingQuery(by, limit), read.Value!.Scope);
        var names = await NamesAsync([.. ranking.Items.Select(item => item.Product)], cancel);
        return new ProductRankingAnswer(read.Value.Currency, read.Value.Scope.AsOf, ranking.Total,
        [
            .. ranking.Items.Select(item => new RankedProduct(
                names.GetValueOrDefault(item.Product) ?? new(item.Product, "", "", ""),
                item.Sales, item.Orders, item.Units, item.Buyers, Figures.Ratio(item.Sales, item.Units))),
        ]);
    }

    private async Task<Dictionary<int, ProductName>> NamesAsync(List<int> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Products.Where(product => ids.Contains(product.Id))
            .Select(product => new ProductName(product.Id, product.Code, product.Name, product.Category))
            .ToDictionaryAsync(product => product.Id, cancel);
    }
}
