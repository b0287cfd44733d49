using System.Text.RegularExpressions;

namespace Huitou.Architecture.Tests;

/// <summary>Whose rows a caller sees is held by filters. Who goes around them is named here, with the reason beside the code.</summary>
public sealed partial class ScopeTests
{
    private static readonly string[] Doors =
    [
        "Access/Backup.cs: ExecuteSql", "Access/Restore.cs: ExecuteSqlRaw", "Access/Restore.cs: GetDbConnection", "Access/Restore.cs: SqlQueryRaw",
        "Customers/BuyerContacts.cs: ListSeenAsync",
        "Data/IBulkWriter.cs: GetDbConnection", "Data/SchemaUpdate.cs: ExecuteSqlRaw", "Data/Snapshot.cs: GetDbConnection", "Data/SqlCommands.cs: GetDbConnection",
        "Flows/Identity/CustomerIdentity.cs: OpenWhole", "Flows/Identity/IdentityBounds.cs: OpenWhole", "Flows/Identity/IdentityReview.cs: ListSeenAsync",
        "Flows/Identity/SeenEvidence.cs: OpenWhole",
        "Flows/Imports/ImportRun.cs: ExecuteSqlRaw", "Flows/Imports/ImportStart.cs: IgnoreQueryFilters", "Flows/Imports/ImportTurn.cs: GetDbConnection",
        "Flows/Profiles/CustomerBin.cs: OpenWhole", "Flows/Profiles/CustomerConsents.cs: OpenWhole", "Flows/Profiles/EditProfile.cs: OpenWhole", "Flows/Views/CustomerViews.cs: OpenWhole",
        "Orders/OrderedRegions.cs: ListSeenAsync", "Orders/VisibleOrders.cs: ListSeenAsync",
    ];

    [Fact]
    public void Only_the_named_go_around_the_filters()
    {
        var found = from file in Repository.Files
                    where file.StartsWith("src/Huitou/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)
                    from Match door in Door().Matches(Repository.Read(file))
                    select $"{file["src/Huitou/".Length..]}: {door.Groups[1].Value}";
        Assert.Equal(Doors, found.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\.(IgnoreQueryFilters|ListSeenAsync|OpenWhole|GetDbConnection|FromSql|FromSqlRaw|SqlQuery|SqlQueryRaw|ExecuteSql|ExecuteSqlRaw)(?:Async)?[(<]")]
    private static partial Regex Door();
}
