using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers;

/// <summary>What kind of name a source gives a buyer, or of value that the buyer carries besides. The numbers are stored.</summary>
public enum EvidenceKind : byte
{
    /// <summary>The source's own id of the buyer, within its scope.</summary>
    SourceId = 1,

    /// <summary>The buyer's own phone.</summary>
    Phone = 2,

    /// <summary>The buyer's own e-mail.</summary>
    Email = 3,

    /// <summary>The firm's own member card, the same in all its shops. A person may lose one and get another.</summary>
    Card = 4,

    /// <summary>WeChat's id of a person for all apps of a firm.</summary>
    UnionId = 5,

    /// <summary>WeChat's id of a person for one app.</summary>
    OpenId = 6,

    /// <summary>A platform's id of a person for all shops of a merchant.</summary>
    Omid = 7,

    /// <summary>The name on a platform, where it is nobody else's.</summary>
    Nickname = 8,
}

/// <summary>
/// The buyer as one source names it. Orders point here and never to the customer, so that merging and taking apart move
/// no order.
/// </summary>
public sealed class EvidenceNode
{
    public long Id { get; set; }

    public EvidenceKind Kind { get; set; }

    /// <summary>Within what the value is unique: "shop:1"; empty for phones and e-mails, which are the same everywhere.</summary>
    public required string Scope { get; set; }

    /// <summary>The blind index of the name.</summary>
    public required string Value { get; set; }

    /// <summary>The name itself.</summary>
    public required string Sealed { get; set; }

    /// <summary>The stable seed of a customer that goes by this node. It stays when the blind index gets new keys.</summary>
    public long Seed { get; set; }

    public long CustomerId { get; set; }

    /// <summary>The name, opened.</summary>
    internal string Name(Vault vault) => vault.Open(Sealed, BuyerAttribute.Of(Kind), Id);

    internal static void Map(EntityTypeBuilder<EvidenceNode> e)
    {
        e.ToTable("evidence_node");
        e.Property(n => n.Id).ValueGeneratedNever();
        e.Property(n => n.Scope).HasMaxLength(64);
        e.Property(n => n.Value).HasMaxLength(32);
        e.HasIndex(n => new { n.Scope, n.Kind, n.Value }).IsUnique();
        e.HasIndex(n => n.CustomerId);
    }
}
