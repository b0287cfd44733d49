using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>The catalogue of all shops.</summary>
internal sealed class ProductsTable(IDbContextFactory<HuitouDb> databases)
    : StoredTable<ProductsTable.Row>(databases, "products", new Words("商品", "Products"), Permission.ReportsRead, Columns)
{
    private static readonly ExportColumn<Row>[] Columns =
    [
        new(Field.ProductCode, ExportValue.Text, (row, _) => Cell.Of(row.Product.Code)),
        new(Field.ProductName, ExportValue.Text, (row, _) => Cell.Of(row.Product.Name)),
        new(Field.Category, ExportValue.Text, (row, _) => Cell.Of(row.Product.Category)),
        new(Field.Brand, ExportValue.Text, (row, _) => Cell.Of(row.Product.Brand)),
        new(Field.Season, ExportValue.Text, (row, _) => Cell.Of(row.Product.Season)),
        new(Field.Style, ExportValue.Text, (row, _) => Cell.Of(row.Product.Style)),
        new(Field.ListPrice, ExportValue.Money, (row, _) => row.Product.ListPrice is { } price ? ExportLook.Price(price) : Cell.Empty),
        new(Field.UnitCost, ExportValue.Money, (row, _) => row.Product.UnitCost is { } cost ? ExportLook.Price(cost) : Cell.Empty),
        new(Field.LaunchedOn, ExportValue.Day, (row, _) => ExportLook.Day(row.Product.LaunchDay is { } day ? CivilDay.Of(day) : null)),
        new(Field.ModifiedAt, ExportValue.Time, (row, look) => row.ToldAt is { } at ? look.Moment(at) : Cell.Empty),
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
    ];

    internal sealed record Row(Product Product, string Shop)
    {
        /// <summary>When the newest of all that is told of it; null where nothing but its code is.</summary>
        internal long? ToldAt => Told.Read(Product.Told).All.Select(told => (long?)told.Value.At).Max();
    }

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from product in db.Products
        where product.Id > id
        join shop in db.Shops on product.ShopId equals shop.Id
        orderby product.Id
        select new Row(product, shop.Name);

    protected override long IdOf(Row row) => row.Product.Id;
}
