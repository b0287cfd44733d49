using System.Reflection;
using System.Runtime.CompilerServices;
using Huitou.Connect;

namespace Huitou.Tests.Connect;

/// <summary>Facts of every kind with every property at random, found by reflection: a property that is added later is in it too.</summary>
internal sealed class RandomFacts(Random random)
{
    internal static readonly Type[] Kinds = [.. typeof(SourceFact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SourceFact)) && !t.IsAbstract)];

    private static readonly string[] Shared = ["", "浙江", "杭州", "a/b", "Café", "👒 hat", "TM", "\0\t\n", new('长', 300)];

    internal SourceFact Next(Type kind, string key, long number)
    {
        var fact = (SourceFact)RuntimeHelpers.GetUninitializedObject(kind);
        foreach (var property in Settable(kind)) property.SetValue(fact, Value(property));
        Set(fact, nameof(SourceFact.Number), number);
        var (named, value) = KeyOf(fact, key);
        Set(fact, named, value);
        return fact;
    }

    /// <summary>Everything that a fact says, comparable: a record holds lists equal only where they are the same list.</summary>
    internal static string Said(SourceFact fact) => fact.GetType().Name + string.Concat(Settable(fact.GetType()).Select(property =>
        $"|{property.Name}={property.GetValue(fact) switch
        {
            null => "null",
            DateTimeOffset instant => instant.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            IReadOnlyList<string> texts => $"[{string.Join(';', texts)}]",
            SourceBuyer buyer => $"{buyer.Id ?? "null"},{buyer.Phone ?? "null"},{buyer.Email ?? "null"},{buyer.Ids?.ToString() ?? "null"},{buyer.Masks?.ToString() ?? "null"}",
            var value => $"\"{value}\"",
        }}"));

    private static (string Property, object Value) KeyOf(SourceFact fact, string key) => fact switch
    {
        SourceCustomer => (nameof(SourceCustomer.Buyer), new SourceBuyer(key)),
        SourceProduct => (nameof(SourceProduct.Code), key),
        SourceTouch => (nameof(SourceTouch.Id), key),
        SourceVisitors => (nameof(SourceVisitors.Day), DateOnly.FromDayNumber(key.Length)),
        _ => (nameof(SourceLine.OrderNo), key),
    };

    private static IEnumerable<PropertyInfo> Settable(Type kind) =>
        kind.GetProperties().Where(p => p.CanWrite).OrderBy(p => p.Name, StringComparer.Ordinal);

    private static void Set(SourceFact fact, string name, object value) => fact.GetType().GetProperty(name)?.SetValue(fact, value);

    private object? Value(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType);
        if (type is not null && random.Next(3) == 0) return null;
        type ??= property.PropertyType;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length));
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(int)) return random.Next(4) == 0 ? int.MinValue : random.Next(100);
        if (type == typeof(long)) return random.Next(4) switch { 0 => long.MaxValue, 1 => long.MinValue, _ => random.NextInt64(1_000_000) };
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber));
        if (type == typeof(DateTimeOffset)) return Instant();
        if (type == typeof(SourceBuyer)) return new SourceBuyer(TextOrNull(), TextOrNull(), TextOrNull(), Ids(), random.Next(2) == 0 ? null : new(TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull()));
        if (type == typeof(SourceReceiver)) return random.Next(2) == 0 ? null : new SourceReceiver(Text(), Text(), Text(), new(Text(), Text(), Text()));
        if (type == typeof(IReadOnlyList<string>)) return Enumerable.Range(0, random.Next(4)).Select(_ => Text()).ToList();
        throw new NotSupportedException($"No random {type} for {property.Name}.");
    }

    private BuyerIds? Ids() => random.Next(2) == 0 ? null : new(TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull(), Text());

    private DateTimeOffset Instant() => random.Next(5) switch
    {
        0 => DateTimeOffset.MinValue,
        1 => DateTimeOffset.MaxValue,
        _ => new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero),
    };

    private string? TextOrNull() => random.Next(3) == 0 ? null : Text();

    private string Text() => random.Next(3) == 0 ? $"{random.Next()}" : Shared[random.Next(Shared.Length)];
}
