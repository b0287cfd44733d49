using System.Text.Json;
using Huitou.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Flows.Views;

/// <summary>
/// A way to look at the list of customers that somebody named: filter, columns and order. It holds no search, for that names a person, and a view
/// outlives them.
/// </summary>
public sealed class CustomerView
{
    public const int MostName = 60;

    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Whose alone it is, as the audit names them; empty for everybody's.</summary>
    public required string Holder { get; set; }

    /// <summary>The holder where they are a user: their views go with them.</summary>
    public long? UserId { get; set; }

    /// <summary>Who made it.</summary>
    public required string Maker { get; set; }

    /// <summary>The filter as the API's parameters, as JSON.</summary>
    public required string Filter { get; set; }

    public required string Sort { get; set; }

    /// <summary>A period that moves along with the day; null where the filter's days, if any, are fixed.</summary>
    public ViewPeriod? Period { get; set; }

    /// <summary>Keys of the columns with commas between them; null for the usual ones.</summary>
    public string? Columns { get; set; }

    /// <summary>The shops that who made it saw; null for all. Everybody's views are shown to those who see as much.</summary>
    public int[]? Shops { get; set; }

    /// <summary>Counts the changes: who changes it must have seen the last one.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset ChangedAt { get; set; }

    internal bool IsShared => Holder.Length == 0;

    internal Dictionary<string, string> FilterWords
    {
        get => JsonSerializer.Deserialize<Dictionary<string, string>>(Filter) ?? [];
        set => Filter = JsonSerializer.Serialize(value);
    }

    internal static void Map(EntityTypeBuilder<CustomerView> e)
    {
        e.ToTable("customer_view");
        e.Property(v => v.Name).HasMaxLength(MostName);
        e.Property(v => v.Holder).HasMaxLength(100);
        e.Property(v => v.Maker).HasMaxLength(100);
        e.Property(v => v.Filter).HasMaxLength(4_000);
        e.Property(v => v.Sort).HasMaxLength(20);
        e.Property(v => v.Period).HasConversion<string>().HasMaxLength(12);
        e.Property(v => v.Columns).HasMaxLength(1_000);
        e.Property(v => v.Version).IsConcurrencyToken();
        e.Ignore(v => v.IsShared).Ignore(v => v.FilterWords);
        e.HasIndex(v => v.Holder);
        e.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
