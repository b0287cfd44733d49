using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou customer</c>: one customer, or a few by their numbers.</summary>
internal static class CustomerVerb
{
    private static readonly Argument<long> One = new("customer") { Description = "The customer's number." };
    private static readonly Argument<long[]> Customers = new("customers") { Description = "Customers' numbers.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string[]> Edits = new("edits") { Description = "attribute=text: name, gender, birthday, region, city, district, address, phone, email, card, note, tag:vip=on, own:hobby=tea; nothing behind the sign clears.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<long?> Evidence = new("--evidence") { Description = "The piece of evidence that a phone, e-mail or card is written of; the one that the customer goes by where left out." };
    private static readonly Argument<long> Order = new("order") { Description = "The order's number, as `huitou customer receivers` tells it." };
    private static readonly Argument<Guid> Act = new("act") { Description = "What was written, as `huitou customer write` told it." };
    private static readonly Option<string?> Channel = new("--channel") { Description = "sms or email." };
    private static readonly Option<string?> Purpose = new("--purpose") { Description = "marketing or care." };
    private static readonly Option<string> Proof = new("--proof") { Description = "Where they agreed, and to which words.", Required = true };
    private static readonly Option<DateTimeOffset?> At = new("--at") { Description = "When they agreed; now where left out." };
    private static readonly Option<string?> Confirm = new("--confirm") { Description = "The word ERASE: there is no way back." };

    internal static Command Make() => new("customer", "One customer, or a few: what is known, what is written, consents, the bin, the way out.")
    {
        new Command("show", "What is known of a customer, masked, and who says so.") { One }.AsksApi(ShowAsync),
        new Command("write", "Write into a customer's profile, over what files say.") { One, Edits, Evidence }.AsksApi(WriteAsync),
        new Command("take-back", "Take back what was written.") { Act }.AsksApi(async call =>
            Written(call, await call.Api.SendAsync(HttpMethod.Delete, $"api/v1/customers/edits/{call.Given.GetValue(Act)}", null, call.Cancel))),
        new Command("receivers", "Where a customer's orders went, masked.") { One }.AsksApi(ReceiversAsync),
        new Command("take-address", "Write the address that an order went to into the customer's profile.") { One, Order }.AsksApi(async call => Written(
            call, await call.Api.SendAsync(HttpMethod.Post, $"api/v1/customers/{call.Given.GetValue(One)}/receivers/{call.Given.GetValue(Order)}/take", null, call.Cancel))),
        new Command("consent", "Declare that customers agreed.") { Customers, Channel, Purpose, Proof, At }.AsksApi(ConsentAsync),
        new Command("withdraw", "Write down that a customer no longer agrees, to one purpose or to all.") { One, Channel, Purpose }.AsksApi(WithdrawAsync),
        new Command("bin", "Move customers to the bin.") { Customers }.AsksApi(call => DoAsync(call, "bin", new { customers = call.Given.GetValue(Customers) })),
        new Command("restore", "Bring customers back from the bin.") { Customers }.AsksApi(call => DoAsync(call, "bin/restore", new { customers = call.Given.GetValue(Customers) })),
        new Command("erase", "Remove people for good; figures stay.") { Customers, Confirm }.AsksApi(call =>
            DoAsync(call, "erasures", new { customers = call.Given.GetValue(Customers), confirm = call.Given.GetValue(Confirm) ?? "" })),
        new Command("subject", "All that is kept of one person, in full, as JSON.") { One }.AsksApi(async call =>
            Console.Out.WriteLine((await call.Api.GetAsync($"api/v1/customers/{call.Given.GetValue(One)}/subject", call.Cancel)).GetRawText())),
    };

    private static async Task ShowAsync(VerbCall call)
    {
        var answer = await call.Api.GetAsync($"api/v1/customers/{call.Given.GetValue(One)}", call.Cancel);
        var known = answer.GetProperty("customer").GetProperty("known");
        call.Print(
            answer, [new("what"), new("value"), new("said by"), new("when")],
            known.GetProperty("fields").EnumerateArray().Concat(known.GetProperty("tags").EnumerateArray()).Concat(known.GetProperty("notes").EnumerateArray())
                .Select(field => (string[])[field.Text("attribute"), field.Text("text"), field.GetProperty("source").Text("name"), field.Text("at")])
                .Concat(known.GetProperty("addresses").EnumerateArray().Where(address => !address.GetProperty("stands").GetBoolean())
                    .Select(address => (string[])["other address", address.Text("text"), address.GetProperty("source").Text("name"), address.Text("at")]))
                .Concat(known.GetProperty("consents").EnumerateArray().Select(consent => (string[])
                    [$"{consent.Text("channel")} {consent.Text("purpose")}", consent.Text("standing"), consent.Text("proof"), consent.Text("at")])));
    }

    private static async Task ReceiversAsync(VerbCall call)
    {
        var answer = await call.Api.GetAsync($"api/v1/customers/{call.Given.GetValue(One)}/receivers", call.Cancel);
        call.Print(
            answer, [new("order", true), new("receiver"), new("phone"), new("region"), new("city"), new("district"), new("address"), new("orders", true), new("last")],
            answer.GetProperty("items").EnumerateArray().Select(item => (Item: item, To: item.GetProperty("receiver"))).Select(one => (string[])
            [
                one.Item.Text("order"), one.To.Text("name"), one.To.Text("phone"), one.To.Text("region"), one.To.Text("city"), one.To.Text("district"), one.To.Text("address"),
                one.Item.Text("orders"), one.Item.Text("lastAt"),
            ]));
    }

    private static async Task WriteAsync(VerbCall call)
    {
        var edits = call.Given.GetValue(Edits)!.Select(edit => edit.Split('=', 2) is [var attribute, var text]
            ? new { attribute, text }
            : throw new ApiRefusedException($"'{edit}' is no edit. Write attribute=text, such as city=Hangzhou.", Exit.Refused));
        Written(call, await call.Api.SendAsync(HttpMethod.Post, $"api/v1/customers/{call.Given.GetValue(One)}/edits", new { edits, evidence = call.Given.GetValue(Evidence) }, call.Cancel));
    }

    private static void Written(VerbCall call, JsonElement done) => call.Print(done, [new("customers", true), new("act")], [[done.Text("customers"), done.Text("act")]]);

    private static async Task ConsentAsync(VerbCall call)
    {
        var said = new { channel = call.Given.GetValue(Channel) ?? "sms", purpose = call.Given.GetValue(Purpose) ?? "marketing", proof = call.Given.GetValue(Proof), at = call.Given.GetValue(At) };
        var done = await call.Api.SendAsync(HttpMethod.Post, "api/v1/customers/consents", new { customers = call.Given.GetValue(Customers), said }, call.Cancel);
        call.Print(done, [new("declared", true), new("refused later", true)], [[done.Text("declared"), done.Text("refusedLater")]]);
    }

    private static async Task WithdrawAsync(VerbCall call) => await call.Api.SendAsync(
        HttpMethod.Post, $"api/v1/customers/{call.Given.GetValue(One)}/withdrawals", new { channel = call.Given.GetValue(Channel), purpose = call.Given.GetValue(Purpose), how = (string?)null }, call.Cancel);

    private static async Task DoAsync(VerbCall call, string path, object body)
    {
        var done = await call.Api.SendAsync(HttpMethod.Post, $"api/v1/customers/{path}", body, call.Cancel);
        call.Print(done, [new("customers", true)], [[done.Text("customers")]]);
    }
}
