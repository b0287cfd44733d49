namespace Huitou.Connect.Demo;

/// <summary>Where a customer lives.</summary>
/// <param name="Region">Province, as platforms write it.</param>
/// <param name="City">City in it.</param>
/// <param name="IsNorth">North of the Qinling Mountains and the Huai: heating in winter, early autumn, late spring.</param>
/// <param name="HasStore">The shop has a store in the city.</param>
internal sealed record Place(string Region, string City, bool IsNorth, bool HasStore);

/// <summary>
/// The 31 provinces with their people, and in each its large cities with theirs (seventh census of 2020, in units of 10,000).
/// A province's customers are spread over the cities named.
/// </summary>
internal static class Places
{
    private static readonly string[] Stores = ["杭州", "上海", "南京", "苏州", "宁波", "武汉", "成都", "广州"];

    private static readonly string[] Table =
    [
        "广东 12601 S 广州 1868 深圳 1756 东莞 1047 佛山 950 惠州 604 汕头 550",
        "山东 10153 N 临沂 1102 青岛 1007 潍坊 939 济南 920 烟台 710",
        "河南 9937 N 郑州 1260 南阳 971 周口 903 洛阳 706",
        "江苏 8475 S 苏州 1275 徐州 908 南京 931 南通 773 无锡 746",
        "四川 8367 S 成都 2094 南充 561 绵阳 487 宜宾 459",
        "河北 7461 N 石家庄 1124 保定 1154 邯郸 941 唐山 772",
        "湖南 6644 S 长沙 1005 衡阳 665 邵阳 656 常德 528",
        "浙江 6457 S 杭州 1194 温州 957 宁波 940 台州 662 嘉兴 540",
        "安徽 6103 S 合肥 937 阜阳 820 宿州 532 芜湖 364",
        "湖北 5775 S 武汉 1233 黄冈 588 襄阳 526 宜昌 402",
        "广西 5013 S 南宁 874 玉林 580 桂林 493 柳州 416",
        "云南 4721 S 昆明 846 曲靖 577 昭通 509 大理 334",
        "江西 4519 S 南昌 626 赣州 897 上饶 649 九江 460",
        "辽宁 4259 N 沈阳 907 大连 745 鞍山 333",
        "福建 4154 S 泉州 878 福州 829 厦门 516 漳州 505",
        "陕西 3953 N 西安 1295 渭南 469 咸阳 396 榆林 362",
        "贵州 3856 S 贵阳 599 毕节 690 遵义 661",
        "山西 3492 N 太原 530 运城 477 临汾 398 大同 311",
        "重庆 3205 S 重庆 3205",
        "黑龙江 3185 N 哈尔滨 1001 齐齐哈尔 407 绥化 376 大庆 278",
        "新疆 2585 N 乌鲁木齐 405 喀什 449 伊犁 285",
        "甘肃 2502 N 兰州 436 天水 298 定西 252",
        "上海 2487 S 上海 2487",
        "吉林 2407 N 长春 907 吉林 362 四平 181",
        "内蒙古 2405 N 呼和浩特 345 赤峰 404 包头 271",
        "北京 2189 N 北京 2189",
        "天津 1387 N 天津 1387",
        "海南 1008 S 海口 287 三亚 103 儋州 95",
        "宁夏 720 N 银川 286 固原 114",
        "青海 592 N 西宁 247 海东 136",
        "西藏 365 N 拉萨 87 日喀则 80",
    ];

    private static readonly (Place[] Cities, double[] People) All = Parse();

    /// <summary>The cities where the shop has a store.</summary>
    public static readonly Place[] WithStore = [.. All.Cities.Where(place => place.HasStore)];

    /// <summary>A place drawn in proportion to its people.</summary>
    public static Place Draw(RandomStream random) => All.Cities[random.Weighted(All.People)];

    private static (Place[], double[]) Parse()
    {
        var cities = new List<Place>();
        var people = new List<double>();
        foreach (var line in Table)
        {
            var words = line.Split(' ');
            var counts = words.Skip(4).Where((_, i) => i % 2 == 0).Select(Number).ToArray();
            for (var i = 0; i < counts.Length; i++)
            {
                var city = words[3 + 2 * i];
                cities.Add(new(words[0], city, words[2] == "N", Stores.Contains(city)));
                people.Add(Number(words[1]) * counts[i] / counts.Sum());
            }
        }

        return ([.. cities], [.. people]);
    }

    private static double Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
