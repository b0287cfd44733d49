using System.Diagnostics;
using System.Text.Json;
using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Cli;

/// <summary>The real command in a process of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("huitou-cli-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Without_a_host_the_command_is_the_host()
    {
        var added = await RunAsync(_data, "correct horse", "user", "add", "老板", "--role", "owner", "--json");
        var listed = await RunAsync(_data, "", "user", "list");

        Assert.Equal(0, added.Code);
        Assert.Equal("owner", JsonDocument.Parse(added.Output).RootElement.GetProperty("role").GetString());
        Assert.Contains(" 1  老板  owner  ", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_host_it_goes_through_it_as_the_console()
    {
        await using var host = await TestHost.StartAsync(setUp: true);
        var folder = host.Options.DataFolder;

        var created = await RunAsync(folder, "", "token", "create", "till", "--role", "service");
        var listed = await RunAsync(folder, "", "token", "list", "--csv");
        var reset = await RunAsync(folder, "another horse", "user", "reset", TestHost.Owner);

        Assert.StartsWith("hui_", created.Output, StringComparison.Ordinal);
        Assert.StartsWith("id,name,role,shops,created,last used,revoked\r\n1,till,service,all,", listed.Output, StringComparison.Ordinal);
        Assert.Equal(0, reset.Code);
        using var browser = await host.SignedInAsync(password: "another horse");
        Assert.Contains(await host.AuditAsync(), a => a is { Actor: "console", Action: AuditAction.Tokens, Subject: "token:1" });
        var audit = await RunAsync(folder, "", "audit", "--action", "tokens", "--csv");
        Assert.EndsWith(",console,tokens,token:1,\"Created as service, sees all shops\"\r\n", audit.Output, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"tokenCreated\"", (await RunAsync(folder, "", "audit", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shops_say_where_they_sell_and_the_host_how_it_is()
    {
        await using var host = await TestHost.StartAsync(setUp: true);
        var folder = host.Options.DataFolder;

        Assert.Equal(0, (await RunAsync(folder, "", "shop", "add", "second", "--platform", "jd")).Code);
        Assert.Equal(1, (await RunAsync(folder, "", "shop", "change", "2", "--platform", "market")).Code);
        Assert.Contains("for imports from now on", (await RunAsync(folder, "", "shop", "change", "2", "--platform", "none", "--name", "other")).Output, StringComparison.Ordinal);
        Assert.Contains("2,other,Asia/Shanghai,none", (await RunAsync(folder, "", "shop", "list", "--csv")).Output, StringComparison.Ordinal);
        var status = await RunAsync(folder, "", "status");
        foreach (var part in (string[])["figures as of", "sqlite", "none known"]) Assert.Contains(part, status.Output, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse((await RunAsync(folder, "", "status", "--json")).Output).RootElement.GetProperty("jobsRunning").GetInt32());
    }

    [Fact]
    public async Task Customers_are_written_of_agree_and_go_and_come_back()
    {
        await using var host = await TestHost.StartAsync(setUp: true);
        var folder = host.Options.DataFolder;
        var file = Path.Combine(_data, "orders.csv");
        await File.WriteAllTextAsync(file, "Order no,Paid at,Buyer id,Buyer name,Product code,Quantity,Unit price,Receiver,Receiver address\nA1,2026-03-01 10:00:00,ann,Ann Lee,SKU1,1,20.00,Bob Roe,浙江省杭州市西湖区文三路1号\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunAsync(folder, "", "import", file)).Code);
        var customers = await RunAsync(folder, "", "customers", "--json", "--limit", "1");
        var id = JsonDocument.Parse(customers.Output).RootElement.GetProperty("items")[0].GetProperty("id").ToString();

        var written = await RunAsync(folder, "", "customer", "write", id, "city=Hangzhou", "tag:vip=on", "--json");
        Assert.Equal(1, (await RunAsync(folder, "", "customer", "write", id, "birthday=never")).Code);
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "consent", id, "--proof", "form of March")).Code);
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "withdraw", id, "--channel", "email")).Code);
        var shown = (await RunAsync(folder, "", "customer", "show", id)).Output;
        foreach (var part in (string[])["Hangzhou", "vip", "given", "refused"]) Assert.Contains(part, shown, StringComparison.Ordinal);
        Assert.Contains(id, (await RunAsync(folder, "", "customers", "--tag", "vip")).Output, StringComparison.Ordinal);
        var act = JsonDocument.Parse(written.Output).RootElement.GetProperty("act").ToString();
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "take-back", act)).Code);
        Assert.DoesNotContain("Hangzhou", (await RunAsync(folder, "", "customer", "show", id)).Output, StringComparison.Ordinal);
        var receivers = await RunAsync(folder, "", "customer", "receivers", id, "--csv");
        Assert.Contains(",B***,,浙江,杭州,西湖区,***,1,", receivers.Output, StringComparison.Ordinal);
        var order = receivers.Output.Split('\n')[1].Split(',')[0];
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "take-address", id, order)).Code);
        Assert.Contains("杭州", (await RunAsync(folder, "", "customer", "show", id)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "bin", id)).Code);
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "restore", id)).Code);
        Assert.Contains("form of March", (await RunAsync(folder, "", "customer", "subject", id)).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(folder, "", "customer", "erase", id)).Code);
        Assert.Equal(0, (await RunAsync(folder, "", "customer", "erase", id, "--confirm", "ERASE")).Code);
        Assert.Equal(1, (await RunAsync(folder, "", "customer", "show", id)).Code);
    }

    [Fact]
    public async Task A_key_is_changed_while_no_host_runs_and_a_wrong_one_starts_none()
    {
        await RunAsync(_data, "correct horse", "user", "add", "owner", "--role", "owner");
        var rotated = await RunAsync(_data, "", "key", "rotate", "--json");
        var again = await RunAsync(_data, "", "key", "rotate", "--csv");
        Assert.Equal((0, 2), (rotated.Code, JsonDocument.Parse(rotated.Output).RootElement.GetProperty("key").GetInt32()));
        Assert.StartsWith("key,rows,files,unreadable files\r\n3,", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(_data, "", "user", "list")).Code);

        await using (var host = await TestHost.StartAsync(setUp: true))
        {
            var refused = await RunAsync(host.Options.DataFolder, "", "key", "rotate");
            Assert.Equal(1, refused.Code);
            Assert.Contains("Stop it first", refused.Error, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(_data, "keys", "data.key"), $"1:{Convert.ToBase64String(new byte[32])}", TestContext.Current.CancellationToken);
        var wrong = await RunAsync(_data, "", "user", "list");
        Assert.Equal(1, wrong.Code);
        Assert.Contains("The key is not that of this database.", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_what_happened()
    {
        await using var host = await TestHost.StartAsync(setUp: true);
        var folder = host.Options.DataFolder;

        var refused = await RunAsync(folder, "", "token", "revoke", "99");
        var misunderstood = await RunAsync(folder, "", "token", "explode");
        var second = await RunAsync(folder, "", "serve", "--url", "http://127.0.0.1:0");
        var faulty = await RunAsync(_data, "", "serve", "--demo", "--url", "http://0.0.0.0:0");

        Assert.Equal((1, "There is no token 99. (not_found)"), (refused.Code, refused.Error.Trim()));
        Assert.Equal(2, misunderstood.Code);
        Assert.Equal(1, second.Code);
        Assert.Contains($"Process {Environment.ProcessId} already hosts {folder}", second.Error, StringComparison.Ordinal);
        Assert.Equal(1, faulty.Code);
        Assert.Contains("this machine only", faulty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_a_running_host_comes_back_in_an_empty_folder()
    {
        var file = Path.Combine(_data, "copy.tar.gz");
        await using (var host = await TestHost.StartAsync(setUp: true))
        {
            var backup = await RunAsync(host.Options.DataFolder, "", "backup", file);
            var again = await RunAsync(host.Options.DataFolder, "", "backup", file);
            var restoreInto = await RunAsync(host.Options.DataFolder, "", "restore", file);

            Assert.Equal(0, backup.Code);
            Assert.Equal(1, again.Code);
            Assert.Equal(1, restoreInto.Code);
        }

        var target = Path.Combine(_data, "restored");
        var restored = await RunAsync(target, "", "restore", file);
        var users = await RunAsync(target, "", "user", "list", "--csv");

        Assert.Equal(0, restored.Code);
        Assert.Contains(TestHost.Owner, users.Output, StringComparison.Ordinal);
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(string data, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Huitou.Cli.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["HUITOU_DATA"] = data;
        start.Environment.Remove("HUITOU_DATABASE");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
