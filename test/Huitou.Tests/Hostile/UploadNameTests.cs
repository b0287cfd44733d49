using Huitou.Connect;

namespace Huitou.Tests.Hostile;

/// <summary>A file's name comes from outside and is only ever shown: what is kept of it can do nothing anywhere.</summary>
public sealed class UploadNameTests
{
    public static TheoryData<string, string> Names() => new()
    {
        { "orders.csv", "orders.csv" },
        { "订单 2026-03.xlsx", "订单 2026-03.xlsx" },
        { "../../etc/passwd", "passwd" },
        { "..\\..\\Windows\\win.ini", "win.ini" },
        { "/etc/cron.d/evil", "evil" },
        { "C:\\Users\\shop\\orders.csv", "orders.csv" },
        { "C:orders.csv", "orders.csv" },
        { "\\\\server\\share\\orders.csv", "orders.csv" },
        { "a/b\\c/d.csv", "d.csv" },
        { "..", "upload" },
        { "...", "upload" },
        { ".", "upload" },
        { "", "upload" },
        { "   ", "upload" },
        { "folder/", "upload" },
        { ".htaccess", ".htaccess" },
        { "orders.csv\0.exe", "orders.csv.exe" },
        { "a\r\nSet-Cookie: x.csv", "aSet-Cookie: x.csv" },
        { "a\tb\u0007.csv", "ab.csv" },
        { "a\u0085b\u2028c\u2029.csv", "abc.csv" },
        { "orders\u202Evsc.exe", "ordersvsc.exe" },
        { "\u2066a\u2069\u200F\u061C.csv", "a.csv" },
        { "CON", "_CON" },
        { "nul.csv", "_nul.csv" },
        { "com1.orders.csv", "_com1.orders.csv" },
        { "LPT9 .csv", "_LPT9 .csv" },
        { "console.csv", "console.csv" },
        { "cafe\u0301.csv", "caf\u00E9.csv" },
        { "half \uD83C.csv", "half \uFFFD.csv" },
        { "gift 🎁.csv", "gift 🎁.csv" },
        { "orders.csv. . ", "orders.csv" },
        { "=cmd|' /C calc'!A0.csv", "C calc'!A0.csv" },
        { "A:B:orders.csv", "orders.csv" },
        { "<script>alert(1)<", "<script>alert(1)<" },
        { new string('a', 5_000) + ".csv", new string('a', 251) + ".csv" },
        { "🎁" + new string('a', 249) + "🎁.csv", new string('a', 249) + "🎁.csv" },
    };

    [Theory, MemberData(nameof(Names))]
    public void Is_kept_for_showing_only(string given, string kept) => Assert.Equal(kept, UploadName.Of(given));

    [Fact]
    public void Whatever_is_given_what_is_kept_is_short_and_of_one_line()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var name = UploadName.Of(string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x100 : 0x10000))));
            Assert.InRange(name.Length, 1, 255);
            Assert.DoesNotContain(name, sign => char.IsControl(sign) || sign is '/' or '\\');
            Assert.Equal(name, UploadName.Of(name));
        }
    }
}
