using Huitou.Connect;
using Huitou.Connect.Regions;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>
/// The buyers of one import: from the names that its source gives them to evidence nodes, and so to customers. Who was not known before
/// becomes a customer. What the import says of a buyer is kept here and written as one statement at the end.
/// </summary>
internal sealed class BuyerBook
{
    private const int RowsAtOnce = 5_000;

    /// <summary>The most addresses of a buyer that are kept of one import: an id with more is a desk that orders for many.</summary>
    private const int MostAddresses = 20;

    private readonly HuitouDb _db;
    private readonly Import _import;
    private readonly Vault _vault;
    private readonly BuyerNames _names;
    private readonly Buyer[] _buyers;
    private readonly List<Consent> _consents = [];

    private BuyerBook(HuitouDb db, Import import, Vault vault, BuyerNames names) =>
        (_db, _import, _vault, _names, _buyers) = (db, import, vault, names, names.Sorted(vault));

    /// <summary>Identifies all who are named; those in no database yet get their ids, but are not written.</summary>
    internal static async Task<BuyerBook> OpenAsync(HuitouDb db, Import import, Vault vault, BuyerNames names, CancellationToken cancel)
    {
        var book = new BuyerBook(db, import, vault, names);
        if (await db.EvidenceNodes.AnyAsync(cancel))
            foreach (var buyers in book._buyers.Chunk(RowsAtOnce))
                foreach (var kind in buyers.GroupBy(buyer => buyer.Name.Kind)) await book.FindAsync(kind.Key, [.. kind], cancel);
        var ids = await NextIds.AboveAsync(db, cancel, "evidence_node");
        foreach (var buyer in book._buyers.Where(buyer => buyer.NodeId == 0))
        {
            buyer.NodeId = buyer.CustomerId = ids.Next();
            buyer.IsNew = true;
        }
        return book;
    }

    /// <summary>Before the number of a shop whose own ids are meant.</summary>
    internal const string ShopScope = "shop:";

    internal static string ScopeOf(int shopId) => $"{ShopScope}{shopId}";

    internal long CustomersNew { get; private set; }

    /// <summary>Customers that were there before and of whom the import brings something new.</summary>
    internal long CustomersTouched { get; private set; }

    private async Task FindAsync(EvidenceKind kind, List<Buyer> buyers, CancellationToken cancel)
    {
        var named = buyers.ToDictionary(buyer => BlindChain.Text(buyer.Blind));
        var (scope, values) = (ScopeOf(kind), named.Keys.ToArray());
        var found = await _db.EvidenceNodes.Where(n => n.Scope == scope && n.Kind == kind && EF.Parameter(values).Contains(n.Value))
            .Select(n => new { n.Id, n.Value, n.CustomerId }).ToListAsync(cancel);
        foreach (var node in found) (named[node.Value].NodeId, named[node.Value].CustomerId) = (node.Id, node.CustomerId);
    }

    private string ScopeOf(EvidenceKind kind) => kind == EvidenceKind.SourceId ? ScopeOf(_import.ShopId) : "";

    private long SeedOf(Buyer buyer) => StableHash.Of($"{ScopeOf(buyer.Name.Kind)}\n{BlindChain.Text(buyer.Blind)}");

    /// <summary>The buyer that something taken in names.</summary>
    internal Buyer Of(in SourceBuyer named)
    {
        var buyer = _names.Of(named);
        if (buyer.IsNamed) return buyer;
        buyer.IsNamed = true;
        if (buyer.IsNew) CustomersNew++;
        return buyer;
    }

    /// <summary>The evidence node of a buyer; null for nobody.</summary>
    internal long? NodeOf(in SourceBuyer buyer) => buyer.IsNobody ? null : Of(buyer).NodeId;

    /// <summary>Takes in what something of that time says of its buyer, <paramref name="named"/> there.</summary>
    internal void Describe(Buyer buyer, in SourceBuyer named, string name, in PlaceName place, long at)
    {
        buyer.FullName = buyer.FullName.OrName(name, at);
        (buyer.Region, buyer.City, buyer.District) = (buyer.Region.Or(place.Region, at), buyer.City.Or(place.City, at), buyer.District.Or(place.District, at));
        if (named.Phone is { } phone && (named.Id ?? named.Email) is not null) Tell(buyer, BuyerAttribute.Phone, phone, at);
        if (named.Email is { } email && named.Id is not null) Tell(buyer, BuyerAttribute.Email, email, at);
        if (named.Masks is { } masks)
            foreach (var shown in ShownValue.Of(masks)) Tell(buyer, shown.Attribute, shown.Text, at);
        if (named.Ids is null) return;
        foreach (var carried in IdsOf(named)) Tell(buyer, carried.Attribute, carried.Text, at);
    }

    /// <summary>What else a source says that a buyer carries.</summary>
    internal IEnumerable<CarriedValue> IdsOf(SourceBuyer named) => CarriedIds.Of(named, ScopeOf(_import.ShopId));

    /// <summary>Takes in an attribute besides name and place.</summary>
    internal static void Tell(Buyer buyer, string attribute, string text, long at)
    {
        if (text.Length == 0) return;
        if (attribute == BuyerAttribute.Address) Keep(buyer, new(text, at));
        (buyer.More ??= new Told()).Tell(attribute, text, at);
        if (BuyerAttribute.Carried(attribute) is { } carried) (buyer.Carries ??= []).Add(carried with { Text = text });
    }

