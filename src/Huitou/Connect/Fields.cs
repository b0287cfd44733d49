using System.Text.Json;

namespace Huitou.Connect;

/// <summary>What pages, docs and the mapping say of a field.</summary>
/// <param name="Key">Its name in the API: the field in camelCase.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Hint">What belongs in it.</param>
/// <param name="Kinds">The kinds of files that have it.</param>
/// <param name="RequiredBy">The kinds that cannot be imported without it (or, where the hint says so, its alternative).</param>
public sealed record FieldInfo(string Key, Words Name, Words Hint, IReadOnlyList<FileKind> Kinds, IReadOnlyList<FileKind> RequiredBy);

/// <summary>The fields: which kinds of files have them, and which of them a kind cannot do without.</summary>
public static class Fields
{
    private static readonly Field[] Every = Enum.GetValues<Field>();
    private static readonly string[] Keys = [.. Every.Select(f => JsonNamingPolicy.CamelCase.ConvertName(f.ToString()))];

    /// <summary>To whom and where an order went. No import needs them.</summary>
    internal static readonly Field[] OfReceiver =
        [Field.ReceiverName, Field.ReceiverPhone, Field.ReceiverRegion, Field.ReceiverCity, Field.ReceiverDistrict, Field.ReceiverAddress];

    public static string Key(Field field) => Keys[(int)field];

    public static bool TryParse(string key, out Field field)
    {
        var at = Array.IndexOf(Keys, key);
        field = (Field)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>In the order in which pages show them.</summary>
    public static IReadOnlyList<FieldInfo> All { get; } = [.. Every.Select(Info)];

    /// <summary>By which a buyer is known again.</summary>
    internal static readonly Field[] Naming =
        [Field.Buyer, Field.Phone, Field.Email, Field.Account, Field.Card, Field.UnionId, Field.OpenId, Field.Omid, Field.PlatformNickname];

    /// <summary>The fields of a kind, in the order in which pages show them.</summary>
    public static IReadOnlyList<Field> Of(FileKind kind) => kind switch
    {
        FileKind.Orders =>
        [
            Field.OrderNo, Field.PaidAt, Field.CreatedAt, Field.ModifiedAt, Field.Buyer, Field.Phone, Field.Email, Field.Account, Field.Card, Field.UnionId, Field.OpenId, Field.Omid, Field.PlatformNickname, Field.Platform, Field.BuyerName,
            Field.Region, Field.City, Field.District, Field.Channel, Field.ProductCode, Field.ProductName, Field.Category, Field.Quantity, Field.UnitPrice,
            Field.LineAmount, Field.LineDiscount, Field.OrderAmount, Field.AlsoPaid, Field.DueAmount, Field.RefundAmount, Field.RefundedAt,
            Field.Status, Field.AfterSales, Field.CancelledAt, Field.IsTest, Field.Marks, Field.Currency,
            Field.OriginalCurrency, Field.OriginalAmount, Field.Rate, .. OfReceiver,
        ],
        FileKind.OrderDetails =>
        [
            Field.OrderNo, Field.ModifiedAt, Field.ProductCode, Field.ProductName, Field.Category, Field.Quantity, Field.UnitPrice,
            Field.LineAmount, Field.LineDiscount, Field.RefundAmount, Field.RefundedAt, Field.AfterSales,
        ],
        FileKind.Customers =>
        [
            Field.Buyer, Field.Phone, Field.Email, Field.Account, Field.Card, Field.UnionId, Field.OpenId, Field.Omid, Field.PlatformNickname, Field.Platform, Field.BuyerName, Field.LastName, Field.Gender, Field.Birthday,
            Field.Region, Field.City, Field.District, Field.Address, Field.Tags, Field.JoinedAt, Field.ModifiedAt, Field.SmsConsent, Field.EmailConsent, Field.ConsentAt, Field.ConsentProof,
        ],
        FileKind.Products =>
        [
            Field.ProductCode, Field.ProductName, Field.Category, Field.Brand, Field.Season, Field.Style, Field.ListPrice, Field.UnitCost,
            Field.LaunchedOn, Field.ModifiedAt,
        ],
        FileKind.Costs => [Field.OrderNo, Field.GoodsCost, Field.FreightCost, Field.FeeCost, Field.ServiceCost, Field.ModifiedAt],
        FileKind.Touches =>
        [
            Field.TouchId, Field.TouchKind, Field.TouchedAt, Field.Buyer, Field.Phone, Field.Email, Field.Account, Field.OrderNo, Field.ProductCode,
            Field.Channel, Field.Staff, Field.Rating, Field.Comment, Field.ModifiedAt,
        ],
        FileKind.Visitors => [Field.Day, Field.Visitors, Field.Channel, Field.ModifiedAt],
        FileKind.Buyers => [Field.OrderNo, Field.Buyer, Field.Phone, Field.Email, Field.Account, Field.Card, Field.UnionId, Field.OpenId, Field.Omid, Field.PlatformNickname, Field.Platform, Field.BuyerName, Field.ModifiedAt],
    };

    /// <summary>What a kind cannot do without; of each group one field will do.</summary>
    internal static Field[][] Needed(FileKind kind) => kind switch
    {
        FileKind.Orders => [[Field.OrderNo], [Field.PaidAt, Field.CreatedAt], [Field.UnitPrice, Field.LineAmount, Field.OrderAmount]],
        FileKind.OrderDetails => [[Field.OrderNo], [Field.UnitPrice, Field.LineAmount]],
        FileKind.Customers => [[Field.Buyer, Field.Phone, Field.Email, Field.Account]],
        FileKind.Products => [[Field.ProductCode]],
        FileKind.Costs => [[Field.OrderNo], [Field.GoodsCost, Field.FreightCost, Field.FeeCost, Field.ServiceCost]],
        FileKind.Touches => [[Field.TouchKind], [Field.TouchedAt], [Field.Buyer, Field.Phone, Field.Email, Field.Account, Field.OrderNo]],
        FileKind.Visitors => [[Field.Day], [Field.Visitors]],
        FileKind.Buyers => [[Field.OrderNo], [Field.Buyer, Field.Phone, Field.Email, Field.Account]],
    };

    /// <summary>The keys of the fields that a kind cannot do without and that no column gives.</summary>
    public static IReadOnlyList<string> Missing(FileKind kind, IReadOnlyDictionary<string, string> columns) =>
        [.. Needed(kind).Where(group => !group.Any(field => columns.ContainsKey(Key(field)))).Select(group => Key(group[0]))];

    private static FieldInfo Info(Field field)
    {
        var (name, hint) = FieldWords.Of(field);
        var kinds = Enum.GetValues<FileKind>();
        return new FieldInfo(
            Key(field), name, hint, [.. kinds.Where(kind => Of(kind).Contains(field))],
            [.. kinds.Where(kind => Needed(kind).Any(group => group[0] == field))]);
    }
}
