using System.Runtime.InteropServices;
using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Customers;

/// <summary>The name under which a buyer goes: the source's id where there is one, else an address, which any source may give.</summary>
internal readonly record struct BuyerName(EvidenceKind Kind, string Value)
{
    internal static BuyerName Of(in SourceBuyer buyer)
    {
        if (buyer.Id is { } id) return new(EvidenceKind.SourceId, id);
        return buyer.Email is { } email ? new(EvidenceKind.Email, email) : new(EvidenceKind.Phone, buyer.Phone!);
    }

    internal string Attribute => BuyerAttribute.Of(Kind);
}

/// <summary>A buyer and what an import says of them.</summary>
internal sealed class Buyer(BuyerName name)
{
    internal BuyerName Name => name;

    /// <summary>The blind index of the name.</summary>
    internal UInt128 Blind { get; set; }

    /// <summary>0 until the buyer is identified.</summary>
    internal long NodeId { get; set; }

    internal long CustomerId { get; set; }

    internal bool IsNew { get; set; }

    /// <summary>Something that is taken in names the buyer, and not only rows that are rejected for what stands beside them.</summary>
    internal bool IsNamed { get; set; }

    internal bool IsTouched { get; set; }

    internal DatedText FullName { get; set; } = DatedText.None;

    internal DatedText Region { get; set; } = DatedText.None;

    internal DatedText City { get; set; } = DatedText.None;

    /// <summary>Kept with <see cref="More"/>; here, for orders of many buyers tell it.</summary>
    internal DatedText District { get; set; } = DatedText.None;

    /// <summary>All addresses, once there are several; null while there is one or none.</summary>
    internal List<DatedText>? Addresses { get; set; }

    /// <summary>What the import says that they carry, besides what they go by; null while there is nothing.</summary>
    internal HashSet<CarriedValue>? Carries { get; set; }

    /// <summary>Attributes that few sources give; null while there are none, for there are many buyers.</summary>
    internal Told? More { get; set; }
}

/// <summary>
/// Whom a source names, gathered while it is read. With all of them at hand they are looked up and numbered in the sequence of the blind
/// indexes of their names: then rows go into the database's index side by side, which is several times as fast as here and there.
/// </summary>
internal sealed class BuyerNames
{
    private const int BlindAtOnce = 4_096;

    private readonly Dictionary<BuyerName, Buyer> _buyers = [];

    internal void Add(in SourceBuyer named)
    {
        if (named.IsNobody) return;
        var name = BuyerName.Of(named);
        ref var buyer = ref CollectionsMarshal.GetValueRefOrAddDefault(_buyers, name, out _);
        buyer ??= new Buyer(name);
    }

    /// <summary>A buyer that was added.</summary>
    internal Buyer Of(in SourceBuyer named) => _buyers[BuyerName.Of(named)];

    /// <summary>All, by kind and blind index.</summary>
    internal Buyer[] Sorted(Vault vault)
    {
        var buyers = _buyers.Values.ToArray();
        Parallel.ForEach(buyers.Chunk(BlindAtOnce), some =>
        {
            foreach (var buyer in some) buyer.Blind = vault.BlindNumber(buyer.Name.Value, buyer.Name.Attribute);
        });
        Array.Sort(buyers, (one, other) => one.Name.Kind == other.Name.Kind ? one.Blind.CompareTo(other.Blind) : one.Name.Kind.CompareTo(other.Name.Kind));
        return buyers;
    }
}
