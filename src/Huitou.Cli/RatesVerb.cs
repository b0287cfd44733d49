using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou rates</c>: what other currencies are worth in the one that is counted in, each from a day on.</summary>
internal static class RatesVerb
{
    private const decimal Scale = 100_000_000m;

    private static readonly Argument<string> Currency = new("currency") { Description = "ISO code, such as USD." };

    private static readonly Argument<DateOnly> Day = new("day")
    {
        Description = "The first day it holds for, as 2026-01-31.", CustomParser = result => Parsed(result, DateOnly.TryParseExact(Token(result), "yyyy-MM-dd", out var day), day, "no day; write 2026-01-31"),
    };

    private static readonly Argument<decimal> Rate = new("rate")
    {
        Description = "What one unit is worth, such as 7.12; at most eight decimals.",
        CustomParser = result => Parsed(
            result, decimal.TryParse(Token(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate < Scale * 10 && rate * Scale == decimal.Truncate(rate * Scale), rate,
            "no rate; write 7.12, with at most eight decimals"),
    };

    internal static Command Make()
    {
        var rates = new Command("rates", "Exchange rates into the currency that is counted in.") { List(), Set(), Delete() };
        return rates.AsksApi(ListAsync);
    }

    private static Command List() => new Command("list", "List them, by currency, newest first.").AsksApi(ListAsync);

    private static Command Set() => new Command("set", "Set what a currency is worth from a day on; imports that are in keep the rates they were counted with.") { Currency, Day, Rate }.AsksApi(async call =>
    {
        var body = new { currency = Code(call), day = call.Given.GetValue(Day), rate = (long)(call.Given.GetValue(Rate) * Scale) };
        var rate = await call.Api.SendAsync(HttpMethod.Put, "api/v1/rates", body, call.Cancel);
        call.Print(rate, Columns, [Row(rate)]);
    });

    private static Command Delete() => new Command("delete", "Take a rate away.") { Currency, Day }.AsksApi(call => call.Api.SendAsync(
        HttpMethod.Delete, string.Create(CultureInfo.InvariantCulture, $"api/v1/rates/{Uri.EscapeDataString(Code(call))}/{call.Given.GetValue(Day):yyyy-MM-dd}"), null, call.Cancel));

    private static async Task ListAsync(VerbCall call)
    {
        var rates = await call.Api.GetAsync("api/v1/rates", call.Cancel);
        call.Print(rates, Columns, rates.EnumerateArray().Select(Row));
    }

    private static Column[] Columns => [new("currency"), new("from"), new("rate", true)];

    private static IReadOnlyList<string> Row(JsonElement rate) =>
        [rate.Text("currency"), rate.Text("day"), (rate.GetProperty("rate").GetInt64() / Scale).ToString("0.########", CultureInfo.InvariantCulture)];

    private static string Code(VerbCall call) => call.Given.GetValue(Currency)!.ToUpperInvariant();

    private static string Token(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Parsed<T>(ArgumentResult result, bool isRight, T value, string fault)
    {
        if (!isRight) result.AddError($"{Token(result)} is {fault}.");
        return value;
    }
}
