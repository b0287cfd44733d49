using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou identity</c>: who is who.</summary>
internal static class IdentityVerb
{
    private static readonly Argument<long> One = new("customer") { Description = "A customer's number." };
    private static readonly Argument<long> Other = new("other") { Description = "Another's." };
    private static readonly Argument<long[]> Evidence = new("evidence") { Description = "Numbers of the pieces of evidence that are of somebody else.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<Guid> Act = new("act") { Description = "The decision, which `huitou identity acts` shows." };
    private static readonly Option<int> Page = new("--page") { Description = "Which page, from 1.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int?> MostCarriers = new("--most-carriers") { Description = "How many pieces of evidence may carry a value before it is nobody's own." };

    internal static Command Make() => new("identity", "Who is who: likely duplicates, and what people decided about them.")
    {
        new Command("doubts", "Phones, e-mails, cards and ids that several customers carry without being one.") { Page }.AsksApi(DoubtsAsync),
        new Command("merge", "Two customers are one person.") { One, Other }.AsksApi(call => PairAsync(call, "merges")),
        new Command("apart", "Two customers are different people; they are not proposed again.") { One, Other }.AsksApi(call => PairAsync(call, "apart")),
        new Command("part", "Part of a customer's evidence is of somebody else.") { One, Evidence }.AsksApi(call =>
            ActAsync(call, "parts", new { customer = call.Given.GetValue(One), evidence = call.Given.GetValue(Evidence) })),
        new Command("acts", "What was decided, the newest first.").AsksApi(ActsAsync),
        new Command("resolve", "Find out anew who everybody is, from all the evidence.").AsksApi(ResolveAsync),
        new Command("rules", "The rules that are set here; changed, all is resolved anew.") { MostCarriers }.AsksApi(RulesAsync),
        new Command("withdraw", "Take a decision back: all is as if it had not been.") { Act }.AsksApi(async call =>
            Print(call, await call.Api.SendAsync(HttpMethod.Delete, $"api/v1/identity/acts/{call.Given.GetValue(Act)}", null, call.Cancel))),
    };

    private static Task PairAsync(VerbCall call, string verb) => ActAsync(call, verb, new { one = call.Given.GetValue(One), other = call.Given.GetValue(Other) });

    private static async Task ActAsync(VerbCall call, string verb, object body) => Print(call, await call.Api.SendAsync(HttpMethod.Post, $"api/v1/identity/{verb}", body, call.Cancel));

    private static void Print(VerbCall call, JsonElement done) =>
        call.Print(done, [new("customers now"), new("act")], [[string.Join(' ', done.GetProperty("customers").EnumerateArray()), done.Text("act")]]);

    private static async Task ResolveAsync(VerbCall call)
    {
        var job = (await call.Api.SendAsync(HttpMethod.Post, "api/v1/identity/resolutions", null, call.Cancel)).Text("jobId");
        await JobWait.UntilDoneAsync(call, job, "resolution");
        var done = await call.Api.GetAsync($"api/v1/jobs/{job}", call.Cancel);
        call.Print(done, [new("state")], [[done.Text("state")]]);
    }

    private static async Task RulesAsync(VerbCall call)
    {
        const string Path = "api/v1/identity/rules";
        var rules = await call.Api.GetAsync(Path, call.Cancel);
        if (call.Given.GetValue(MostCarriers) is { } most)
        {
            using var change = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(new { mostCarriers = most }) };
            change.Headers.Add("If-Match", $"\"{rules.Text("version")}\"");
            using var response = await call.Api.Http.SendAsync(change, call.Cancel);
            rules = await ApiClient.ReadAsync(response, call.Cancel);
            if (rules.Text("jobId") is { Length: > 0 } job) await JobWait.UntilDoneAsync(call, job, "resolution");
        }
        call.Print(rules, [new("most carriers", true)], [[rules.GetProperty("rules").Text("mostCarriers")]]);
    }

    private static async Task DoubtsAsync(VerbCall call)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"api/v1/identity/doubts?page={call.Given.GetValue(Page)}");
        var doubts = await call.Api.GetAsync(page, call.Cancel);
        call.Print(
            doubts, [new("kind"), new("value"), new("of"), new("why"), new("customer", true), new("name"), new("evidence", true), new("goes by")],
            from doubt in doubts.GetProperty("items").EnumerateArray()
            from side in doubt.GetProperty("sides").EnumerateArray()
            let evidence = side.GetProperty("evidence")
            select (string[])[doubt.Text("kind"), doubt.Text("value"), doubt.Text("scope"), doubt.Text("reason"), side.Text("customer"), side.Text("name"), evidence.Text("id"), evidence.Text("value")]);
    }

    private static async Task ActsAsync(VerbCall call)
    {
        var acts = await call.Api.GetAsync("api/v1/identity/acts", call.Cancel);
        call.Print(
            acts, [new("act"), new("said"), new("customers"), new("by"), new("when")],
            acts.EnumerateArray().Select(act => (string[])[act.Text("act"), act.GetProperty("isSame").GetBoolean() ? "same" : "different", string.Join(' ', act.GetProperty("customers").EnumerateArray()), act.Text("actor"), act.Text("at")]));
    }
}
