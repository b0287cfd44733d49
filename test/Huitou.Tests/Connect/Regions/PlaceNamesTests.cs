using Huitou.Connect.Regions;

namespace Huitou.Tests.Connect.Regions;

/// <summary>One name for each place, however files write it; what is not known stays as it is.</summary>
public sealed class PlaceNamesTests
{
    private static readonly Random Dice = new(20_231);

    private static string Of(string told, bool isCountry = false)
    {
        var parts = told.Split('|');
        var place = PlaceNames.Of(new(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? ""), isCountry);
        return string.Join('|', place.Region, place.City, place.District).TrimEnd('|');
    }

    [Theory]
    [InlineData("浙江", "浙江 浙江省 浙 浙江省, Zhejiang zhejiang CN-ZJ ZHEJIANG")]
    [InlineData("广西", "广西 广西省 广西壮族自治区 桂 廣西 廣西壯族自治區 Guangxi")]
    [InlineData("内蒙古", "内蒙古 内蒙 内蒙古自治区 內蒙古 蒙 Neimenggu CN-NM")]
    [InlineData("新疆", "新疆 新疆省 新疆维吾尔自治区 新疆維吾爾自治區 Xinjiang")]
    [InlineData("陕西", "陕西 陝西省 陕 秦 Shaanxi")]
    [InlineData("山西", "山西 山西省 晋 Shanxi")]
    [InlineData("香港", "香港 香港特别行政区 香港特別行政區 中国香港 Hongkong 港")]
    [InlineData("澳门", "澳门 澳門 澳门特别行政区 Macau Macao")]
    [InlineData("台湾", "台湾 臺灣 台湾省 中国台湾 Taiwan")]
    [InlineData("北京", "北京 北京市 京 Beijing")]
    public void A_province_has_one_name(string name, string forms) =>
        Assert.All(forms.Split(' '), form => Assert.Equal(name, PlaceNames.Region(form)));

    [Theory]
    [InlineData("Inner Mongolia", "内蒙古")]
    [InlineData("Guangxi Zhuang Autonomous Region", "广西")]
    [InlineData("Zhejiang Province", "浙江")]
    [InlineData("Hong Kong SAR China", "香港")]
    [InlineData("Shanghai Shi", "上海")]
    [InlineData("United States of America", "United States")]
    [InlineData("U.S.A.", "United States")]
    [InlineData("US", "United States")]
    [InlineData("美国", "United States")]
    [InlineData("美國", "United States")]
    [InlineData("UK", "United Kingdom")]
    [InlineData("英国", "United Kingdom")]
    [InlineData("EIRE", "Ireland")]
    [InlineData("RSA", "South Africa")]
    [InlineData("Czech Republic", "Czechia")]
    [InlineData("cote d’ivoire", "Côte d'Ivoire")]
    [InlineData("中国", "China")]
    [InlineData("Unspecified", "")]
    [InlineData("未知", "")]
    [InlineData("Channel Islands", "Channel Islands")]
    [InlineData("European Community", "European Community")]
    [InlineData(" 华东大区 ", "华东大区")]
    [InlineData("Île-de-France", "Île-de-France")]
    [InlineData("CA", "CA")]
    [InlineData("DE", "DE")]
    [InlineData("杭州市", "杭州市")]
    public void A_region_has_one_name_or_stays_as_it_is_told(string told, string name) => Assert.Equal(name, PlaceNames.Region(told));

