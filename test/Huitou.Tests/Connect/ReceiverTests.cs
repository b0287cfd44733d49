using Huitou.Connect;
using Huitou.Connect.Files;
using Huitou.Connect.Presets;
using Huitou.Connect.Regions;

namespace Huitou.Tests.Connect;

/// <summary>To whom and where orders went, as files of all layouts tell it.</summary>
public sealed class ReceiverTests
{
    private static SourceReceiver? Of(Preset preset, params (string Header, string Cell)[] told)
    {
        (string Header, string Cell)[] cells = [.. Needed(preset).Where(need => told.All(one => one.Header != need.Header)), .. told];
        string[] headers = [.. cells.Select(cell => cell.Header)];
        var reading = new FileReading { Preset = preset.Key, Columns = preset.Map(headers) };
        var parser = RowParser.Of(headers, reading, Books.In("Asia/Shanghai"));
        return Assert.IsType<SourceLine>(parser.Parse(new TextRow(2, [.. cells.Select(cell => cell.Cell)]))).Receiver;
    }

    private static IEnumerable<(string Header, string Cell)> Needed(Preset preset)
    {
        (Field Field, string Cell)[] needs =
            [(Field.OrderNo, "1"), (Field.CreatedAt, "2026-01-01 10:00:00"), (Field.OrderAmount, "5.00"), (Field.LineAmount, "5.00"), (Field.UnitPrice, "5.00"), (Field.Quantity, "1"), (Field.ProductName, "茶"), (Field.Status, "交易成功")];
        return needs.Where(need => preset.Names.ContainsKey(need.Field)).Select(need => (preset.Names[need.Field][0], preset == Shopify.Orders && need.Field == Field.Status ? "paid" : need.Cell));
    }

    private static readonly PlaceName WestLake = new("浙江", "杭州", "西湖区");

    [Fact]
    public void Each_platform_tells_where_an_order_went()
    {
        Assert.Equal(
            new("王芳", "+8613800000001", "浙江省 杭州市 西湖区 文三路1号(310000)", WestLake),
            Of(Taobao.Orders, ("收货人姓名", "王芳"), ("联系手机", "'13800000001"), ("收货地址", "浙江省 杭州市 西湖区 文三路1号(310000)")));
        Assert.Equal(new("", "", "浙江省 杭州市 西湖区 文三路1号", WestLake), Of(Qianniu.Orders, ("收货地址", "浙江省 杭州市 西湖区 文三路1号")));
        Assert.Equal(
            new("王芳", "+8613800000001", "浙江杭州市西湖区文三路1号", WestLake),
            Of(Jd.Preset, ("客户姓名", "王芳"), ("联系电话", "13800000001"), ("客户地址", "浙江杭州市西湖区文三路1号")));
        Assert.Equal(new("", "", "文新街道", WestLake), Of(Pinduoduo.Preset, ("省", "浙江省"), ("市", "杭州市"), ("区", "西湖区"), ("街道/镇", "文新街道")));
        Assert.Equal(
            new("Ann", "+31600000000", "1 Road", new("Flanders", "Ghent")),
            Of(Shopify.Orders, ("Shipping Name", "Ann"), ("Shipping Phone", "'+31600000000"), ("Shipping Street", "1 Road"), ("Shipping City", "Ghent"), ("Shipping Province Name", "Flanders"), ("Billing Province Name", "Zeeland")));
        Assert.Equal(
            new("王芳", "+8613800000001", "文三路1号", WestLake),
            Of(Generic.Orders, ("收件人", "王芳"), ("收件人手机", "138 0000 0001"), ("省份", "浙江"), ("城市", "杭州"), ("区县", "西湖"), ("详细地址", "文三路1号")));
    }

    [Fact]
    public void A_place_of_its_own_stands_before_the_address_and_the_address_before_that_of_the_buyer()
    {
        var ofBuyer = ("省份", "四川");
        Assert.Equal(WestLake, Of(Generic.Orders, ofBuyer, ("收货省份", "浙江"), ("收货城市", "杭州"), ("收货区县", "西湖"), ("收货地址", "广东省广州市越秀区1号"))!.Place);
        Assert.Equal(new("广东", "广州", "越秀区"), Of(Generic.Orders, ofBuyer, ("收货地址", "广东省广州市越秀区1号"))!.Place);
        Assert.Equal(new("四川"), Of(Generic.Orders, ofBuyer, ("收货地址", "1号"))!.Place);
        // A file with columns of the receiver's place means them.
        Assert.Equal(PlaceName.None, Of(Generic.Orders, ofBuyer, ("收货省份", ""), ("收货地址", "1号"))!.Place);
    }

    [Fact]
    public void What_is_masked_is_kept_as_it_is_shown_and_what_tells_nobody_anything_is_not()
    {
        Assert.Equal(
            new("王**", "138****0001", "浙江省 杭州市 西湖区 文三****", WestLake),
            Of(Taobao.Orders, ("收货人姓名", "王**"), ("联系手机", "138****0001"), ("收货地址", "浙江省 杭州市 西湖区 文三****")));
        Assert.Null(Of(Taobao.Orders, ("收货人姓名", "***"), ("联系手机", "＊＊"), ("收货地址", "****")));
        Assert.Null(Of(Douyin.Preset, ("收件人", "##密文"), ("收件人手机号", "$$密文"), ("详细地址", "##密文")));
        // A place alone, told by the layout's columns of the buyer, is none of a receiver.
        Assert.Null(Of(Generic.Orders, ("省份", "浙江"), ("收货人", "")));
    }

    [Fact]
    public void An_address_that_was_changed_is_where_the_order_went()
    {
        var receiver = Of(Taobao.Orders, ("收货地址", "浙江省 杭州市 西湖区 文三路1号"), ("修改后的收货地址", "广东省 广州市 越秀区 虚构街道1号"));
        Assert.Equal(new("", "", "广东省 广州市 越秀区 虚构街道1号", new("广东", "广州", "越秀区")), receiver);
        Assert.Equal(WestLake, Of(Taobao.Orders, ("收货地址", "浙江省 杭州市 西湖区 文三路1号"), ("修改后的收货地址", ""))!.Place);
    }
}
