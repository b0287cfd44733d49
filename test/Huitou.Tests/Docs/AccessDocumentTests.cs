using System.Text;
using System.Text.Json;
using Huitou.Access;
using Huitou.Data;
using Huitou.Engine.Tests;

namespace Huitou.Tests.Docs;

/// <summary>What docs/access.md says of permissions is what the product holds callers to.</summary>
public sealed class AccessDocumentTests
{
    [Fact]
    public Task Its_table_is_that_of_the_product() => Documents.KeepAsync("access.md", ("permissions", Table()));

    [Fact]
    public void A_scope_is_written_and_read_as_it_is_and_nothing_else_opens_one()
    {
        foreach (var scope in new[] { DataScope.All, DataScope.None, DataScope.Of([2, 1, 2]) }) Assert.Equal(scope, DataScope.Parse(scope.ToString()));
        Assert.Equal(DataScope.None, DataScope.Parse(null));
        Assert.Equal("1,2", DataScope.Of([2, 1, 2]).ToString());
    }

    private static string Table()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("\n| permission |").AppendJoin(" |", roles.Select(role => " " + Key(role))).Append(" |\n|---|").AppendJoin("", roles.Select(_ => "---|")).Append('\n');
        foreach (var permission in Enum.GetValues<Permission>())
            text.Append("| `").Append(Key(permission)).Append("` |").AppendJoin("", roles.Select(role => Permissions.Allows(role, permission) ? " ✓ |" : "  |")).Append('\n');
        return text.Append('\n').ToString();
    }

    private static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
