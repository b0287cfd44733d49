using System.Text.Json;
using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.OpenApi;

/// <summary>The checked-in document is what clients are built from: it is what the host serves, or this fails.</summary>
public sealed class DocumentTests(TestHost host) : IClassFixture<TestHost>
{
    private static string CheckedIn => Path.Combine(Root(), "docs", "openapi.json");

    [Fact]
    public async Task The_checked_in_document_is_the_served_one()
    {
        var served = (await ServedAsync()).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("HUITOU_UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(CheckedIn, served, TestContext.Current.CancellationToken);

        var kept = await File.ReadAllTextAsync(CheckedIn, TestContext.Current.CancellationToken);

        Assert.True(kept == served, "The API changed. Run these tests once with HUITOU_UPDATE_OPENAPI=1 and look at what changed.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_its_permission_and_an_answer()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        var known = Enum.GetNames<Permission>().Select(JsonNamingPolicy.CamelCase.ConvertName).Append("public").ToHashSet();
        var names = new HashSet<string>();

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var where = $"{operation.Name} {path.Name}";
                Assert.True(names.Add(operation.Value.GetProperty("operationId").GetString()!), $"{where} repeats a name.");
                Assert.True(operation.Value.TryGetProperty("summary", out _), $"{where} has no summary.");
                Assert.Contains(operation.Value.GetProperty("x-permission").GetString()!, known);
                Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), r => r.Name[0] == '2');
            }
        }

        Assert.NotEmpty(names);
    }

    [Fact]
    public async Task Every_schema_says_what_kind_of_value_it_is()
    {
        using var document = JsonDocument.Parse(await ServedAsync());

        foreach (var schema in document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.True(schema.Value.TryGetProperty("type", out _), $"{schema.Name} has no type.");
            if (!schema.Value.TryGetProperty("properties", out var properties)) continue;
            foreach (var property in properties.EnumerateObject())
            {
                Assert.True(
                    property.Value.EnumerateObject().Any(p => p.Name is "type" or "$ref" or "oneOf" or "anyOf"),
                    $"{schema.Name}.{property.Name} may be anything.");
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Huitou.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    private async Task<string> ServedAsync()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        return await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
