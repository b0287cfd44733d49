namespace Huitou.Connect.Demo;

/// <summary>Invented names: a common surname and one or two characters that are given to daughters (and to some sons).</summary>
internal static class BuyerNames
{
    // Most common first; a name's weight falls with its place.
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";

    private const string GivenOfWomen = "芳娟敏静丽秀霞燕玲桂兰英华慧红梅雪琳晶欣怡佳颖婷倩雯悦萱涵蕾薇洁莉娜琴云莲珍凤珠翠雅琪瑶璐诗梦思语馨彤妍宁舒清若晴月芸岚菲";

    private const string GivenOfMen = "伟强磊军洋勇杰涛明超刚平辉鹏斌波宇浩凯健俊帆博文";

    public static string Draw(RandomStream random)
    {
        // The square of a uniform number puts half of the people under the first quarter of the surnames.
        var place = random.Unit();
        var surname = Surnames[(int)(place * place * Surnames.Length)];
        var given = random.Chance(0.93) ? GivenOfWomen : GivenOfMen;
        var first = given[random.Below(given.Length)];
        return random.Chance(0.28) ? $"{surname}{first}" : $"{surname}{first}{given[random.Below(given.Length)]}";
    }
}
