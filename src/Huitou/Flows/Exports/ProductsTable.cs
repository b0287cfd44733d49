using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
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
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(row.Shop)),
    ];

    internal sealed record Row(Product Product, string Shop);

    protected override IQueryable<Row> After(HuitouDb db, long id) =>
        from product in db.Products
        where product.Id > id
        join shop in db.Shops on product.ShopId equals shop.Id
        orderby product.Id
        select new Row(product, shop.Name);

    protected override long IdOf(Row row) => row.Product.Id;
}