    [Theory]
    [InlineData("浙江省|杭州市|西湖区", "浙江|杭州|西湖区")]
    [InlineData("浙江|杭州|西湖", "浙江|杭州|西湖区")]
    [InlineData("Zhejiang|Hangzhou", "浙江|杭州")]
    [InlineData("廣東省|廣州市|天河區", "广东|广州|天河区")]
    [InlineData("北京市|北京市|朝阳区", "北京|北京|朝阳区")]
    [InlineData("北京市|市辖区|朝阳区", "北京|北京|朝阳区")]
    [InlineData("北京市|朝阳区", "北京|北京|朝阳区")]
    [InlineData("重庆市|县|城口县", "重庆|重庆|城口县")]
    [InlineData("上海", "上海|上海")]
    [InlineData("香港特别行政区|香港|湾仔区", "香港|香港|湾仔区")]
    [InlineData("台湾省|台北市|大安区", "台湾|台北|大安区")]
    [InlineData("湖北省|仙桃市", "湖北|仙桃")]
    [InlineData("湖北省|省直辖县级行政区划|仙桃市", "湖北|仙桃")]
    [InlineData("湖北|神农架林区", "湖北|神农架")]
    [InlineData("海南省|省直辖县级行政区划|琼中黎族苗族自治县", "海南|琼中")]
    [InlineData("新疆|石河子市", "新疆|石河子")]
    [InlineData("广东省|东莞市|东莞市", "广东|东莞")]
    [InlineData("湖北|恩施土家族苗族自治州|恩施市", "湖北|恩施|恩施市")]
    [InlineData("云南省|大理州|大理市", "云南|大理|大理市")]
    [InlineData("内蒙古|锡林郭勒盟", "内蒙古|锡林郭勒")]
    [InlineData("|杭州市", "浙江|杭州")]
    [InlineData("|苏州", "江苏|苏州")]
    [InlineData("|朝阳", "辽宁|朝阳")]
    [InlineData("|吉林市", "吉林|吉林")]
    [InlineData("|义乌", "浙江|金华|义乌市")]
    [InlineData("浙江|义乌市", "浙江|金华|义乌市")]
    [InlineData("浙江|义乌市|稠城街道", "浙江|义乌市|稠城街道")]
    [InlineData("浙江|西湖区", "浙江|杭州|西湖区")]
    [InlineData("China|Hangzhou", "浙江|杭州")]
    [InlineData("中国|浙江省", "浙江")]
    [InlineData("浙江省杭州市", "浙江|杭州")]
    [InlineData("浙江 杭州", "浙江|杭州")]
    [InlineData("浙江-杭州-西湖区", "浙江|杭州|西湖区")]
    [InlineData("中国浙江|杭州市", "浙江|杭州")]
    [InlineData("杭州市", "浙江|杭州")]
    [InlineData("杭州市|西湖区", "浙江|杭州|西湖区")]
    [InlineData("浙江省|杭州市|其它区", "浙江|杭州")]
    public void A_place_has_one_name(string told, string name) => Assert.Equal(name, Of(told));

    [Theory]
    [InlineData("|Hangzhou")] // Latin names count where China is told.
    [InlineData("|Suzhou")]
    [InlineData("China|Suzhou")] // 苏州 or 宿州.
    [InlineData("|海南")] // the province, or the prefecture in 青海.
    [InlineData("|西湖区")]
    [InlineData("|鼓楼区")]
    [InlineData("江苏|鼓楼区")] // in 南京 and in 徐州.
    [InlineData("浙江|苏州市")]
    [InlineData("华东|杭州市")]
    [InlineData("浙江|杭州|下城区")] // was merged into another in 2021.
    [InlineData("浙江|杭州|下沙")]
    [InlineData("|Bath")]
    [InlineData("Ontario|Toronto|Yorkville")]
    [InlineData("CA|Los Angeles")]
    [InlineData("吉林|西安")]
    [InlineData("浙江大区")]
    public void What_is_not_known_and_what_could_be_two_things_stays_as_it_is_told(string told) => Assert.Equal(told, Of(told));

    [Theory]
    [InlineData("US", "United States")]
    [InlineData("usa", "United States")]
    [InlineData("CA|Toronto", "Canada|Toronto")]
    [InlineData("DEU", "Germany")]
    [InlineData("HK", "香港|香港")]
    [InlineData("TWN|台北", "台湾|台北")]
    [InlineData("CN|Hangzhou", "浙江|杭州")]
    [InlineData("德国|柏林", "Germany|柏林")]
    public void Codes_count_where_a_country_is_told(string told, string name) => Assert.Equal(name, Of(told, isCountry: true));

