using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>What is sold, as a shop's code names it. All but the code follows from the statements of the committed imports.</summary>
public sealed class Product
{
    public int Id { get; set; }

    public int ShopId { get; set; }

    public required string Code { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Path in the catalogue, steps joined by " / "; empty when unknown.</summary>
    public string Category { get; set; } = "";

    public string Brand { get; set; } = "";

    public string Season { get; set; } = "";

    public string Style { get; set; } = "";

    /// <summary>In 1/10,000 of the currency's unit; null when unknown.</summary>
    public long? ListPrice { get; set; }

    /// <summary>In 1/10,000 of the currency's unit; null when unknown.</summary>
    public long? UnitCost { get; set; }

    /// <summary>As <see cref="Engine.CivilDay"/> counts; null when unknown.</summary>
    public int? LaunchDay { get; set; }

    /// <summary>The newest that is said of each attribute, with its time, as JSON: an older source changes nothing.</summary>
    public string Told { get; set; } = "";

    /// <summary>The import that first named it.</summary>
    public long FirstImportId { get; set; }

    internal static void Map(EntityTypeBuilder<Product> e)
    {
        e.ToTable("product");
        e.Property(p => p.Id).ValueGeneratedNever();
        e.Property(p => p.Code).HasMaxLength(100);
        e.Property(p => p.Name).HasMaxLength(300);
        e.Property(p => p.Category).HasMaxLength(300);
        e.Property(p => p.Brand).HasMaxLength(100);
        e.Property(p => p.Season).HasMaxLength(100);
        e.Property(p => p.Style).HasMaxLength(100);
        e.HasIndex(p => new { p.ShopId, p.Code }).IsUnique();
    }
}

/// <summary>What one import says of a product, and that it names it at all.</summary>
public sealed class ProductStatement
{
    public int ProductId { get; set; }

    public long ImportId { get; set; }

    /// <summary>Attribute by attribute with its time, as JSON.</summary>
    public string Told { get; set; } = "";

    internal static void Map(EntityTypeBuilder<ProductStatement> e)
    {
        e.ToTable("product_statement");
        e.HasKey(s => new { s.ProductId, s.ImportId });
        e.HasIndex(s => s.ImportId);
    }
}

/// <summary>The attributes of products, and the columns they fill.</summary>
internal static class ProductAttribute
{
    internal const string Name = "name";
    internal const string Category = "category";
    internal const string Brand = "brand";
    internal const string Season = "season";
    internal const string Style = "style";
    internal const string ListPrice = "listPrice";
    internal const string UnitCost = "unitCost";
    internal const string LaunchDay = "launchDay";

    internal static readonly string[] Columns = ["name", "category", "brand", "season", "style", "list_price", "unit_cost", "launch_day", "told"];

    internal static void Write(Told told, IBulkRow row)
    {
        row.Text(told[Name].Text);
        row.Text(told[Category].Text);
        row.Text(told[Brand].Text);
        row.Text(told[Season].Text);
        row.Text(told[Style].Text);
        row.Big(Number(told[ListPrice]));
        row.Big(Number(told[UnitCost]));
        row.Int((int?)Number(told[LaunchDay]));
        row.Text(told.Write());
    }

    private static long? Number(DatedText told) =>
        told.Text.Length == 0 ? null : long.Parse(told.Text, System.Globalization.CultureInfo.InvariantCulture);
}
