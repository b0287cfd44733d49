namespace Huitou.Connect.Demo;

/// <summary>A kind of garment: its place in the catalogue, the fabrics it comes in and its list prices in yuan.</summary>
internal sealed record Garment(string Group, string Name, string Seasons, double Least, double Most, params string[] Fabrics)
{
    private const string Elder = "妈妈装";

    // Seasons by number: 0 spring, 1 summer, 2 autumn, 3 winter.
    private static readonly Garment[] All =
    [
        new("上装", "T恤", "01", 69, 149, "纯棉", "冰丝", "莫代尔", "竹节棉"),
        new("上装", "衬衫", "012", 119, 259, "棉麻", "雪纺", "真丝", "天丝"),
        new("上装", "针织衫", "023", 129, 279, "羊毛", "冰丝", "棉线", "马海毛"),
        new("上装", "卫衣", "02", 119, 219, "纯棉", "抓绒", "空气层"),
        new("上装", "毛衣", "23", 159, 399, "羊毛", "羊绒", "兔毛"),
        new("外套", "风衣", "02", 299, 549, "棉质", "醋酸"),
        new("外套", "西装", "02", 239, 449, "羊毛混纺", "亚麻", "三醋酸"),
        new("外套", "大衣", "3", 459, 899, "羊毛双面呢", "羊绒", "阿尔巴卡"),
        new("外套", "羽绒服", "3", 399, 799, "白鸭绒", "白鹅绒"),
        new("外套", "防晒衣", "1", 89, 179, "冰丝", "凉感"),
        new("裙装", "连衣裙", "012", 149, 359, "雪纺", "真丝", "棉麻", "针织", "醋酸"),
        new("裙装", "半身裙", "0123", 99, 239, "牛仔", "百褶", "缎面", "针织"),
        new("裤装", "牛仔裤", "0123", 129, 239, "弹力", "天丝", "水洗"),
        new("裤装", "休闲裤", "0123", 99, 219, "亚麻", "垂感", "灯芯绒", "西装"),
        new("裤装", "阔腿裤", "012", 99, 209, "冰丝", "垂感", "雪纺"),
    ];

    public static readonly Garment[] OfElders =
    [
        new(Elder, "开衫", "", 159, 329, "羊毛", "桑蚕丝", "提花"),
        new(Elder, "外套", "", 229, 459, "香云纱", "呢子", "中式盘扣"),
        new(Elder, "连衣裙", "", 189, 369, "真丝", "棉麻", "印花"),
    ];

    public static readonly Garment[] Basics =
    [
        new("内搭", "打底衫", "", 49, 119, "莫代尔", "德绒", "羊毛", "纯棉"),
        new("裤装", "打底裤", "", 59, 129, "加绒", "弹力", "鲨鱼皮"),
        new("配饰", "袜子", "", 19, 39, "纯棉", "天鹅绒"),
        new("配饰", "围巾", "", 79, 199, "羊毛", "真丝"),
        new("配饰", "帽子", "", 59, 99, "渔夫", "针织"),
        new("配饰", "包", "", 99, 299, "帆布", "软皮"),
        new(Elder, "围巾", "", 129, 259, "羊绒", "桑蚕丝"),
    ];

    private static readonly Garment[][] BySeason =
        [.. Enumerable.Range(0, 4).Select(season => All.Where(g => g.Seasons.Contains((char)('0' + season))).ToArray())];

    public string Category => $"女装 / {Group} / {Name}";

    public bool ForElders => Group == Elder;

    public static Garment[] Of(int season) => BySeason[season];
}

/// <summary>A season of the trade, with the days on which its waves are launched.</summary>
internal sealed record Season(int Number, char Letter, string Name, bool IsWarm, params (int Month, int Day)[] Waves)
{
    public static readonly Season[] All =
    [
        new(0, 'C', "春季", true, (1, 8), (2, 10), (3, 8)),
        new(1, 'X', "夏季", true, (4, 5), (5, 1), (5, 28)),
        new(2, 'Q', "秋季", false, (7, 25), (8, 18), (9, 10)),
        new(3, 'D', "冬季", false, (9, 28), (10, 20), (11, 15)),
    ];
}
