using Huitou.Connect.Regions;

namespace Huitou.Tests.Connect.Regions;

/// <summary>The place at the beginning of an address.</summary>
public sealed class AddressPlaceTests
{
    private static string Text(PlaceName place) => string.Join('|', place.Region, place.City, place.District).TrimEnd('|');

    [Theory]
    [InlineData("浙江省杭州市西湖区文三路1号", "浙江|杭州|西湖区")]
    [InlineData("浙江杭州西湖区文三路1号", "浙江|杭州|西湖区")]
    [InlineData("浙江省 杭州市 西湖区 文三路 1号", "浙江|杭州|西湖区")]
    [InlineData("中国广东省深圳市南山区科技园", "广东|深圳|南山区")]
    [InlineData("北京市朝阳区建国路1号", "北京|北京|朝阳区")]
    [InlineData("北京北京市市辖区朝阳区建国路1号", "北京|北京|朝阳区")]
    [InlineData("杭州市文三路478号", "浙江|杭州")]
    [InlineData("吉林市昌邑区解放大路", "吉林|吉林|昌邑区")]
    [InlineData("昆山市花桥镇", "江苏|苏州|昆山市")]
    [InlineData("臺灣臺北市大安區忠孝東路", "台湾|台北|大安区")]
    [InlineData("湖北省仙桃市沙嘴街道", "湖北|仙桃")]
    [InlineData("新疆维吾尔自治区 石河子市 北三路", "新疆|石河子")]
    [InlineData("浙江省文三路", "浙江")]
    [InlineData("浙江杭州文三路", "浙江|杭州")]
    [InlineData("", "")]
    [InlineData("南京路123号", "")]
    [InlineData("上海路5号", "")]
    [InlineData("北京东路1号", "")]
    [InlineData("吉林大街8号", "")]
    [InlineData("河北区中山路", "")]
    [InlineData("中山路1号", "")]
    [InlineData("朝阳区建国路1号", "")]
    [InlineData("Jilin Street 5", "")]
    [InlineData("10 Downing Street, London", "")]
    [InlineData("文三路1号", "")]
    public void An_address_tells_its_place_where_it_begins_with_one(string address, string place) => Assert.Equal(place, Text(AddressPlace.Of(address)));

    [Theory]
    [InlineData("广东省 广州市 越秀区 某街道 1号(510000)", "广东|广州|越秀区")]
    [InlineData("浙江省 杭州市 下城区 文三路", "浙江|杭州|下城区")]
    [InlineData("浙江省 杭州市 某某小区 1号", "浙江|杭州")]
    [InlineData("浙江省 新新市 某街道", "浙江|新新市")]
    [InlineData("上海 上海市 浦东新区 张江镇 1号", "上海|上海|浦东新区")]
    [InlineData("上海市 浦东新区张江路 1号", "上海|上海|浦东新区")]
    [InlineData("浙江省 义乌市 稠城街道 1号", "浙江|金华|义乌市")]
    [InlineData("Ontario Toronto Yorkville 1", "Ontario|Toronto")]
    [InlineData("浙江省 杭州市 西湖区 ****(310000)", "浙江|杭州|西湖区")]
    [InlineData("浙江省  杭州市  西湖区  文三路", "浙江|杭州|西湖区")]
    [InlineData("****", "")]
    [InlineData("某地某街道1号", "")]
    public void An_address_in_steps_tells_what_its_steps_are(string address, string place)
    {
        Assert.Equal(place, Text(AddressPlace.OfSteps(address)));
        Assert.Equal(place, Text(AddressPlace.OfSteps(AddressPlace.Head(address).ToString())));
    }
}
