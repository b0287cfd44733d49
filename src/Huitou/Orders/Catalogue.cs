using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>A shop's products and all channels while an import runs: names to ids, new ones noted, changed ones kept for the commit.</summary>
internal sealed class Catalogue
{
    /// <summary>The ledger keeps channels in one byte, 0 for those it does not know.</summary>
    private const int MostChannels = 255;

    private readonly int _shopId;
    private readonly long _importId;
    private readonly NextIds _ids;
    private readonly Dictionary<string, ProductEntry> _products;
    private readonly Dictionary<string, int> _channels;
    private readonly List<ProductEntry> _newProducts = [];
    private readonly List<Channel> _newChannels = [];

    private Catalogue(int shopId, long importId, NextIds ids, Dictionary<string, ProductEntry> products, Dictionary<string, int> channels) =>
        (_shopId, _importId, _ids, _products, _channels) = (shopId, importId, ids, products, channels);

    private sealed record ProductEntry(int Id, string Code)
    {
        internal DatedText Name { get; set; } = DatedText.None;

        internal DatedText Category { get; set; } = DatedText.None;

        internal bool IsNew { get; init; }

        internal bool IsChanged { get; set; }
    }

    internal static async Task<Catalogue> LoadAsync(HuitouDb db, int shopId, long importId, CancellationToken cancel)
    {
        var products = await db.Products.AsNoTracking().Where(p => p.ShopId == shopId).ToDictionaryAsync(
            p => p.Code,
            p => new ProductEntry(p.Id, p.Code) { Name = new DatedText(p.Name, p.NameAt), Category = new DatedText(p.Category, p.CategoryAt) },
            cancel);
        var channels = await db.Channels.ToDictionaryAsync(c => c.Name, c => c.Id, cancel);
        return new Catalogue(shopId, importId, await NextIds.AboveAsync(db, "product", cancel), products, channels);
    }

    /// <summary>The code that names a line's product: a shop without codes tells its goods apart by name.</summary>
    internal static string CodeOf(SourceLine line)
    {
        if (line.ProductCode.Length > 0) return line.ProductCode;
        return line.ProductName.Length <= 100 ? line.ProductName : line.ProductName[..(char.IsHighSurrogate(line.ProductName[99]) ? 99 : 100)];
    }

    /// <summary>The id of a line's product, 0 where the line names none.</summary>
    internal int ProductOf(SourceLine line, long at)
    {
        var code = CodeOf(line);
        if (code.Length == 0) return 0;
        if (!_products.TryGetValue(code, out var product))
        {
            _products[code] = product = new ProductEntry((int)_ids.Next(), code) { IsNew = true };
            _newProducts.Add(product);
        }
        var name = product.Name.Or(line.ProductName, at);
        var category = product.Category.Or(line.Category, at);
        if (name != product.Name || category != product.Category)
            (product.Name, product.Category, product.IsChanged) = (name, category, true);
        return product.Id;
    }

    internal int ChannelOf(string name)
    {
        if (name.Length == 0) return 0;
        if (_channels.TryGetValue(name, out var id)) return id;
        id = _channels.Count == 0 ? 1 : _channels.Values.Max() + 1;
        if (id > MostChannels) return 0;
        _channels[name] = id;
        _newChannels.Add(new Channel { Id = id, Name = name, FirstImportId = _importId });
        return id;
    }

    /// <summary>Writes what is new since the last call.</summary>
    internal async Task WriteNewAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(Channels, _newChannels, cancel);
        await bulk.InsertAsync(
            new BulkTable<ProductEntry>("product", ["id", "shop_id", "first_import_id", .. Described], (product, row) =>
            {
                row.Int(product.Id);
                row.Int(_shopId);
                row.Big(_importId);
                Describe(product, row);
                product.IsChanged = false;
            }),
            _newProducts, cancel);
        _newChannels.Clear();
        _newProducts.Clear();
    }

    /// <summary>Writes the names and categories that newer orders changed, and gives the ids of those products that were there before.</summary>
    internal async Task<IReadOnlyList<long>> WriteChangedAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        var changed = _products.Values.Where(p => p.IsChanged).ToList();
        var table = new BulkTable<ProductEntry>("product", ["id", .. Described], (product, row) =>
        {
            row.Int(product.Id);
            Describe(product, row);
        });
        await bulk.UpdateAsync(table, changed, cancel);
        return [.. changed.Where(p => !p.IsNew).Select(p => (long)p.Id)];
    }

    private static readonly string[] Described = ["code", "name", "name_at", "category", "category_at"];

    private static void Describe(ProductEntry product, IBulkRow row)
    {
        row.Text(product.Code);
        row.Text(product.Name.Text);
        row.Big(product.Name.At);
        row.Text(product.Category.Text);
        row.Big(product.Category.At);
    }

    private static readonly BulkTable<Channel> Channels = new("channel", ["id", "name", "first_import_id"], (channel, row) =>
    {
        row.Int(channel.Id);
        row.Text(channel.Name);
        row.Big(channel.FirstImportId);
    });
}
