using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huitou.Data;

/// <summary>lower_case names for every column, complex members flattened with their owner's name.</summary>
internal static partial class SnakeCase
{
    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(Of(table));
            Rename(entity, "");
        }
    }

    private static void Rename(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties()) property.SetColumnName(prefix + Of(property.Name));
        foreach (var complex in type.GetComplexProperties()) Rename(complex.ComplexType, Of(complex.Name) + "_");
    }

    private static string Of(string name) => Boundary().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Boundary();
}
