using System.Globalization;

namespace Huitou.Data;

/// <summary>
/// Whose rows a caller may see: those of all shops, or of some. It is entered where it is known who calls, and every context opened from
/// there on sees no more: an operation has nothing to remember, and one that would go around it fails.
/// </summary>
public sealed class DataScope : IEquatable<DataScope>
{
    /// <summary>Everything: owners, and what the installation does by itself.</summary>
    public static readonly DataScope All = new(null);

    /// <summary>Not one row of any shop: who calls is not known, or not yet.</summary>
    public static readonly DataScope None = new([]);

    private const string Everything = "all";

    private static readonly AsyncLocal<DataScope?> Entered = new();

    private DataScope(int[]? shops) => Shops = shops;

    /// <summary>Ids of the shops, ascending; null for all.</summary>
    public int[]? Shops { get; }

    public bool IsAll => Shops is null;

    /// <summary>The scope in which this code runs. Clocks and jobs are nobody's: they see all, unless a job says whose it is.</summary>
    public static DataScope Current => Entered.Value ?? All;

    /// <summary>The rows of these shops; null for all.</summary>
    public static DataScope Of(IEnumerable<int>? shops) => shops is null ? All : new([.. shops.Distinct().Order()]);

    /// <summary>What <see cref="ToString"/> wrote; nothing where it is something else.</summary>
    public static DataScope Parse(string? text)
    {
        if (text == Everything) return All;
        return string.IsNullOrEmpty(text) ? None : Of(text.Split(',').Select(id => int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture)));
    }

    /// <summary>Runs what follows in this scope, until it is disposed of.</summary>
    public static IDisposable Enter(DataScope scope)
    {
        var before = Entered.Value;
        Entered.Value = scope;
        return new Left(before);
    }

    public bool Holds(int? shop) => Shops is null || (shop is { } one && Shops.Contains(one));

    /// <summary>Whether all that another one sees is seen here too.</summary>
    public bool Holds(DataScope other) => Shops is null || (other.Shops is { } others && others.All(Shops.Contains));

    public bool Equals(DataScope? other) => other is not null && (Shops is null ? other.Shops is null : other.Shops is { } shops && Shops.SequenceEqual(shops));

    public override bool Equals(object? obj) => Equals(obj as DataScope);

    public override int GetHashCode() => Shops is null ? -1 : Shops.Aggregate(0, HashCode.Combine);

    public override string ToString() => Shops is null ? Everything : string.Join(',', Shops.Select(shop => shop.ToString(CultureInfo.InvariantCulture)));

    private sealed class Left(DataScope? before) : IDisposable
    {
        public void Dispose() => Entered.Value = before;
    }
}
