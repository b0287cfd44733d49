using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou shop</c>: the shops, their clocks and the platforms that they are on.</summary>
internal static class ShopVerb
{
    private const string Nothing = "none";

    private static readonly Argument<int> Id = new("shop") { Description = "The shop's number." };
    private static readonly Argument<string> Name = new("name") { Description = "What it is called." };
    private static readonly Option<string?> NewName = new("--name") { Description = "What it is called." };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "IANA zone by which its days are told; Asia/Shanghai for a new one when left out." };
    private static readonly Option<string?> Platform = new("--platform") { Description = "Where it sells: taobao, jd, pinduoduo, douyin, kuaishou, xiaohongshu, weixin, youzan, 1688, vip, shopify, woocommerce or none." };

    private static readonly Column[] Columns = [new("id", true), new("name"), new("time zone"), new("platform")];

    internal static Command Make() => new("shop", "Shops: their clocks, and where they sell.")
    {
        new Command("list", "The shops.").AsksApi(async call =>
        {
            var shops = await call.Api.GetAsync("api/v1/shops", call.Cancel);
            call.Print(shops, Columns, shops.EnumerateArray().Select(Row));
        }),
        new Command("add", "Add a shop.") { Name, TimeZone, Platform }.AsksApi(async call => Print(
            call, await call.Api.SendAsync(HttpMethod.Post, "api/v1/shops", new { name = call.Given.GetValue(Name), timeZone = call.Given.GetValue(TimeZone) ?? "Asia/Shanghai", platform = Told(call) }, call.Cancel))),
        new Command("change", "Say anew what a shop is called, by which clock it goes and where it sells; what is left out stays.") { Id, NewName, TimeZone, Platform }.AsksApi(ChangeAsync),
    };

    private static async Task ChangeAsync(VerbCall call)
    {
        var id = call.Given.GetValue(Id);
        var shop = (await call.Api.GetAsync("api/v1/shops", call.Cancel)).EnumerateArray().FirstOrDefault(one => one.GetProperty("id").GetInt32() == id);
        if (shop.ValueKind != JsonValueKind.Object) throw new ApiRefusedException($"There is no shop {id}.", Exit.Refused);
        var body = new { name = call.Given.GetValue(NewName) ?? shop.Text("name"), timeZone = call.Given.GetValue(TimeZone) ?? shop.Text("timeZone"), platform = Told(call) };
        Print(call, await call.Api.SendAsync(HttpMethod.Put, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"api/v1/shops/{id}"), body, call.Cancel));
        if (body.platform is not null) await call.NoteAsync("The platform holds for imports from now on; what was imported keeps what held then.");
    }

    private static string? Told(VerbCall call) => call.Given.GetValue(Platform) is Nothing ? "" : call.Given.GetValue(Platform);

    private static void Print(VerbCall call, JsonElement shop) => call.Print(shop, Columns, [Row(shop)]);

    private static string[] Row(JsonElement shop) => [shop.Text("id"), shop.Text("name"), shop.Text("timeZone"), shop.Text("platform") is { Length: > 0 } platform ? platform : Nothing];
}
