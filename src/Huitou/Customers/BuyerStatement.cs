using System.Data.Common;
using Huitou.Connect.Regions;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers;

/// <summary>
/// What one import says of a buyer, and that it names them at all. A customer's own columns follow from the statements of all
/// committed imports, so that taking one out leaves what the others say.
/// </summary>
public sealed class BuyerStatement
{
    public long NodeId { get; set; }

    public long ImportId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Time of what gave the name, in Unix milliseconds: only a newer one changes it. 0 while there is none.</summary>
    public long NameAt { get; set; }

    public string Region { get; set; } = "";

    public long RegionAt { get; set; }

    public string City { get; set; } = "";

    public long CityAt { get; set; }

    /// <summary>Further attributes by name as JSON, each with its time: {"phone":["…",1700000000000]}; personal ones sealed. Null where there are none.</summary>
    public string? More { get; set; }

    internal static void Map(EntityTypeBuilder<BuyerStatement> e)
    {
        e.ToTable("buyer_statement");
        e.HasKey(s => new { s.NodeId, s.ImportId });
        e.HasIndex(s => s.ImportId);
    }

    internal static readonly BulkTable<BuyerStatement> Table = new("buyer_statement", ["node_id", "import_id", .. BuyerBook.Described, "more"], (said, row) =>
    {
        row.Big(said.NodeId);
        row.Big(said.ImportId);
        BuyerBook.WriteDescription(new(said.Name, said.NameAt), new(said.Region, said.RegionAt), new(said.City, said.CityAt), row);
        row.TextOrNull(said.More);
    });

    internal const string Columns = "s.name, s.name_at, s.region, s.region_at, s.city, s.city_at, s.more";

    /// <param name="row">A row with the node's id before <see cref="Columns"/>.</param>
    /// <param name="first">Where the columns begin.</param>
    /// <param name="vault">Opens personal attributes; null leaves them out.</param>
    internal static BuyerDescription Read(DbDataReader row, int first, Vault? vault) => new()
    {
        Name = new DatedText(row.GetString(first), row.GetInt64(first + 1)),
        Region = new DatedText(row.GetString(first + 2), row.GetInt64(first + 3)),
        City = new DatedText(row.GetString(first + 4), row.GetInt64(first + 5)),
        More = vault is null || row.IsDBNull(first + 6) ? new() : Open(Told.Read(row.GetString(first + 6)), vault, row.GetInt64(first - 1)),
    };

    /// <summary>All that it says, personal attributes opened.</summary>
    internal BuyerDescription Opened(Vault vault) => new()
    {
        Name = new DatedText(Name, NameAt), Region = new DatedText(Region, RegionAt), City = new DatedText(City, CityAt),
        More = More is null ? new() : Open(Told.Read(More), vault, NodeId),
    };

    private static Told Open(Told told, Vault vault, long nodeId) =>
        told.With((attribute, text) => BuyerAttribute.IsSealed(attribute) ? vault.Open(text, attribute, nodeId) : text);
}

/// <summary>What is said of a buyer, each thing with its time.</summary>
internal sealed class BuyerDescription
{
    internal DatedText Name { get; set; } = DatedText.None;

    internal DatedText Region { get; set; } = DatedText.None;

    internal DatedText City { get; set; } = DatedText.None;

    /// <summary>Attributes that few buyers have.</summary>
    internal Told More { get; init; } = new();

    /// <summary>Name and place as a statement gives them.</summary>
    internal static BuyerDescription Of(BuyerStatement said) => new()
    {
        Name = new DatedText(said.Name, said.NameAt), Region = new DatedText(said.Region, said.RegionAt), City = new DatedText(said.City, said.CityAt),
    };

    /// <summary>The district, unless a newer city is told that is not known to have it.</summary>
    internal string District => HasDistrict(Region, City, More[BuyerAttribute.District]) ? More[BuyerAttribute.District].Text : "";

    /// <summary>Whether a district stands beside this region and city: one that an older source told may be of where somebody lived before.</summary>
    internal static bool HasDistrict(DatedText region, DatedText city, DatedText district) =>
        district.IsByHand || city.At <= district.At || PlaceNames.IsKnown(new(region.Text, city.Text, district.Text));

    /// <summary>Takes in another description: of each thing the newer is kept.</summary>
    internal void Take(BuyerDescription other)
    {
        Name = Name.OrName(other.Name.Text, other.Name.At);
        Region = Region.Or(other.Region.Text, other.Region.At);
        City = City.Or(other.City.Text, other.City.At);
        More.Take(other.More);
    }
}
