using System.Net;
using System.Text.Json;
using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Analytics;

/// <summary>Customers through the API: who sees what, and what is written down.</summary>
public sealed class CustomerTests(DemoHost demo) : IClassFixture<DemoHost>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_opens_to_figures_reasons_and_every_order()
    {
        var best = (await demo.AskAsync("rankings/customers?by=orders&limit=1")).GetProperty("items")[0];
        var id = best.GetProperty("id").GetInt64();

        var page = await demo.AskAsync($"customers/{id}");
        Assert.Equal(best.GetProperty("orders").GetInt32(), page.GetProperty("cell").GetProperty("reason").GetProperty("orders").GetInt32());
        Assert.EndsWith("*", page.GetProperty("customer").GetProperty("name").GetString(), StringComparison.Ordinal);

        List<JsonElement> orders = [];
        for (var cursor = ""; cursor is not null;)
        {
            var stretch = await demo.AskAsync($"customers/{id}/orders?limit=3&cursor={cursor}");
            orders.AddRange(stretch.GetProperty("items").EnumerateArray());
            cursor = stretch.GetProperty("next").GetString();
        }

        var paid = orders.Where(order => order.GetProperty("status").GetString() == "paid" && order.GetProperty("kind").GetString() == "sale").ToList();
        Assert.Equal(orders.Count, orders.Select(order => order.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.Equal(best.GetProperty("grossSales").GetInt64(), paid.Where(Counts).Sum(order => order.GetProperty("amount").GetInt64()));
        Assert.Equal(best.GetProperty("orders").GetInt64(), paid.Count(Counts));

        static bool Counts(JsonElement order) => order.GetProperty("marks").GetString() == "none";
    }

    [Fact]
    public async Task A_full_name_is_shown_to_who_may_and_written_down()
    {
        var id = (await demo.AskAsync("customers?limit=1")).GetProperty("items")[0].GetProperty("id").GetInt64();
        using var service = await demo.Host.BearerAsync(Role.Service);
        using var reader = await demo.Host.BearerAsync(Role.Reader);
        var path = new Uri($"/api/v1/customers/{id}/reveal", UriKind.Relative);

        using var refused = await reader.PostAsync(path, null, Cancel);
        using var shown = await service.PostAsync(path, null, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotEqual("", (await Browser.JsonAsync(shown)).GetProperty("name").GetString());
        Assert.Contains(await demo.Host.AuditAsync(), entry => entry.Action == AuditAction.Reveal && entry.Subject == $"customer:{id}");
    }

    [Fact]
    public async Task Somebody_unknown_is_not_found()
    {
        using var owner = await demo.Host.BearerAsync(Role.Owner);
        using var response = await owner.GetAsync(new Uri("/api/v1/customers/999999999", UriKind.Relative), Cancel);

        Assert.Equal((404, "not_found"), await Browser.VerdictAsync(response));
    }
}
