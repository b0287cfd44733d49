using Huitou.Connect;
using Huitou.Customers;

namespace Huitou.Flows.Traits;

/// <summary>Whether somebody can be met by a way, and if not, why.</summary>
public enum WayState : byte
{
    /// <summary>There is an address that nobody found wrong, and nothing stands against it.</summary>
    Open,

    /// <summary>Nobody told an address.</summary>
    Missing,

    /// <summary>Somebody found that it does not work.</summary>
    Wrong,

    /// <summary>They refused a purpose and agreed to none.</summary>
    Refused,
}

/// <summary>By which way somebody can be met.</summary>
public enum Reach
{
    Phone,
    Email,

    /// <summary>By one of them at least.</summary>
    Any,

    /// <summary>By no way at all.</summary>
    None,
}

[Flags]
internal enum TraitMarks : byte
{
    None = 0,
    HasPhone = 1,
    HasEmail = 2,
    PhoneWrong = 4,
    EmailWrong = 8,
    HasNote = 16,
    Suppressed = 32,
}

/// <summary>What a customer is besides orders, as far as lists are narrowed by it. Words are numbers of <see cref="TraitWords"/>.</summary>
internal struct CustomerTraits
{
    private const int BitsOfWay = 2;

    /// <summary>Of each channel and purpose where the customer stands, two bits each.</summary>
    private byte _consents;

    internal TraitMarks Marks { get; set; }

    internal Gender? Gender { get; set; }

    /// <summary>The level of service that somebody set for them; 0 for none.</summary>
    internal int Level { get; set; }

    internal int City { get; set; }

    /// <summary>For who sees all; who sees some shops asks what these say.</summary>
    internal int District { get; set; }

    /// <summary>The preset of the import that first named them.</summary>
    internal int Source { get; set; }

    /// <summary>Their tags; null for none.</summary>
    internal int[]? Tags { get; set; }

    internal readonly bool Has(TraitMarks mark) => (Marks & mark) != 0;

    internal readonly ConsentStanding this[ConsentChannel channel, ConsentPurpose purpose] => (ConsentStanding)(_consents >> Place(channel, purpose) & 3);

    internal void Stand(ConsentState state) => _consents |= (byte)((int)state.Standing << Place(state.Channel, state.Purpose));

    internal readonly WayState Phone => Way(TraitMarks.HasPhone, TraitMarks.PhoneWrong, ConsentChannel.Sms);

    internal readonly WayState Email => Way(TraitMarks.HasEmail, TraitMarks.EmailWrong, ConsentChannel.Email);

    internal readonly bool Meets(Reach reach) => reach switch
    {
        Reach.Phone => Phone == WayState.Open,
        Reach.Email => Email == WayState.Open,
        Reach.Any => Phone == WayState.Open || Email == WayState.Open,
        Reach.None => Phone != WayState.Open && Email != WayState.Open,
    };

    private readonly WayState Way(TraitMarks known, TraitMarks wrong, ConsentChannel channel)
    {
        if (!Has(known)) return WayState.Missing;
        if (Has(wrong)) return WayState.Wrong;
        var (marketing, care) = (this[channel, ConsentPurpose.Marketing], this[channel, ConsentPurpose.Care]);
        var refused = marketing == ConsentStanding.Refused || care == ConsentStanding.Refused;
        return refused && marketing != ConsentStanding.Given && care != ConsentStanding.Given ? WayState.Refused : WayState.Open;
    }

    private static int Place(ConsentChannel channel, ConsentPurpose purpose) => (((int)channel - 1) * 2 + (int)purpose - 1) * BitsOfWay;
}

/// <summary>Words as numbers. It only grows, so a number never changes its meaning; 0 is the empty one.</summary>
internal sealed class TraitWords
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _words = [""];
    private readonly Lock _turn = new();

    internal int NumberOf(string word)
    {
        lock (_turn)
        {
            if (_numbers.TryGetValue(word, out var number)) return number;
            _words.Add(word);
            return _numbers[word] = _words.Count - 1;
        }
    }

    /// <summary>The word's number, or -1 where no customer ever bore it.</summary>
    internal int Find(string word)
    {
        lock (_turn) return _numbers.GetValueOrDefault(word, -1);
    }

    internal string WordOf(int number)
    {
        lock (_turn) return _words[number];
    }
}
