using System.Globalization;
using System.Text.Json;
using Huitou.Engine;

namespace Huitou.Access;

/// <summary>Something that happened, as the audit keeps it: its kind and named values, told in the reader's language by <see cref="AuditWords"/>. No personal data.</summary>
public sealed record AuditFact
{
    /// <summary>Between the values of a list; nothing that people name has it within.</summary>
    internal const char Comma = '\n';

    private AuditFact(AuditKind kind, params ReadOnlySpan<(string Name, string Text)> values)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, text) in values) named.Add(name, text);
        (Kind, Values) = (kind, named);
    }

    internal AuditFact(AuditKind kind, IReadOnlyDictionary<string, string> values) => (Kind, Values) = (kind, values);

    public AuditKind Kind { get; }

    /// <summary>By name, as text that does not depend on a language; several in one with line feeds between them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    public static AuditFact SignedIn() => new(AuditKind.SignedIn);

    public static AuditFact DemoSignedIn() => new(AuditKind.DemoSignedIn);

    public static AuditFact PasswordWrong() => new(AuditKind.PasswordWrong);

    public static AuditFact LockedOut() => new(AuditKind.LockedOut);

    public static AuditFact OwnerSetUp() => new(AuditKind.OwnerSetUp);

    public static AuditFact DemoOwnerAdded() => new(AuditKind.DemoOwnerAdded);

    public static AuditFact UserAdded(Role role, int[]? shops) => new(AuditKind.UserAdded, ("role", Word(role)), ("shops", Shops(shops)));

    public static AuditFact UserAccessChanged(Role roleBefore, int[]? shopsBefore, Role role, int[]? shops) => new(
        AuditKind.UserAccessChanged, ("roleBefore", Word(roleBefore)), ("shopsBefore", Shops(shopsBefore)), ("role", Word(role)), ("shops", Shops(shops)));

    public static AuditFact UserRemoved() => new(AuditKind.UserRemoved);

    public static AuditFact PasswordReset() => new(AuditKind.PasswordReset);

    public static AuditFact OwnPasswordChanged() => new(AuditKind.OwnPasswordChanged);

    public static AuditFact TokenCreated(Role role, int[]? shops) => new(AuditKind.TokenCreated, ("role", Word(role)), ("shops", Shops(shops)));

    public static AuditFact TokenRevoked() => new(AuditKind.TokenRevoked);

    public static AuditFact ShopSetUp(string zone, string currency) => new(AuditKind.ShopSetUp, ("zone", zone), ("currency", currency));

    public static AuditFact ShopAdded(string zone, string platform) => new(AuditKind.ShopAdded, ("zone", zone), ("platform", Platform(platform)));

    public static AuditFact ShopRenamed(string before, string name) => new(AuditKind.ShopRenamed, ("before", before), ("name", name));

    public static AuditFact ShopZoneChanged(string before, string zone) => new(AuditKind.ShopZoneChanged, ("before", before), ("zone", zone));

    public static AuditFact ShopPlatformChanged(string before, string platform) => new(AuditKind.ShopPlatformChanged, ("before", Platform(before)), ("platform", Platform(platform)));

    public static AuditFact DefinitionsChanged(Definitions before, Definitions counts) => new(AuditKind.DefinitionsChanged, ("before", Counts(before)), ("counts", Counts(counts)));

    public static AuditFact IdentityRulesChanged(int before, int mostCarriers) => new(AuditKind.IdentityRulesChanged, ("mostCarriers", Number(mostCarriers)), ("before", Number(before)));

    public static AuditFact ServiceLevelsChanged(IEnumerable<string> levels) => new(AuditKind.ServiceLevelsChanged, ("levels", List(levels)));

    public static AuditFact ViewMade(string name) => new(AuditKind.ViewMade, ("name", name));

    public static AuditFact ViewChanged(string name) => new(AuditKind.ViewChanged, ("name", name));

    public static AuditFact ViewDeleted(string name) => new(AuditKind.ViewDeleted, ("name", name));

    public static AuditFact GridLimitsSet(DateOnly from, int active, int silent, int dormant, int fan) => new(
        AuditKind.GridLimitsSet, ("from", Day(from)), ("active", Number(active)), ("silent", Number(silent)), ("dormant", Number(dormant)), ("fan", Number(fan)));

    public static AuditFact RateSet(DateOnly from, decimal rate) => new(AuditKind.RateSet, ("from", Day(from)), ("rate", rate.ToString(CultureInfo.InvariantCulture)));

    public static AuditFact RateRemoved(DateOnly from) => new(AuditKind.RateRemoved, ("from", Day(from)));

    public static AuditFact Imported(long rows, long rejected, long added, long changed, long unchanged) => new(
        AuditKind.Imported, ("rows", Number(rows)), ("rejected", Number(rejected)), ("new", Number(added)), ("changed", Number(changed)), ("unchanged", Number(unchanged)));

    public static AuditFact ImportUndone(string file) => new(AuditKind.ImportUndone, ("file", file));

    public static AuditFact DecisionWithdrawn() => new(AuditKind.DecisionWithdrawn);

    public static AuditFact ProfileTakenBack() => new(AuditKind.ProfileTakenBack);

    public static AuditFact CustomersMerged(long other) => new(AuditKind.CustomersMerged, ("other", Number(other)));

    public static AuditFact EvidenceParted(IEnumerable<long> evidence) => new(AuditKind.EvidenceParted, ("evidence", List(evidence.Order().Select(Number))));

    public static AuditFact CustomersKeptApart(long other) => new(AuditKind.CustomersKeptApart, ("other", Number(other)));

    public static AuditFact CustomersResolved(long moved) => new(AuditKind.CustomersResolved, ("moved", Number(moved)));

    /// <param name="attributes">Which; what was written into them stays out of the audit, which outlives people.</param>
    public static AuditFact ProfileWritten(IEnumerable<string> attributes) => new(AuditKind.ProfileWritten, ("attributes", List(attributes)));

    public static AuditFact ConsentDeclared(Enum channel, Enum purpose) => new(AuditKind.ConsentDeclared, ("channel", Word(channel)), ("purpose", Word(purpose)));

    public static AuditFact ConsentWithdrawn(IEnumerable<Enum> channels, IEnumerable<Enum> purposes) => new(
        AuditKind.ConsentWithdrawn, ("channels", List(channels.Select(Word))), ("purposes", List(purposes.Select(Word))));

    public static AuditFact CustomersBinned() => new(AuditKind.CustomersBinned);

    public static AuditFact CustomersRestored() => new(AuditKind.CustomersRestored);

    public static AuditFact CustomersErased() => new(AuditKind.CustomersErased);

    public static AuditFact CustomersErasedAgain() => new(AuditKind.CustomersErasedAgain);

    public static AuditFact CustomerRevealed() => new(AuditKind.CustomerRevealed);

    public static AuditFact Exported(string table, long rows, int columns, bool inFull) => new(
        inFull ? AuditKind.ExportedInFull : AuditKind.ExportedMasked, ("table", table), ("rows", Number(rows)), ("columns", Number(columns)));

    public static AuditFact PersonExported() => new(AuditKind.PersonExported);

    public static AuditFact BackupTaken(bool holdsDatabase, bool withKeys) => new(
        withKeys ? AuditKind.BackupWithKeys : AuditKind.BackupWithoutKeys, ("holds", holdsDatabase ? "database" : "settings"));

    public static AuditFact BackupRestored(DateTimeOffset at) => new(AuditKind.BackupRestored, ("at", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    public static AuditFact KeyRotated(IEnumerable<int> before, int key, long rows) => new(
        AuditKind.KeyRotated, ("before", List(before.Select(each => Number(each)))), ("key", Number(key)), ("rows", Number(rows)));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string List(IEnumerable<string> parts) => string.Join(Comma, parts.DefaultIfEmpty("none"));

    private static string Shops(int[]? shops) => shops is null ? "allShops" : List(shops.Select(shop => $"shop:{Number(shop)}"));

    private static string Platform(string platform) => platform == ShopPlatform.None ? "none" : platform;

    private static string Counts(Definitions counts) =>
        List([counts.RfmBasis == MoneyBasis.Net ? "rfmNet" : "rfmGross", .. counts.CountZeroPriced ? (string[])["countsZeroPriced"] : [], .. counts.CountTests ? (string[])["countsTests"] : []]);
}
