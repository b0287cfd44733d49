using System.Globalization;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary>
/// Writes the API's figures as cells: with thousands separators for people, bare for spreadsheets, money in units of the currency both
/// ways. What is null is an empty cell.
/// </summary>
internal sealed class FigureText
{
    private readonly bool _bare;
    private readonly int _digits;

    /// <param name="answer">The answer, whose root names the currency.</param>
    /// <param name="format">How it is printed.</param>
    internal FigureText(JsonElement answer, OutputFormat format)
    {
        _bare = format == OutputFormat.Csv;
        var currency = answer.GetProperty("currency");
        (Currency, _digits) = (currency.GetProperty("code").GetString()!, currency.GetProperty("digits").GetInt32());
    }

    /// <summary>ISO 4217 code of the money.</summary>
    internal string Currency { get; }

    internal string Money(JsonElement row, string member)
    {
        if (Value(row, member) is not { } minor) return "";
        var unit = 1m;
        for (var i = 0; i < _digits; i++) unit *= 10;
        return Number(Math.Round(minor / unit, _digits, MidpointRounding.AwayFromZero), _digits);
    }

    internal string Count(JsonElement row, string member) => Value(row, member) is { } count ? Number(count, 0) : "";

    internal string Ratio(JsonElement row, string member, int digits = 2) => Value(row, member) is { } ratio ? Number(ratio, digits) : "";

    /// <summary>A share, as per cent for people and as a fraction for spreadsheets.</summary>
    internal string Share(JsonElement row, string member)
    {
        if (Value(row, member) is not { } share) return "";
        return _bare ? share.ToString("0.######", CultureInfo.InvariantCulture) : Number(share * 100, 1) + "%";
    }

    private static decimal? Value(JsonElement row, string member) =>
        row.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private string Number(decimal value, int digits) => value.ToString((_bare ? "F" : "N") + digits, CultureInfo.InvariantCulture);
}
