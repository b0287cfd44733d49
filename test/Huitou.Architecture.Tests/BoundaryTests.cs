using System.Reflection;

namespace Huitou.Architecture.Tests;

/// <summary>The arrow of the data never bends: who may use whom, held over the metadata of the built assemblies.</summary>
public sealed class BoundaryTests
{
    private static readonly Assembly Engine = typeof(Engine.Scope).Assembly;
    private static readonly Assembly Product = typeof(HuitouOptions).Assembly;

    [Fact]
    public void The_engine_knows_nothing_of_the_product() =>
        Assert.All(References(Engine), name => Assert.True(
            name is "System.Numerics.Tensors" or "MathNet.Numerics" || (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.Console"),
            $"Huitou.Engine refers to {name}."));

    [Fact]
    public void The_product_knows_nothing_of_the_web_and_the_console() =>
        Assert.All(References(Product), name => Assert.True(
            name != "System.Console"
            && (!name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)
                || name is "Microsoft.AspNetCore.DataProtection" or "Microsoft.AspNetCore.DataProtection.Abstractions"),
            $"Huitou refers to {name}."));

    [Theory]
    [InlineData("Huitou.Server")]
    [InlineData("Huitou.Cli")]
    public void Shells_never_touch_the_database(string shell) =>
        Assert.All(References(Assembly.Load(shell)), name => Assert.False(
            name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal) || name == "System.Data.Common",
            $"{shell} refers to {name}."));

    [Fact]
    public void Every_type_of_the_product_sits_in_a_stage_or_the_hub()
    {
        string[] homes = [.. Stages.InOrder, "Data", "Flows", ""];
        Assert.All(ProductTypes(), type => Assert.True(homes.Contains(Home(type)), $"{type} sits in no stage."));
    }

    [Fact]
    public void A_stage_uses_only_stages_before_it()
    {
        var bent = from type in ProductTypes()
                   from used in TypeUses.Of(type)
                   where used.Assembly == Product && !MayUse(type, Home(type), Home(used))
                   select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(bent.Distinct());
    }

    [Fact]
    public void Identity_stays_in_access_and_the_database()
    {
        var strays = from type in ProductTypes()
                     where Home(type) is not ("Access" or "Data" or "")
                     from used in TypeUses.Of(type)
                     where used.Assembly.GetName().Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                           || used.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true
                     select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(strays.Distinct());
    }

    [Fact]
    public void The_docs_tell_the_stages_in_the_same_order()
    {
        var text = Repository.Read("docs/architecture.md");
        var places = Stages.InOrder.Select(stage => text.IndexOf($"| `{stage}` |", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    /// <summary>The context lists every entity, so it alone of the hub may know the stages; only flows and the wiring see all.</summary>
    private static bool MayUse(Type user, string from, string to)
    {
        if (from == to || to == "Data" || from is "Flows") return true;
        if (from == "") return true;
        if (from == "Data") return IsContext(user) || to == "";
        if (to == "") return true;
        return Array.IndexOf(Stages.InOrder, to) is >= 0 and var place && place < Array.IndexOf(Stages.InOrder, from);
    }

    private static bool IsContext(Type type) =>
        Outermost(type).Name == "HuitouDb" || type.Namespace!.EndsWith("Migrations", StringComparison.Ordinal);

    private static IEnumerable<Type> ProductTypes() => Product.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Huitou", StringComparison.Ordinal) == true);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Home(Type type) => type.Namespace is { } name && name.StartsWith("Huitou.", StringComparison.Ordinal)
        ? name.Split('.')[1]
        : "";

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
