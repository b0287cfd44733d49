using System.Data.Common;
using System.Text.Json;
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

    internal const string Columns = "s.name, s.name_at, s.region, s.region_at, s.city, s.city_at, s.more";

    internal static BuyerDescription Read(DbDataReader row, int first) => new()
    {
        Name = new DatedText(row.GetString(first), row.GetInt64(first + 1)),
        Region = new DatedText(row.GetString(first + 2), row.GetInt64(first + 3)),
        City = new DatedText(row.GetString(first + 4), row.GetInt64(first + 5)),
        More = row.IsDBNull(first + 6) ? null : BuyerDescription.ReadMore(row.GetString(first + 6)),
    };
}

/// <summary>What is said of a buyer, each thing with its time.</summary>
internal sealed class BuyerDescription
{
    internal DatedText Name { get; set; } = DatedText.None;

    internal DatedText Region { get; set; } = DatedText.None;

    internal DatedText City { get; set; } = DatedText.None;

    /// <summary>Attributes that few buyers have; null while there are none.</summary>
    internal SortedDictionary<string, DatedText>? More { get; set; }

    internal void Tell(string attribute, string text, long at)
    {
        if (text.Length == 0) return;
        More ??= new(StringComparer.Ordinal);
        More[attribute] = More.GetValueOrDefault(attribute, DatedText.None).Or(text, at);
    }

    /// <summary>Takes in another description: of each thing the newer is kept.</summary>
    internal void Take(BuyerDescription other)
    {
        Name = Name.Or(other.Name.Text, other.Name.At);
        Region = Region.Or(other.Region.Text, other.Region.At);
        City = City.Or(other.City.Text, other.City.At);
        foreach (var (attribute, told) in other.More ?? []) Tell(attribute, told.Text, told.At);
    }

    internal string? WriteMore() =>
        More is null ? null : JsonSerializer.Serialize(More.ToDictionary(told => told.Key, told => new object[] { told.Value.Text, told.Value.At }));

    internal static SortedDictionary<string, DatedText> ReadMore(string json)
    {
        var more = new SortedDictionary<string, DatedText>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        foreach (var told in document.RootElement.EnumerateObject())
            more[told.Name] = new DatedText(told.Value[0].GetString()!, told.Value[1].GetInt64());
        return more;
    }
}
