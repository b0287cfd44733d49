using System.Text.Json;

namespace Huitou.Connect;

/// <summary>What a column of a file can mean.</summary>
public enum Field
{
    OrderNo,
    PaidAt,
    CreatedAt,
    ModifiedAt,
    Buyer,
    BuyerName,
    Region,
    City,
    Channel,
    ProductCode,
    ProductName,
    Category,
    Quantity,
    UnitPrice,
    LineAmount,
    LineDiscount,
    OrderAmount,
    RefundAmount,
    RefundedAt,
    Status,
}

/// <summary>Words in the two languages of the pages.</summary>
public sealed record Words(string Zh, string En)
{
    public string In(string language) => language == "zh" ? Zh : En;
}

/// <summary>What pages, docs and the mapping say of a field.</summary>
/// <param name="Key">Its name in the API: the field in camelCase.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Required">Nothing can be imported without it (or, where the hint says so, its alternative).</param>
/// <param name="Hint">What belongs in it.</param>
public sealed record FieldInfo(string Key, Words Name, bool Required, Words Hint);

/// <summary>The fields in the order in which pages show them.</summary>
public static class Fields
{
    private static readonly Field[] Every = Enum.GetValues<Field>();
    private static readonly string[] Keys = [.. Every.Select(f => JsonNamingPolicy.CamelCase.ConvertName(f.ToString()))];

    public static string Key(Field field) => Keys[(int)field];

    public static bool TryParse(string key, out Field field)
    {
        var at = Array.IndexOf(Keys, key);
        field = (Field)Math.Max(at, 0);
        return at >= 0;
    }

    public static IReadOnlyList<FieldInfo> All { get; } = [.. Every.Select(Info)];

    private static FieldInfo Info(Field field)
    {
        var (zh, en, hintZh, hintEn) = field switch
        {
            Field.OrderNo => ("订单编号", "Order no.", "同一订单的各行写同一个编号", "The same on each line of an order"),
            Field.PaidAt => ("付款时间", "Paid at", "没有付款时间时可用下单时间代替；单元格为空表示未付款", "Or map the created time instead; an empty cell means unpaid"),
            Field.CreatedAt => ("下单时间", "Created at", "未对应付款时间时按已付款处理", "Counts as paid when no paid time is mapped"),
            Field.ModifiedAt => ("修改时间", "Modified at", "决定哪个版本更新", "Decides which version of an order is newer"),
            Field.Buyer => ("买家ID", "Buyer id", "平台给买家的编号；为空则为匿名订单", "The source's own id of the buyer; empty makes the order anonymous"),
            Field.BuyerName => ("买家姓名", "Buyer name", "页面上会打码显示", "Masked on pages"),
            Field.Region => ("地区", "Region", "省份或国家", "Province or country"),
            Field.City => ("城市", "City", "", ""),
            Field.Channel => ("渠道", "Channel", "下单的地方，如直播、搜索", "Where the order was placed"),
            Field.ProductCode => ("商品编码", "Product code", "为空时用商品名称代替", "The product's name serves where it is empty"),
            Field.ProductName => ("商品名称", "Product name", "", ""),
            Field.Category => ("类目", "Category", "各级用 / 分开", "Steps of the path parted by /"),
            Field.Quantity => ("数量", "Quantity", "大于 0 的整数；未对应时按 1", "A whole number above 0; 1 when not mapped"),
            Field.UnitPrice => ("单价", "Unit price", "单价与行金额至少对应一个", "Map this, the line amount, or both"),
            Field.LineAmount => ("行金额", "Line amount", "该行折扣后实付；未对应时为 单价×数量−优惠", "Paid for the line after its discount; else unit price × quantity − discount"),
            Field.LineDiscount => ("行优惠", "Line discount", "该行优惠金额", "Taken off the line"),
            Field.OrderAmount => ("订单金额", "Order amount", "整单实付，每行重复；未对应时为各行之和", "Paid for the whole order, repeated on each line; else the sum of its lines"),
            Field.RefundAmount => ("退款金额", "Refund amount", "该行退款", "Given back for the line"),
            Field.RefundedAt => ("退款时间", "Refunded at", "为空时按付款时间", "The paid time where empty"),
            Field.Status => ("订单状态", "Status", "已关闭、未付款的订单不计销售", "Closed and unpaid orders are no sales"),
        };
        var required = field is Field.OrderNo or Field.PaidAt or Field.UnitPrice;
        return new FieldInfo(Key(field), new Words(zh, en), required, new Words(hintZh, hintEn));
    }
}
