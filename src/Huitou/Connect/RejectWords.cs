namespace Huitou.Connect;

/// <summary>What people read where a row was rejected: the one table of the reasons' words.</summary>
public static class RejectWords
{
    public static Words Of(RejectReason reason) => reason switch
    {
        RejectReason.MissingOrderNo => new("缺少订单编号", "No order number"),
        RejectReason.MissingTime => new("缺少时间", "No time"),
        RejectReason.BadTime => new("无法识别的时间", "This is no date or time"),
        RejectReason.TimeOutOfRange => new("时间早于 1990 年或在未来", "The time is before 1990 or in the future"),
        RejectReason.MissingQuantity => new("缺少数量", "No quantity"),
        RejectReason.BadQuantity => new("数量不是整数", "The quantity is no whole number"),
        RejectReason.MissingPrice => new("缺少单价和金额", "Neither price nor amount is given"),
        RejectReason.BadPrice => new("无法识别的单价", "The unit price is no number"),
        RejectReason.BadAmount => new("金额无法识别或为负数", "The amount is no number, or below zero"),
        RejectReason.AmountTooLarge => new("金额过大", "The amount is too large"),
        RejectReason.ValueTooLong => new("内容过长", "The value is too long"),
        RejectReason.WrongFieldCount => new("该行的列数多于表头", "The row has more cells than the header"),
        RejectReason.BrokenQuote => new("引号没有闭合", "A quotation mark is not closed"),
        RejectReason.BadCharacter => new("含有这个编码里没有的字符", "A character that this encoding does not have"),
        RejectReason.NegativeQuantity => new("非退货单里数量为零或负数", "Zero or negative quantity outside a return"),
        RejectReason.NegativePrice => new("单价为负数", "The unit price is below zero"),
        RejectReason.ConflictingRows => new("多行写的是同一件事却互相矛盾", "Rows of the same thing contradict each other"),
        RejectReason.ConflictingBuyer => new("同一订单有不同的买家", "Rows of one order name different buyers"),
        RejectReason.MissingBuyer => new("没有买家 ID、手机号或邮箱", "Neither buyer id, phone nor e-mail is given"),
        RejectReason.MissingKey => new("缺少必填内容", "A required value is missing"),
        RejectReason.BadValue => new("无法识别的内容", "The value cannot be read"),
        RejectReason.UnknownWord => new("不认识的词", "This word is not known here"),
        RejectReason.UnknownCurrency => new("未知的币种", "There is no such currency"),
        RejectReason.NoRate => new("没有当日汇率，请先在设置中添加", "There is no exchange rate for that day; add one in the settings"),
        RejectReason.MissingProof => new("同意需要凭证", "A consent needs its proof"),
        RejectReason.MaskedValue => new("打码的号码不能识别买家", "A masked number identifies nobody"),
        RejectReason.LostDigits => new("编号被表格软件改成了科学计数法，末几位已丢失；请重新导出，或把该列设为文本", "A spreadsheet rounded this number and its last digits are gone; export it again, or keep the column as text"),
        RejectReason.ErasedPerson => new("此人的资料已按要求清除，不再接收", "This person was erased and is not taken in again"),
        RejectReason.Oaid => new("OAID 每单不同，不能识别买家；请改用买家 ID、ouid 或 omid", "An oaid differs from order to order and identifies nobody; give the buyer's id, ouid or omid instead"),
        RejectReason.OtherRowRejected => new("同一订单的另一行未被接受，整单一起退回", "Another row of this order was rejected; an order is taken whole or not at all"),
    };

    internal static readonly Words Line = new("行号", "Line");
    internal static readonly Words Column = new("列", "Column");
    internal static readonly Words Reason = new("原因", "Reason");
}
