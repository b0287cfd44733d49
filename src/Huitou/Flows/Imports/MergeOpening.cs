using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Customers.Erasures;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>A merge ready to begin.</summary>
internal sealed record OpenMerge(IFactMerge Merge, BuyerBook Buyers, Catalogue Catalogue)
{
    /// <summary>What the merge gathered on its way and writes at its end; nobody sees it before the import is committed.</summary>
    internal async Task WriteNamedAsync(CancellationToken cancel)
    {
        await Buyers.WriteAsync(cancel);
        await Catalogue.WriteAsync(cancel);
    }
}

/// <summary>Opens the merge of an import: the one that its kind of file wants, with the shop's buyers and products at hand.</summary>
public sealed class MergeOpening(Settings settings, Vault vault)
{
    internal async Task<OpenMerge> RunAsync(HuitouDb db, Import import, BuyerNames named, MergeSamples? samples, CancellationToken cancel)
    {
        var zone = (await db.Shops.AsNoTracking().SingleAsync(s => s.Id == import.ShopId, cancel)).TimeZone;
        var currency = await settings.CurrencyAsync(cancel);
        var ids = await NextIds.AboveAsync(db, cancel, [.. OrderTables.AllFacts.Select(table => table.Name)]);
        var context = new MergeContext(
            db, import, new ShopClock(zone), currency.Digits, ids, await ImportAges.LoadAsync(db, without: null, cancel), samples)
        {
            Vault = vault,
        };
        var buyers = await BuyerBook.OpenAsync(db, import, vault, named, cancel);
        var catalogue = await Catalogue.LoadAsync(db, import, cancel);
        return new OpenMerge(Of(context, buyers, catalogue), buyers, catalogue);
    }

    /// <summary>Whom a source of the shop must not bring back.</summary>
    internal Task<ErasedPeople> ErasedAsync(HuitouDb db, int shopId, CancellationToken cancel) => ErasedPeople.LoadAsync(db, vault, shopId, cancel);

    private static IFactMerge Of(MergeContext context, BuyerBook buyers, Catalogue catalogue) => context.Import.Kind switch
    {
        FileKind.Orders => new OrderMerge(context, buyers, catalogue),
        FileKind.OrderDetails => new DetailsMerge(context, catalogue),
        FileKind.Customers => new CustomerMerge(context, buyers),
        FileKind.Products => new ProductMerge(context, catalogue),
        FileKind.Costs => new CostMerge(context),
        FileKind.Touches => new TouchMerge(context, buyers, catalogue),
        FileKind.Visitors => new VisitorMerge(context, catalogue),
        FileKind.Buyers => new BuyerMerge(context, buyers),
    };
}
