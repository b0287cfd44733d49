using System.Text.Json.Serialization;
using Huitou.Access;
using Huitou.Engine;

namespace Huitou.Flows.Levels;

/// <summary>A cell of the grid.</summary>
public sealed record ServiceCell(RClass R, FClass F);

/// <summary>A level of service: a word, what it promises, and the classes of customers that it holds for.</summary>
/// <param name="Name">The word, such as "priority".</param>
/// <param name="Promise">The sentence, such as "call back within the hour, gift wrapping".</param>
/// <param name="Groups">RFM groups.</param>
/// <param name="Cells">Cells of the grid.</param>
public sealed record ServiceLevel(string Name, string Promise, IReadOnlyList<RfmGroup> Groups, IReadOnlyList<ServiceCell> Cells)
{
    public const int MostName = 40;
    public const int MostPromise = 300;
}

/// <summary>Why a customer has a level.</summary>
public enum LevelReason
{
    /// <summary>Somebody set it for them.</summary>
    ByHand,

    /// <summary>By their RFM group.</summary>
    Group,

    /// <summary>By their cell of the grid.</summary>
    Cell,
}

/// <summary>The level that a customer has.</summary>
/// <param name="Name">The word.</param>
/// <param name="Promise">What it promises; empty for a word by hand that is no level of the settings.</param>
/// <param name="Reason">Why.</param>
public sealed record LevelOfCustomer(string Name, string Promise, LevelReason Reason);

/// <summary>The levels of service of the installation; of two that hold for somebody the first one counts.</summary>
public sealed record ServiceLevels
{
    internal const int MostLevels = 20;

    public IReadOnlyList<ServiceLevel> Levels { get; init; } = [];

    [JsonIgnore]
    internal bool IsEmpty => Levels.Count == 0;

    /// <summary>Somebody's level: what was set for them by hand, else the first that holds for their classes; null where none does.</summary>
    internal LevelOfCustomer? Of(string byHand, RClass r, FClass f, RfmGroup? group)
    {
        if (byHand.Length > 0) return ByHand(byHand);
        foreach (var level in Levels)
        {
            if (group is { } one && level.Groups.Contains(one)) return new(level.Name, level.Promise, LevelReason.Group);
            if (level.Cells.Contains(new(r, f))) return new(level.Name, level.Promise, LevelReason.Cell);
        }
        return null;
    }

    /// <summary>The level of who has no classes yet.</summary>
    internal LevelOfCustomer? OfNobodysClass(string byHand) => byHand.Length > 0 ? ByHand(byHand) : null;

    /// <summary>What is wrong with the levels; null when nothing is.</summary>
    internal Refusal? Fault()
    {
        if (Levels.Count > MostLevels) return Bad($"There are at most {MostLevels} levels, not {Levels.Count}.", "levels");
        for (var i = 0; i < Levels.Count; i++)
        {
            var level = Levels[i];
            if (level.Name.Length is 0 or > ServiceLevel.MostName || level.Name.Any(char.IsControl)) return Bad($"A level's name has 1 to {ServiceLevel.MostName} characters on one line.", $"levels[{i}].name");
            if (level.Promise.Length > ServiceLevel.MostPromise) return Bad($"A promise has at most {ServiceLevel.MostPromise} characters; this has {level.Promise.Length}.", $"levels[{i}].promise");
            foreach (var before in Levels.Take(i))
            {
                if (string.Equals(before.Name, level.Name, StringComparison.OrdinalIgnoreCase)) return Bad($"Two levels are called '{level.Name}'. Give one of them another name.", $"levels[{i}].name");
                if (before.Groups.Intersect(level.Groups).Any()) return Bad($"'{before.Name}' and '{level.Name}' are both for one RFM group. Leave it to one of them.", $"levels[{i}].groups");
                if (before.Cells.Intersect(level.Cells).Any()) return Bad($"'{before.Name}' and '{level.Name}' are both for one cell of the grid. Leave it to one of them.", $"levels[{i}].cells");
            }
        }
        return null;
    }

    private LevelOfCustomer ByHand(string name) => Levels.FirstOrDefault(level => level.Name == name) is { } known ? new(known.Name, known.Promise, LevelReason.ByHand) : new(name, "", LevelReason.ByHand);

    private static Refusal Bad(string message, string path) => new(ProblemCode.InvalidField, message, path);
}
