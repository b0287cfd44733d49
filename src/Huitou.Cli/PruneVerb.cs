using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou prune</c>: people whom no message reaches and who bring nothing.</summary>
internal static class PruneVerb
{
    private static readonly Option<int?> Months = new("--months") { Description = "Months without an order; 24 when left out.", Recursive = true };
    private static readonly Option<int?> MaxOrders = new("--max-orders") { Description = "Most orders ever; 1 when left out.", Recursive = true };
    private static readonly Option<long?> MaxNetSales = new("--max-net-sales") { Description = "Most net sales ever, in minor units.", Recursive = true };
    private static readonly Option<bool> WithSuppressed = new("--with-suppressed") { Description = "Also those who are not to be contacted already.", Recursive = true };
    private static readonly Option<int> Page = new("--page") { Description = "Which page, from 1.", DefaultValueFactory = _ => 1 };
    private static readonly Argument<long[]> Customers = new("customers") { Description = "Customers' numbers.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> All = new("--all") { Description = "All on the list, up to 10,000 at once." };

    internal static Command Make() => new("prune", "People whom no message reaches and who bring nothing.")
    {
        Months, MaxOrders, MaxNetSales, WithSuppressed,
        new Command("list", "Who they are, and why.") { Page }.AsksApi(ListAsync),
        new Command("suppress", "They stay, and are not to be contacted; `huitou customer take-back` undoes it.") { Customers, All }.AsksApi(call => RunAsync(call, "suppress")),
        new Command("bin", "Move them to the bin; `huitou customer restore` undoes it.") { Customers, All }.AsksApi(call => RunAsync(call, "bin")),
    };

    private static string Path(VerbCall call)
    {
        (string Name, object? Value)[] limits = [("months", call.Given.GetValue(Months)), ("maxOrders", call.Given.GetValue(MaxOrders)), ("maxNetSales", call.Given.GetValue(MaxNetSales)), ("withSuppressed", call.Given.GetValue(WithSuppressed) ? "true" : null)];
        return "api/v1/customers/prune?" + string.Join('&', limits.Where(limit => limit.Value is not null).Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Name}={limit.Value}")));
    }

    private static async Task ListAsync(VerbCall call)
    {
        var answer = await call.Api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"{Path(call)}&page={call.Given.GetValue(Page)}"), call.Cancel);
        var text = new FigureText(answer, call.Format);
        call.Print(
            answer, [new("id", true), new("buyer"), new("name"), new("last"), new("orders", true), new("net sales", true), new("phone"), new("e-mail")],
            answer.GetProperty("items").EnumerateArray().Select(item => (string[])
                [item.Text("id"), item.Text("buyer"), item.Text("name"), item.Text("lastDay"), text.Count(item, "orders"), text.Money(item, "netSales"), item.Text("phone"), item.Text("email")]));
        await call.NoteAsync($"{text.Count(answer, "total")} in all, money in {text.Currency}.");
    }

    private static async Task RunAsync(VerbCall call, string act)
    {
        long[]? customers = call.Given.GetValue(All) ? null : call.Given.GetValue(Customers) is { Length: > 0 } some ? some
            : throw new ApiRefusedException("Name customers, or give --all.", Exit.Usage);
        var done = await call.Api.SendAsync(HttpMethod.Post, Path(call), new { act, customers }, call.Cancel);
        call.Print(done, [new("customers", true), new("left", true), new("act")], [[Count(done), done.Text("left"), done.Text("act")]]);
    }

    private static string Count(JsonElement done) => done.GetProperty("customers").GetArrayLength().ToString(CultureInfo.InvariantCulture);
}
