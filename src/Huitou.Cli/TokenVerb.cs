using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou token</c>: keys to the API for machines.</summary>
internal static class TokenVerb
{
    private static readonly string[] Roles = ["owner", "operator", "service", "reader"];

    private static readonly Column[] Columns =
        [new("id", true), new("name"), new("role"), new("shops"), new("created"), new("last used"), new("revoked")];

    internal static Command Make() => new("token", "Keys to the API, for machines.") { Create(), Revoke(), List() };

    private static Command Create()
    {
        var name = new Argument<string>("name") { Description = "What it is for." };
        var role = new Option<string>("--role") { Description = "owner, operator, service or reader.", DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong(Roles);
        var shops = ShopsOption.Make();
        return new Command("create", "Create a token and print its secret, this once.") { name, role, shops }.AsksApi(async call =>
        {
            var body = new { name = call.Given.GetValue(name), role = call.Given.GetValue(role), shops = ShopsOption.Read(call.Given.GetValue(shops)!) };
            var token = await call.Api.SendAsync(HttpMethod.Post, "api/v1/tokens", body, call.Cancel);
            if (call.Format == OutputFormat.Table) await call.Output.WriteLineAsync(token.Text("secret"));
            else call.Print(token, [new("id", true), new("secret")], [[token.Text("id"), token.Text("secret")]]);
        });
    }

    private static Command Revoke()
    {
        var id = new Argument<int>("id") { Description = "The number that `huitou token list` shows." };
        return new Command("revoke", "Revoke a token, at once.") { id }.AsksApi(
            call => call.Api.SendAsync(HttpMethod.Delete, $"api/v1/tokens/{call.Given.GetValue(id)}", null, call.Cancel));
    }

    private static Command List() => new Command("list", "List the tokens, without their secrets.").AsksApi(async call =>
    {
        var tokens = await call.Api.GetAsync("api/v1/tokens", call.Cancel);
        call.Print(tokens, Columns, tokens.EnumerateArray().Select(Row));
    });

    private static string[] Row(JsonElement token) =>
        [token.Text("id"), token.Text("name"), token.Text("role"), ShopsOption.Text(token), token.Text("createdAt"), token.Text("lastUsedAt"), token.Text("revokedAt")];
}