    [Fact]
    public void Regions_have_names_in_both_languages_each_once()
    {
        Assert.Equal(PlaceNames.Regions.Count, PlaceNames.Regions.Select(region => region.Name).Distinct().Count());
        Assert.Equal(34 + 246, PlaceNames.Regions.Count);
        Assert.Contains(new RegionWords("浙江", "浙江", "Zhejiang"), PlaceNames.Regions);
        Assert.Contains(new RegionWords("Ireland", "爱尔兰", "Ireland"), PlaceNames.Regions);
        Assert.DoesNotContain(PlaceNames.Regions, region => region.Name == "Georgia");
        foreach (var region in PlaceNames.Regions)
            foreach (var name in (string[])[region.Name, region.Zh, region.En]) Assert.Equal(region.Name, PlaceNames.Region(name));
    }

    [Fact]
    public void All_forms_of_all_divisions_come_to_one_name()
    {
        Assert.Equal(34, DivisionTable.Provinces.Count);
        foreach (var (city, counties) in Cities())
        {
            var (province, place) = (city.Province, $"{city.Province.Short}|{city.Short}");
            foreach (var region in (string[])[province.Name, province.Short, province.English])
                foreach (var name in (string[])[city.Name, city.Short])
                {
                    Assert.Equal(place, Of($"{region}|{name}"));
                    foreach (var county in counties) Assert.Equal($"{place}|{county}", Of($"{region}|{name}|{county}"));
                }
            // 济南市中区 may be 济南 市中区 or 济南市 中区.
            foreach (var county in counties.Where(county => county[0] != '市'))
                foreach (var address in (string[])[$"{province.Name}{city.Name}{county}人民路1号", $"{province.Name} {city.Name} {county} 人民路1号", $"{province.Short}{city.Short}{county}人民路1号", $"{city.Name}{county}人民路1号"])
                    Assert.Equal(new PlaceName(province.Short, city.Short, county), AddressPlace.Of(address));
        }
    }

    [Fact]
    public void Naming_a_place_twice_is_naming_it_once()
    {
        string[] units = [.. Cities().SelectMany(all => (string[])[all.City.Name, all.City.Short, all.City.Province.Name, all.City.Province.Short, all.City.Province.English, .. all.Counties]).Distinct()];
        string[] others = ["", "", "", "未知", "市辖区", "省直辖县级行政区划", "US", "美国", "China", "中国", "Georgia", "CA", "海", "Hangzhou", "廣東", "臺北市", "某某街道", "華東 大区", "123", "***"];
        string Draw() => Dice.Next(3) == 0 ? others[Dice.Next(others.Length)] : Dice.Next(8) == 0 ? units[Dice.Next(units.Length)] + units[Dice.Next(units.Length)] : units[Dice.Next(units.Length)];
        for (var i = 0; i < 30_000; i++)
        {
            var (told, isCountry) = (new PlaceName(Draw(), Draw(), Draw()), Dice.Next(2) == 0);
            var once = PlaceNames.Of(told, isCountry);
            Assert.True(once == PlaceNames.Of(once, isCountry), $"{told} → {once} → {PlaceNames.Of(once, isCountry)}");
            Assert.Equal(PlaceNames.Region(once.Region), once.Region);
        }
    }

    private static IEnumerable<(City City, string[] Counties)> Cities()
    {
        Province? province = null;
        foreach (var line in PlaceFile.Lines("divisions.txt"))
        {
            var cells = line.Trim().Split('|');
            if (line[0] != ' ') province = DivisionTable.Named[cells[0]];
            else yield return (province!.Cities[cells[0]]!, cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
