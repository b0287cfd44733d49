using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou user</c>: who may sign in.</summary>
internal static class UserVerb
{
    private static readonly string[] Roles = ["owner", "operator", "service", "reader"];

    private static readonly Column[] Columns = [new("id", true), new("name"), new("role"), new("created"), new("locked until")];

    internal static Command Make() => new("user", "Who may sign in.") { Add(), Reset(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "What they type to sign in." };
        var role = new Option<string>("--role") { Description = "owner, operator, service or reader.", DefaultValueFactory = _ => "operator" };
        role.AcceptOnlyFromAmong(Roles);
        return new Command("add", "Add a user; the password is asked for, or read from a pipe.") { name, role }.AsksApi(async call =>
        {
            var body = new { name = call.Given.GetValue(name), password = Password.Ask("Password: "), role = call.Given.GetValue(role) };
            var user = await call.Api.SendAsync(HttpMethod.Post, "api/v1/users", body, call.Cancel);
            call.Print(user, Columns, [Row(user)]);
        });
    }

    private static Command Reset()
    {
        var name = new Argument<string>("name") { Description = "Whose password." };
        return new Command("reset", "Set a new password and end a lock-out.") { name }.AsksApi(async call =>
        {
            var wanted = call.Given.GetValue(name);
            var users = await call.Api.GetAsync("api/v1/users", call.Cancel);
            var match = users.EnumerateArray().FirstOrDefault(u => string.Equals(u.Text("name"), wanted, StringComparison.OrdinalIgnoreCase));
            if (match.ValueKind == System.Text.Json.JsonValueKind.Undefined)
                throw new ApiRefusedException($"There is no user named \"{wanted}\".", Exit.Refused);
            var body = new { password = Password.Ask("New password: ") };
            await call.Api.SendAsync(HttpMethod.Post, $"api/v1/users/{match.Text("id")}/password", body, call.Cancel);
        });
    }

    private static Command List() => new Command("list", "List the users.").AsksApi(async call =>
    {
        var users = await call.Api.GetAsync("api/v1/users", call.Cancel);
        call.Print(users, Columns, users.EnumerateArray().Select(Row));
    });

    private static string[] Row(System.Text.Json.JsonElement user) =>
        [user.Text("id"), user.Text("name"), user.Text("role"), user.Text("createdAt"), user.Text("lockedUntil")];
}
