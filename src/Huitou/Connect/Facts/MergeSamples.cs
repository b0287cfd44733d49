using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>One thing said of a sample, before and after; null where nothing is said.</summary>
/// <param name="Field">What is said, by key.</param>
/// <param name="Before">What stands in the database.</param>
/// <param name="After">What the file says.</param>
public sealed record SampleValue(string Field, string? Before, string? After);

/// <summary>Something that an import would bring or change.</summary>
/// <param name="Key">What it is: an order number, a product code.</param>
/// <param name="IsNew">It is not known yet.</param>
/// <param name="Values">What is said of it; of changes what differs.</param>
public sealed record MergeSample(string Key, bool IsNew, IReadOnlyList<SampleValue> Values);

/// <summary>The first few things that a dry run would bring and change.</summary>
/// <param name="sees">The rows of whoever asks: what other shops say of a customer is not shown, and not compared with.</param>
internal sealed class MergeSamples(DataScope sees)
{
    private const int MostNew = 5;
    private const int MostChanged = 20;
    private readonly List<MergeSample> _all = [];

    internal DataScope Sees => sees;

    internal IReadOnlyList<MergeSample> All => _all;

    internal bool Wants(Verdict verdict) => verdict switch
    {
        Verdict.New => _all.Count(sample => sample.IsNew) < MostNew,
        Verdict.Changed => _all.Count(sample => !sample.IsNew) < MostChanged,
        Verdict.Older or Verdict.Known => false,
    };

    internal void Add(string key, IEnumerable<(string Field, string Value)>? before, IEnumerable<(string Field, string Value)> after)
    {
        var (old, now) = (Map(before ?? []), Map(after));
        var values = now.Keys.Union(old.Keys)
            .Select(field => new SampleValue(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
            .Where(value => before is null || value.Before != value.After);
        _all.Add(new MergeSample(key, before is null, [.. values]));
    }

    private static Dictionary<string, string> Map(IEnumerable<(string Field, string Value)> told) =>
        told.Where(t => t.Value.Length > 0).ToDictionary(t => t.Field, t => t.Value);
}
