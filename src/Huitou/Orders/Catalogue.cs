using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>
/// A shop's products and all channels while an import runs: names to ids, new ones noted. What the import says of a product is kept
/// here and written as one statement at the end.
/// </summary>
internal sealed class Catalogue
{
    /// <summary>The ledger keeps channels in one byte, 0 for those it does not know.</summary>
    private const int MostChannels = 255;
    private const int MostCode = 100;

    private readonly HuitouDb _db;
    private readonly Import _import;
    private readonly NextIds _ids;
    private readonly Dictionary<string, Entry> _products;
    private readonly Dictionary<string, int> _channels;
    private readonly List<Entry> _named = [];
    private readonly List<Channel> _newChannels = [];
    private readonly HashSet<int> _namedChannels = [];

    private Catalogue(HuitouDb db, Import import, NextIds ids, Dictionary<string, Entry> products, Dictionary<string, int> channels) =>
        (_db, _import, _ids, _products, _channels) = (db, import, ids, products, channels);

    /// <summary>A product, and what this import says of it once it names it.</summary>
    private sealed class Entry(int id, string code, bool isNew)
    {
        internal int Id => id;

        internal string Code => code;

        internal bool IsNew => isNew;

        internal bool IsNamed { get; set; }

        internal DatedText Name { get; set; } = DatedText.None;

        internal DatedText Category { get; set; } = DatedText.None;

        /// <summary>What files of products say; null where none does, for orders name a product millions of times.</summary>
        internal Told? More { get; set; }

        internal Told Told()
        {
            var told = More ?? new Told();
            told.Tell(ProductAttribute.Name, Name.Text, Name.At);
            told.Tell(ProductAttribute.Category, Category.Text, Category.At);
            return told;
        }
    }

    internal static async Task<Catalogue> LoadAsync(HuitouDb db, Import import, CancellationToken cancel)
    {
        var products = await db.Products.AsNoTracking().Where(p => p.ShopId == import.ShopId)
            .Select(p => new { p.Id, p.Code }).ToDictionaryAsync(p => p.Code, p => new Entry(p.Id, p.Code, false), cancel);
        var channels = await db.Channels.ToDictionaryAsync(c => c.Name, c => c.Id, cancel);
        return new Catalogue(db, import, await NextIds.AboveAsync(db, cancel, "product"), products, channels);
    }

    /// <summary>The code that names a line's product: a shop without codes tells its goods apart by name.</summary>
    internal static string CodeOf(SourceLine line)
    {
        if (line.ProductCode.Length > 0) return line.ProductCode;
        return line.ProductName.Length <= MostCode ? line.ProductName : line.ProductName[..(char.IsHighSurrogate(line.ProductName[MostCode - 1]) ? MostCode - 1 : MostCode)];
    }

    /// <summary>The id of a line's product, 0 where the line names none.</summary>
    internal int ProductOf(SourceLine line, long at)
    {
        var code = CodeOf(line);
        if (code.Length == 0) return 0;
        var product = Named(code);
        (product.Name, product.Category) = (product.Name.Or(line.ProductName, at), product.Category.Or(line.Category, at));
        return product.Id;
    }

    /// <summary>The id of a product of which nothing else is said.</summary>
    internal int ProductOf(string code) => Named(code).Id;

    /// <summary>Whether the shop knows the product already.</summary>
    internal bool Knows(string code) => _products.TryGetValue(code, out var product) && !product.IsNew;

    /// <summary>Takes in what is said of a product, and gives its id.</summary>
    internal int Describe(string code, Told told)
    {
        var product = Named(code);
        (product.More ??= new Told()).Take(told);
        return product.Id;
    }

    private Entry Named(string code)
    {
        if (!_products.TryGetValue(code, out var product)) _products[code] = product = new Entry((int)_ids.Next(), code, true);
        if (product.IsNamed) return product;
        product.IsNamed = true;
        _named.Add(product);
        return product;
    }

    internal int ChannelOf(string name)
    {
        if (name.Length == 0) return 0;
        var id = IdOfChannel(name);
        if (id > 0) _namedChannels.Add(id);
        return id;
    }

    private int IdOfChannel(string name)
    {
        if (_channels.TryGetValue(name, out var id)) return id;
        id = _channels.Count == 0 ? 1 : _channels.Values.Max() + 1;
        if (id > MostChannels) return 0;
        _channels[name] = id;
        _newChannels.Add(new Channel { Id = id, Name = name, FirstImportId = _import.Id });
        return id;
    }

    /// <summary>Writes what is new, and what the import says of the products that it names. Nobody sees it before the import is committed.</summary>
    internal async Task WriteAsync(CancellationToken cancel)
    {
        var bulk = _db.BulkWriter();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancel);
        await bulk.InsertAsync(Channels, _newChannels, cancel);
        await bulk.InsertAsync(ChannelUse.Table, [.. _namedChannels.Select(channel => (channel, _import.Id))], cancel);
        await bulk.InsertAsync(
            new BulkTable<Entry>("product", ["id", "shop_id", "first_import_id", "code", .. ProductAttribute.Columns], (product, row) =>
            {
                row.Int(product.Id);
                row.Int(_import.ShopId);
                row.Big(_import.Id);
                row.Text(product.Code);
                ProductAttribute.Write(product.Told(), row);
            }),
            [.. _named.Where(product => product.IsNew)], cancel);
        await bulk.InsertAsync(
            new BulkTable<Entry>("product_statement", ["product_id", "import_id", "told"], (product, row) =>
            {
                row.Int(product.Id);
                row.Big(_import.Id);
                row.Text(product.Told().Write());
            }),
            _named, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static readonly BulkTable<Channel> Channels = new("channel", ["id", "name", "first_import_id"], (channel, row) =>
    {
        row.Int(channel.Id);
        row.Text(channel.Name);
        row.Big(channel.FirstImportId);
    });
}