    /// <summary>A statement tells the newest address as such; whichever is told besides is not lost over it.</summary>
    private static void Keep(Buyer buyer, DatedText address)
    {
        if (buyer.More?[BuyerAttribute.Address] is { Text.Length: > 0 } newest && newest.Text != address.Text) (buyer.Addresses ??= []).AddRange([newest, address]);
    }

    /// <summary>Counts a customer of whom something new came in.</summary>
    internal void Touch(Buyer buyer)
    {
        if (buyer.IsTouched || buyer.IsNew) return;
        buyer.IsTouched = true;
        CustomersTouched++;
    }

    /// <summary>Notes an agreement or a refusal, written with the rest.</summary>
    internal void Agree(Buyer buyer, ConsentChannel channel, bool isGiven, DateTimeOffset at, string proof)
    {
        _consents.Add(new Consent
        {
            Scope = ScopeOf(buyer.Name.Kind), Kind = buyer.Name.Kind, Value = BlindChain.Text(buyer.Blind), Channel = channel, Purpose = ConsentPurpose.Marketing, IsGiven = isGiven, ImportId = _import.Id, At = at,
            Proof = _vault.SealSome(proof, Consent.SealedProof, Consent.OwnerOf(at)),
        });
    }

    /// <summary>Writes the new customers and all statements, in short transactions. Nobody sees them before the import is committed.</summary>
    internal async Task WriteAsync(CancellationToken cancel)
    {
        var bulk = _db.BulkWriter();
        foreach (var buyers in _buyers.Where(buyer => buyer.IsNamed).Chunk(RowsAtOnce))
        {
            var created = buyers.Where(buyer => buyer.IsNew).ToList();
            await using var transaction = await _db.Database.BeginTransactionAsync(cancel);
            await bulk.InsertAsync(Customers(), created, cancel);
            await bulk.InsertAsync(Nodes(), created, cancel);
            await bulk.InsertAsync(BuyerStatement.Table, [.. buyers.Select(StatementOf)], cancel);
            await bulk.InsertAsync(EvidenceClaim.Table, [.. buyers.SelectMany(Claims)], cancel);
            await transaction.CommitAsync(cancel);
        }
        foreach (var consents in _consents.DistinctBy(c => (c.Name, c.Channel, c.IsGiven)).Chunk(RowsAtOnce)) await bulk.InsertAsync(Consent.Table, consents, cancel);
    }

    private IEnumerable<EvidenceClaim> Claims(Buyer buyer)
    {
        var named = buyer.Name.Kind == EvidenceKind.SourceId ? [] : new[] { new CarriedValue(buyer.Name.Kind, "", buyer.Name.Value) };
        return named.Concat(buyer.Carries ?? []).Select(carried => new EvidenceClaim
        {
            NodeId = buyer.NodeId, Kind = carried.Kind, Scope = carried.Scope, Value = carried.Blind(_vault), ImportId = _import.Id,
        });
    }

    private BulkTable<Buyer> Customers() => new("customer", ["id", "stable_seed", "first_import_id", "created_at", .. Described], (buyer, row) =>
    {
        row.Big(buyer.CustomerId);
        row.Big(SeedOf(buyer));
        row.Big(_import.Id);
        row.Big(_import.StartedAt.ToUnixTimeMilliseconds());
        WriteDescription(buyer.FullName, buyer.Region, buyer.City, row);
    });

    private BulkTable<Buyer> Nodes() => new("evidence_node", ["id", "kind", "scope", "value", "sealed", "seed", "customer_id"], (buyer, row) =>
    {
        var name = buyer.Name;
        row.Big(buyer.NodeId);
        row.Small((int)name.Kind);
        row.Text(ScopeOf(name.Kind));
        row.Text(BlindChain.Text(buyer.Blind));
        row.Text(_vault.Seal(name.Value, name.Attribute, buyer.NodeId));
        row.Big(SeedOf(buyer));
        row.Big(buyer.CustomerId);
    });

    private BuyerStatement StatementOf(Buyer buyer) => new()
    {
        NodeId = buyer.NodeId, ImportId = _import.Id, Name = buyer.FullName.Text, NameAt = buyer.FullName.At, Region = buyer.Region.Text,
        RegionAt = buyer.Region.At, City = buyer.City.Text, CityAt = buyer.City.At,
        More = MoreOf(buyer)?.With((attribute, text) => BuyerAttribute.IsSealed(attribute) ? _vault.Seal(text, attribute, buyer.NodeId) : text).Write(),
    };

    private static Told? MoreOf(Buyer buyer)
    {
        if (buyer.District.Text.Length == 0 && buyer.Addresses is null) return buyer.More;
        var more = buyer.More ?? new Told();
        more.Tell(BuyerAttribute.District, buyer.District.Text, buyer.District.At);
        var newest = more[BuyerAttribute.Address].Text;
        var further = (buyer.Addresses ?? []).Where(address => address.Text != newest).GroupBy(address => address.Text, (text, told) => new DatedText(text, told.Max(one => one.At)))
            .OrderByDescending(address => address.At).ThenByDescending(address => address.Text, StringComparer.Ordinal).Take(MostAddresses - 1);
        foreach (var (place, address) in further.Index()) more.Tell(BuyerAttribute.AddressOf(place + 2), address.Text, address.At);
        return more;
    }

    internal static readonly string[] Described = ["name", "name_at", "region", "region_at", "city", "city_at"];

    internal static void WriteDescription(DatedText name, DatedText region, DatedText city, IBulkRow row)
    {
        row.Text(name.Text);
        row.Big(name.At);
        row.Text(region.Text);
        row.Big(region.At);
        row.Text(city.Text);
        row.Big(city.At);
    }
}
