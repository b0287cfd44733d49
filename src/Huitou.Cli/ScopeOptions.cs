using System.CommandLine;
using System.Globalization;

namespace Huitou.Cli;

/// <summary>The options of every verb that asks for a report: of which shops, which days, as of when.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string?> _shops = new("--shops") { Description = "Ids with commas between them; all when left out." };
    private readonly Option<string?> _channels = new("--channels") { Description = "Ids with commas between them; all when left out." };
    private readonly Option<string?> _from = new("--from") { Description = "First day, yyyy-MM-dd." };
    private readonly Option<string?> _to = new("--to") { Description = "Last day, yyyy-MM-dd." };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "The day as of which it is asked; today when left out." };

    /// <summary>Adds the options to a verb.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option<string?>[])[_shops, _channels, _from, _to, _asOf]) command.Options.Add(option);
    }

    /// <summary>A path with the options as query, and what else is asked.</summary>
    internal string Path(string path, ParseResult given, params (string Name, object? Value)[] more)
    {
        (string Name, object? Value)[] query =
        [
            ("shops", given.GetValue(_shops)), ("channels", given.GetValue(_channels)), ("from", given.GetValue(_from)), ("to", given.GetValue(_to)),
            ("asOf", given.GetValue(_asOf)), .. more,
        ];
        var asked = query.Where(part => part.Value is not null)
            .Select(part => $"{part.Name}={Uri.EscapeDataString(Convert.ToString(part.Value, CultureInfo.InvariantCulture)!)}");
        return $"api/v1/{path}?{string.Join('&', asked)}";
    }
}

/// <summary>The option that tries limits of the grid instead of those in force.</summary>
internal static class LimitsOption
{
    private static readonly string[] Names = ["activeMax", "silentMax", "dormantMax", "fanMin"];

    internal static Option<string?> Make() => new("--limits") { Description = "Try these limits: active,silent,dormant,fan, such as 30,60,120,6." };

    /// <summary>The limits as query; none when the option is left out.</summary>
    /// <exception cref="ApiRefusedException">They are not four numbers.</exception>
    internal static (string Name, object? Value)[] Read(string? text)
    {
        if (text is null) return [];
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != Names.Length || !parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            throw new ApiRefusedException($"'{text}' are no limits. Give four numbers: active,silent,dormant,fan, such as 30,60,120,6.", Exit.Usage);
        return [.. Names.Zip(parts, (name, part) => (name, (object?)part))];
    }
}
