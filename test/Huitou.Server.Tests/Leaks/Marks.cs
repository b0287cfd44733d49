using System.Globalization;
using System.Text.RegularExpressions;

namespace Huitou.Server.Tests.Leaks;

/// <summary>How the texts of one shop are recognised, wherever they turn up.</summary>
/// <param name="Word">Stands in every text.</param>
/// <param name="Phones">How its phones begin, behind the country.</param>
/// <param name="Days">A number of days that nothing else has.</param>
internal sealed record Marks(string Word, string Phones, int Days)
{
    internal static readonly Marks A = new("ALFA", "138", 27_182);
    internal static readonly Marks B = new("BRAVO", "139", 31_313);

    /// <summary>A phone that a customer of both shops has.</summary>
    internal const string SharedPhone = "13700000009";

    internal string Person(int number) => $"{Word}-person-{number}";

    internal string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"{Phones}2222{number:0000}");

    internal string Mail(int number) => $"{Word.ToLowerInvariant()}{number}@{Word.ToLowerInvariant()}.example";

    /// <summary>What of this shop stands in a text; null where nothing does.</summary>
    internal string? FoundIn(string text) => new Regex($@"{Word}|\+?86{Phones}\*|{Phones}2222|\b{Days}\b", RegexOptions.IgnoreCase).Match(text) is { Success: true } match
        ? text[Math.Max(0, match.Index - 60)..Math.Min(text.Length, match.Index + 60)]
        : null;

    /// <summary>What of a person stands there that is to be masked.</summary>
    internal static string? UnmaskedIn(string text) => new Regex(@"-person-\d|13[789]\d{8}|(alfa|bravo)\d+@", RegexOptions.IgnoreCase).Match(text) is { Success: true } match
        ? text[Math.Max(0, match.Index - 60)..Math.Min(text.Length, match.Index + 60)]
        : null;
}

/// <summary>The ids of one shop's things, of every kind that a path or a body can name.</summary>
internal sealed record Ids
{
    /// <summary>Ids that never were.</summary>
    internal static readonly Ids Unknown = new()
    {
        Shop = 9_999_991, Import = 9_999_992, Job = 9_999_993, DryRun = 9_999_994, Export = 9_999_995, Mapping = 9_999_996, View = 9_999_981, Customer = 9_999_997, Evidence = 9_999_998, Order = 9_999_982,
        Channel = 251, Upload = new("9e9e9e9e-9e9e-4e9e-9e9e-9e9e9e9e9e9e"), Act = new("9f9f9f9f-9f9f-4f9f-9f9f-9f9f9f9f9f9f"), Marks = new("CHARLIE", "135", 1),
    };

    internal required Marks Marks { get; init; }

    internal long Shop { get; init; }

    /// <summary>One with rejects.</summary>
    internal long Import { get; init; }

    internal long Job { get; init; }

    internal long DryRun { get; init; }

    internal long Export { get; init; }

    internal long Mapping { get; init; }

    internal long View { get; init; }

    internal long Customer { get; init; }

    /// <summary>A second customer of the shop.</summary>
    internal long Another { get; init; }

    internal long Evidence { get; init; }

    /// <summary>An order of the customer.</summary>
    internal long Order { get; init; }

    internal long Channel { get; init; }

    internal Guid Upload { get; init; }

    internal Guid Act { get; init; }
}
