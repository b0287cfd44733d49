using Huitou.Access;
using Huitou.Analytics;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows.Levels;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>A value that a piece of evidence carries, masked.</summary>
/// <param name="Key">By this it is told in full where somebody may see it.</param>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Scope">Within what it is one person's: "taobao", "shop:1"; empty where everywhere.</param>
/// <param name="Value">The value.</param>
/// <param name="Act">By this it is taken back where somebody wrote it; null where files alone say it.</param>
public sealed record CarriedEvidence(string Key, EvidenceKind Kind, string Scope, string Value, Guid? Act);

/// <summary>A value that a source shows with stars in it, masked further where it hides little.</summary>
/// <param name="Key">By this it is told as the source shows it, where somebody may see it.</param>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Value">What is shown of it.</param>
public sealed record ShownEvidence(string Key, EvidenceKind Kind, string Value);

/// <summary>The buyer as one source names it; phones and e-mails are masked.</summary>
/// <param name="Id">The number of the piece of evidence.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Scope">Within what it is unique; empty for phones and e-mails.</param>
/// <param name="Value">The name.</param>
/// <param name="Carries">What it carries besides, by which it is recognised elsewhere.</param>
/// <param name="Shown">What its source masks of it: that joins nobody.</param>
public sealed record CustomerEvidence(long Id, EvidenceKind Kind, string Scope, string Value, IReadOnlyList<CarriedEvidence> Carries, IReadOnlyList<ShownEvidence> Shown)
{
    /// <param name="vault">Opens its name.</param>
    /// <param name="node">The piece.</param>
    /// <param name="carried">What it carries.</param>
    /// <param name="written">What of that somebody wrote.</param>
    /// <param name="shown">What is masked of it.</param>
    internal static CustomerEvidence Of(Vault vault, EvidenceNode node, IEnumerable<CarriedValue> carried, IReadOnlyList<WrittenValue> written, IEnumerable<ShownValue> shown) => new(
        node.Id, node.Kind, node.Scope, EvidenceMask.Of(node.Kind, node.Name(vault)),
        [
            .. carried.Select((value, place) => new CarriedEvidence(
                KeyOf(node, place), value.Kind, value.Scope, EvidenceMask.Of(value.Kind, value.Text), written.LastOrDefault(one => one.Node == node.Id && one.Value == value)?.Edit.Act)),
        ],
        [.. shown.Select(value => new ShownEvidence(KeyOf(node, value), value.Kind, value.Masked))]);

    /// <summary>By its place among all that the node carries.</summary>
    internal static string KeyOf(EvidenceNode node, int place) => $"{node.Id}.{place}";

    internal static string KeyOf(EvidenceNode node, ShownValue shown) => $"{node.Id}.{shown.Attribute}";
}

/// <summary>The region that most of a customer's orders of a year went to: it stands in for one that nobody tells.</summary>
/// <param name="Region">The region.</param>
/// <param name="Orders">How many orders went there.</param>
/// <param name="Of">Of how many.</param>
public sealed record RegionOfOrders(string Region, int Orders, int Of);

/// <summary>Who a customer is; personal things are masked.</summary>
public sealed record CustomerProfile(
    long Id, string Name, string Region, string City, DateTimeOffset CreatedAt, IReadOnlyList<CustomerEvidence> Evidence, ProfileView Known, DateTimeOffset? BinnedAt, RegionOfOrders? Ordered);

/// <summary>The numbers behind a cell of the grid.</summary>
/// <param name="Recency">Days since the last order.</param>
/// <param name="LastDay">Its civil day.</param>
/// <param name="NextClassDay">The day on which, without an order, the R class turns worse; null once lost.</param>
/// <param name="Orders">Paid orders.</param>
/// <param name="OrdersToNextClass">Orders still wanting for the next F class; null for a fan.</param>
public sealed record CellReason(int Recency, DateOnly LastDay, DateOnly? NextClassDay, int Orders, int? OrdersToNextClass);

/// <summary>The cell of the grid a customer is in, and why.</summary>
public sealed record CustomerCell(RClass R, FClass F, LimitsFigures Limits, CellReason Reason);

