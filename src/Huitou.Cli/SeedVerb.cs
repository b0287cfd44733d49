using System.CommandLine;
using System.Globalization;

namespace Huitou.Cli;

/// <summary><c>huitou seed</c>: the demo shop, as large and as long as asked. Equal words give equal bytes.</summary>
internal static class SeedVerb
{
    private static readonly Option<int> Customers = new("--customers") { Description = "How many customers.", DefaultValueFactory = _ => 20_000 };

    private static readonly Option<int> Years = new("--years") { Description = "How long the shop has been open.", DefaultValueFactory = _ => 3 };

    private static readonly Option<long> Seed = new("--seed") { Description = "Another seed is another shop.", DefaultValueFactory = _ => 1 };

    private static readonly Option<DateOnly?> Until = new("--until") { Description = "The last day, as 2026-10-31; yesterday by default." };

    internal static Command Make() => new Command("seed", "Load the demo shop.") { Customers, Years, Seed, Until }.AsksApi(async call =>
    {
        var body = new
        {
            customers = call.Given.GetValue(Customers),
            years = call.Given.GetValue(Years),
            seed = call.Given.GetValue(Seed),
            until = call.Given.GetValue(Until)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        await ImportProgress.FollowAsync(call, await call.Api.SendAsync(HttpMethod.Post, "api/v1/demo", body, call.Cancel));
    });
}
