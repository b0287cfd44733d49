using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou user</c>: who may sign in.</summary>
internal static class UserVerb
{
    private static readonly string[] Roles = ["owner", "operator", "service", "reader"];

    private static readonly Column[] Columns = [new("id", true), new("name"), new("role"), new("shops"), new("created"), new("locked until")];

    internal static Command Make() => new("user", "Who may sign in.") { Add(), Access(), Reset(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "What they type to sign in." };
        var role = new Option<string>("--role") { Description = "owner, operator, service or reader.", DefaultValueFactory = _ => "operator" };
        role.AcceptOnlyFromAmong(Roles);
        var shops = ShopsOption.Make();
        return new Command("add", "Add a user; the password is asked for, or read from a pipe.") { name, role, shops }.AsksApi(async call =>
        {
            var seen = ShopsOption.Read(call.Given.GetValue(shops)!);
            var body = new { name = call.Given.GetValue(name), password = Password.Ask("Password: "), role = call.Given.GetValue(role), shops = seen };
            var user = await call.Api.SendAsync(HttpMethod.Post, "api/v1/users", body, call.Cancel);
            call.Print(user, Columns, [Row(user)]);
        });
    }

    private static Command Reset()
    {
        var name = new Argument<string>("name") { Description = "Whose password." };
        return new Command("reset", "Set a new password and end a lock-out.") { name }.AsksApi(async call =>
        {
            var user = await FindAsync(call, call.Given.GetValue(name)!);
            var body = new { password = Password.Ask("New password: ") };
            await call.Api.SendAsync(HttpMethod.Post, $"api/v1/users/{user.Text("id")}/password", body, call.Cancel);
        });
    }

    /// <summary>What is not said stays as it is.</summary>
    private static Command Access()
    {
        var name = new Argument<string>("name") { Description = "Whose access." };
        var role = new Option<string?>("--role") { Description = "owner, operator, service or reader." };
        role.AcceptOnlyFromAmong(Roles);
        var shops = new Option<string?>("--shops") { Description = "Ids of the shops whose rows they see, with commas between them; or all." };
        return new Command("access", "Say anew what a user may do, and whose rows they see, from their next request on.") { name, role, shops }.AsksApi(async call =>
        {
            var user = await FindAsync(call, call.Given.GetValue(name)!);
            var body = new { role = call.Given.GetValue(role) ?? user.Text("role"), shops = ShopsOption.Read(call.Given.GetValue(shops) ?? ShopsOption.Text(user)) };
            var changed = await call.Api.SendAsync(HttpMethod.Put, $"api/v1/users/{user.Text("id")}", body, call.Cancel);
            call.Print(changed, Columns, [Row(changed)]);
        });
    }

    private static async Task<System.Text.Json.JsonElement> FindAsync(VerbCall call, string wanted)
    {
        var users = await call.Api.GetAsync("api/v1/users", call.Cancel);
        var match = users.EnumerateArray().FirstOrDefault(u => string.Equals(u.Text("name"), wanted, StringComparison.OrdinalIgnoreCase));
        return match.ValueKind == System.Text.Json.JsonValueKind.Undefined ? throw new ApiRefusedException($"There is no user named \"{wanted}\".", Exit.Refused) : match;
    }

    private static Command List() => new Command("list", "List the users.").AsksApi(async call =>
    {
        var users = await call.Api.GetAsync("api/v1/users", call.Cancel);
        call.Print(users, Columns, users.EnumerateArray().Select(Row));
    });

    private static string[] Row(System.Text.Json.JsonElement user) =>
        [user.Text("id"), user.Text("name"), user.Text("role"), ShopsOption.Text(user), user.Text("createdAt"), user.Text("lockedUntil")];
}
