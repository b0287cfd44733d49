using System.Globalization;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Connect.Regions;

namespace Huitou.Customers.Profiles;

/// <summary>What a profile holds, and what may be written into it by hand.</summary>
public static class ProfileAttribute
{
    public const string Name = "name";
    public const string Region = "region";
    public const string City = "city";
    public const string District = BuyerAttribute.District;

    /// <summary>The customer's service level, where somebody set another than that of their class.</summary>
    public const string ServiceLevel = "serviceLevel";

    /// <summary>"yes" where somebody found that the customer cannot be reached there.</summary>
    public const string PhoneWrong = "phoneWrong";
    public const string EmailWrong = "emailWrong";

    /// <summary>"yes" for who is not to be contacted. It is the shop's word, which can be taken back; a refusal is the customer's, which stands.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>There may be many; a new one replaces none.</summary>
    public const string Note = "note";

    /// <summary>Before a tag: "tag:vip" is "on" or, taken off, empty.</summary>
    public const string TagPrefix = "tag:";

    /// <summary>Before an attribute of the shop's own: "own:hobby".</summary>
    public const string OwnPrefix = "own:";

    /// <summary>"on" for who was moved to the bin. Written by that operation alone.</summary>
    public const string Bin = "bin";

    internal const string On = "on";

    private const int MostTag = 64;
    private const int MostOwn = 40;

    private static readonly Dictionary<string, int> Longest = new()
    {
        [Name] = 200, [Region] = 100, [City] = 100, [District] = 100, [BuyerAttribute.Address] = 300, [Note] = 2_000, [ServiceLevel] = 100,
    };

    /// <summary>Those that lie in the database sealed; among a shop's own there may be anything, such as a number by which somebody is reached.</summary>
    internal static bool IsSealed(string attribute) => attribute == Note || attribute.StartsWith(OwnPrefix, StringComparison.Ordinal) || BuyerAttribute.IsSealed(attribute);

    /// <summary>Those that only who may see people in full sees in full.</summary>
    internal static bool IsMasked(string attribute) => attribute is Name or BuyerAttribute.Address or BuyerAttribute.Birthday;

    /// <summary>What is to be kept of a text, or what is wrong with it. An empty one clears.</summary>
    internal static Outcome<string> Checked(string attribute, string text, DateOnly today)
    {
        var trimmed = text.Trim();
        if (attribute.StartsWith(TagPrefix, StringComparison.Ordinal))
            return Key(attribute, TagPrefix, MostTag) ? trimmed.Length == 0 ? "" : On : Bad($"A tag has 1 to {MostTag} characters and no comma.", "attribute");
        if (attribute.StartsWith(OwnPrefix, StringComparison.Ordinal))
        {
            return !Key(attribute, OwnPrefix, MostOwn) ? Bad($"An attribute's name has 1 to {MostOwn} characters and no comma.", "attribute")
                : trimmed.Length > 200 ? TooLong(trimmed, 200) : trimmed;
        }
        return attribute switch
        {
            BuyerAttribute.Phone => ContactText.Phone(trimmed) is { } phone ? phone : Bad("That is no whole phone. Give a Chinese mobile of eleven digits, or + and the number with its country. To remove one, take it back."),
            BuyerAttribute.Email => ContactText.Email(trimmed) is { } email ? email : Bad("That is no whole e-mail address. To remove one, take it back."),
            BuyerAttribute.Card => Card(trimmed),
            BuyerAttribute.Gender => trimmed.Length == 0 ? "" : Enum.TryParse<Gender>(trimmed, ignoreCase: true, out var gender) && Enum.IsDefined(gender) ? gender.ToString() : Bad($"'{trimmed}' is no gender. Give male, female or nothing."),
            BuyerAttribute.Birthday => Birthday(trimmed, today),
            PhoneWrong or EmailWrong or Suppressed => trimmed is "" or "yes" ? trimmed : Bad($"'{trimmed}' is neither 'yes' nor empty."),
            Note when trimmed.Length == 0 => Bad("A note has something in it. To remove one, take it back."),
            _ when !Longest.TryGetValue(attribute, out var most) => Bad($"'{attribute}' cannot be written by hand.", "attribute"),
            _ when trimmed.Length > Longest[attribute] => TooLong(trimmed, Longest[attribute]),
            _ when trimmed.Any(c => char.IsControl(c) && c is not '\n') => Bad("It holds a control character. Type it again."),
            _ => trimmed,
        };
    }

    /// <summary>
    /// The same with one name for each place. What follows from what is written is written too: who writes the city 杭州市 says 浙江, whatever files say.
    /// </summary>
    internal static List<(string Attribute, string Text)> Placed(IReadOnlyList<(string Attribute, string Text)> writes)
    {
        string Told(string attribute) => writes.LastOrDefault(write => write.Attribute == attribute).Text ?? "";
        var place = PlaceNames.Of(new(Told(Region), Told(City), Told(District)));
        (string Attribute, string Text)[] named = [(Region, place.Region), (City, place.City), (District, place.District)];
        return
        [
            .. writes.Where(write => write.Attribute is not (Region or City or District)),
            .. named.Where(part => part.Text.Length > 0 || writes.Any(write => write.Attribute == part.Attribute)),
        ];
    }

    private static Outcome<string> Card(string text)
    {
        if (text.Length > RowBuyer.MostId) return TooLong(text, RowBuyer.MostId);
        return ContactText.IsMasked(text) || ContactText.IsOaid(text) || text.Any(char.IsControl) || ContactText.Card(text) is not { } card ? Bad("That is no whole card number. To remove one, take it back.") : card;
    }

    /// <summary>A whole date, or month and day alone as --02-29.</summary>
    private static Outcome<string> Birthday(string text, DateOnly today)
    {
        if (text.Length == 0) return "";
        var monthAndDay = text.StartsWith("--", StringComparison.Ordinal);
        // The year before a month and day alone is a leap year, so that 29 February is one.
        if (!DateOnly.TryParseExact(monthAndDay ? $"2000-{text[2..]}" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Bad($"'{text}' is no birthday. Write it as 1990-05-12, or --05-12 where the year is not known.");
        if (!monthAndDay && (day.Year < 1900 || day > today)) return Bad($"A birthday lies between 1900 and today; {text} does not.");
        return text;
    }

    private static bool Key(string attribute, string prefix, int most)
    {
        var key = attribute.AsSpan(prefix.Length);
        return key.Trim().Length == key.Length && key.Length > 0 && key.Length <= most && key.IndexOfAny(",，") < 0 && !key.ContainsAnyInRange('\0', '\u001f');
    }

    private static Refusal Bad(string message, string path = "text") => new(ProblemCode.InvalidField, message, path);

    private static Refusal TooLong(string text, int most) => Bad($"At most {most} characters; this has {text.Length}.");
}