/// <summary>A customer's RFM scores, and the edges they come from.</summary>
public sealed record CustomerScores(int R, int F, int M, RfmGroup Group, MoneyBasis Basis, EdgesFigures Edges);

/// <summary>All that a customer's page opens with. Figures, cell and scores are null while no paid order counts.</summary>
public sealed record Customer360Answer(
    Currency Currency, DateOnly AsOf, CustomerProfile Customer, CustomerItem? Figures, CustomerCell? Cell, CustomerScores? Rfm, LevelOfCustomer? Level);

/// <summary>Shows one customer: who it is, what the ledger says of them, and which numbers put them where they are.</summary>
public sealed class Customer360(CustomerClassing classing, IDbContextFactory<HuitouDb> databases, Vault vault)
{
    public async Task<Outcome<Customer360Answer>> AskAsync(long id, ScopeQuery scope, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        id = await CustomerRows.CurrentAsync(db, id, cancel);
        if (await CustomerNames.FindAsync(db, vault, id, cancel) is not { } who) return new Refusal(ProblemCode.NotFound, $"There is no customer {id}.", "id");
        var evidence = await db.EvidenceNodes.AsNoTracking().Where(node => node.CustomerId == id).OrderBy(node => node.Id)
            .ToListAsync(cancel);

        var carried = await BuyerContacts.CarriedAsync(db, vault, evidence.ConvertAll(node => node.Id), cancel);
        var shown = await BuyerContacts.ShownAsync(db, vault, evidence.ConvertAll(node => node.Id), cancel);
        var written = await WrittenEvidence.OfAsync(db, vault, evidence.ConvertAll(node => node.Id), cancel);

        var found = await classing.ForAsync(new() { Scope = scope }, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var classes = found.Value!;
        var profile = new CustomerProfile(id, NameMask.Of(who.Name), who.Region, who.City, who.CreatedAt, evidence.ConvertAll(node => CustomerEvidence.Of(vault, node, carried[node.Id], written, shown[node.Id])),
            await ProfileView.ReadAsync(db, vault, id, cancel), await db.Customers.Where(known => known.Id == id).Select(known => known.BinnedAt).FirstOrDefaultAsync(cancel),
            who.Ordered is { } ordered ? new(ordered.Region, ordered.Orders, ordered.Of) : null);
        var answer = new Customer360Answer(classes.Report.Currency, classes.Scope.AsOf, profile, null, null, null, classes.Levels.OfNobodysClass(who.Level));
        if (classes.Ledger.Figures(id, classes.Scope) is not { } figures) return answer;
        var item = classes.Item(figures, who);
        var level = classes.Levels.Of(who.Level, item.R, item.F, item.Group);
        return answer with { Figures = item, Cell = Cell(figures, classes.Limits), Rfm = Scores(figures, classes.Edges), Level = level };
    }

    private static CustomerCell Cell(CustomerFigures figures, LimitsInForce inForce)
    {
        var limits = inForce.Limits;
        var (r, f) = (limits.ClassOfRecency(figures.Recency), limits.ClassOfFrequency(figures.Orders));
        int? lastDayOfClass = r switch
        {
            RClass.Active => limits.ActiveMax,
            RClass.Silent => limits.SilentMax,
            RClass.Dormant => limits.DormantMax,
            RClass.Lost => null,
        };
        int? next = f switch
        {
            FClass.New => 2,
            FClass.Second => 3,
            FClass.Old => limits.FanMin,
            FClass.Fan => null,
        };
        var reason = new CellReason(
            figures.Recency, figures.LastDay, lastDayOfClass is { } days ? figures.LastDay.AddDays(days + 1) : null,
            figures.Orders, next - figures.Orders);
        return new(r, f, LimitsFigures.Of(inForce), reason);
    }

    private static CustomerScores? Scores(CustomerFigures figures, EdgesInForce inForce)
    {
        if (inForce.Edges is not { } edges) return null;
        var score = RfmScore.Of(figures, edges);
        return new(score.R, score.F, score.M, score.Group, edges.Basis, EdgesFigures.Of(inForce)!);
    }
}
