using System.Text.Encodings.Web;
using System.Text.Json;
using Huitou.Connect;
using Huitou.Connect.Regions;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>To whom and where one version of an order went. Most orders of some platforms have none, so it is no part of the order's own row.</summary>
public sealed class OrderReceiver
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public long OrderId { get; set; }

    /// <summary>Country, or province in China; empty, as city and district, when unknown.</summary>
    public string Region { get; set; } = "";

    public string City { get; set; } = "";

    public string District { get; set; } = "";

    /// <summary>Name, phone and address, sealed as one; empty where none is told, or the buyer was erased.</summary>
    public string Sealed { get; set; } = "";

    internal const string SealedKind = "receiver";

    internal static void Map(EntityTypeBuilder<OrderReceiver> e)
    {
        e.ToTable("order_receiver");
        e.HasKey(r => r.OrderId);
        e.Property(r => r.OrderId).ValueGeneratedNever();
        e.Property(r => r.Region).HasMaxLength(100);
        e.Property(r => r.City).HasMaxLength(100);
        e.Property(r => r.District).HasMaxLength(100);
    }

    internal static OrderReceiver Of(Vault vault, long orderId, SourceReceiver told) => new()
    {
        OrderId = orderId, Region = told.Place.Region, City = told.Place.City, District = told.Place.District,
        Sealed = told.IsPersonal ? vault.Seal(JsonSerializer.Serialize(new[] { told.Name, told.Phone, told.Address }, Json), SealedKind, orderId) : "",
    };

    /// <summary>As its source told it.</summary>
    internal SourceReceiver Opened(Vault vault)
    {
        var place = new PlaceName(Region, City, District);
        if (Sealed.Length == 0) return new("", "", "", place);
        var told = JsonSerializer.Deserialize<string[]>(vault.Open(Sealed, SealedKind, OrderId))!;
        return new(told[0], told[1], told[2], place);
    }

    /// <summary>Where visible heads went, by the head's id; those of which nobody tells it are not here.</summary>
    internal static async Task<Dictionary<long, SourceReceiver>> ReadAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> orders, CancellationToken cancel)
    {
        long[] ids = [.. orders];
        var receivers = await db.OrderReceivers.AsNoTracking().Where(receiver => EF.Parameter(ids).Contains(receiver.OrderId)).ToListAsync(cancel);
        return receivers.ToDictionary(receiver => receiver.OrderId, receiver => receiver.Opened(vault));
    }
}
