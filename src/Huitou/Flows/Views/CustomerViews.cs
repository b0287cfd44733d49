using System.Globalization;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Views;

/// <summary>What somebody wants to keep besides the question that the list shows.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsShared">Whether it is for everybody who sees as much of the shops, or for who makes it alone.</param>
/// <param name="Columns">Keys of the columns; null for the usual ones.</param>
/// <param name="Period">A period that moves along with the day, in place of the question's days.</param>
public sealed record ViewWriting(string Name, bool IsShared, IReadOnlyList<string>? Columns = null, ViewPeriod? Period = null);

/// <summary>A view as it can be used now.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsShared">Whether it is everybody's.</param>
/// <param name="MayChange">Whether the caller may replace and delete it.</param>
/// <param name="Maker">Who made it.</param>
/// <param name="Filter">The list's parameters, without what is gone.</param>
/// <param name="Sort">The list's order.</param>
/// <param name="Columns">Keys of the columns; null for the usual ones.</param>
/// <param name="Period">The moving period that the filter's days are of today; null where they are fixed.</param>
/// <param name="Gone">What it was narrowed to and no longer is.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Version">Whoever changes it names the version that they saw.</param>
public sealed record CustomerViewItem(
    int Id, string Name, bool IsShared, bool MayChange, string Maker, IReadOnlyDictionary<string, string> Filter, string Sort, IReadOnlyList<string>? Columns,
    ViewPeriod? Period, IReadOnlyList<ViewGap> Gone, DateTimeOffset ChangedAt, int Version);

/// <summary>Keeps views of the list of customers: one's own, and those that all share.</summary>
public sealed class CustomerViews(IDbContextFactory<HuitouDb> databases, ViewGaps gaps, ScopeReader scopes, CivilClock clock, AuditLog audit, TimeProvider time)
{
    /// <summary>The most that one person keeps for themselves, and the most that all share.</summary>
    public const int MostViews = 50;

    private const int MostColumns = 40;

    /// <summary>One's own first, then everybody's, by name.</summary>
    public async Task<IReadOnlyList<CustomerViewItem>> ListAsync(Actor actor, CancellationToken cancel)
    {
        var items = new List<CustomerViewItem>();
        foreach (var view in await SeenAsync(actor, cancel)) items.Add(await ItemAsync(view, actor, cancel));
        return [.. items.OrderBy(view => view.IsShared).ThenBy(view => view.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Keeps what the list shows under a name.</summary>
    public async Task<Outcome<CustomerViewItem>> AddAsync(ViewWriting writing, CustomerQuestion question, Actor actor, CancellationToken cancel)
    {
        if (await FaultAsync(writing, question, actor, cancel) is { } fault) return fault;
        var known = await SeenAsync(actor, cancel);
        if (known.Count(view => view.IsShared == writing.IsShared) >= MostViews)
            return new Refusal(ProblemCode.Conflict, $"There are {MostViews} {(writing.IsShared ? "shared views" : "views of your own")} already, and no more are kept. Delete one that nobody needs.", "name");
        if (Taken(known, writing) is { } taken) return taken;
        await using var db = databases.OpenWhole();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var view = new CustomerView { Name = "", Holder = "", Maker = actor.Name, Filter = "", Sort = "", Shops = actor.Scope.Shops };
        await PutAsync(db, view, writing, question, actor, cancel);
        db.Add(view);
        await db.SaveChangesAsync(cancel);
        Record(db, view, actor, AuditFact.ViewMade(view.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await ItemAsync(view, actor, cancel);
    }

    /// <summary>Puts another name, filter, columns and order in the place of a view's.</summary>
    public async Task<Outcome<CustomerViewItem>> ReplaceAsync(int id, int seen, ViewWriting writing, CustomerQuestion question, Actor actor, CancellationToken cancel)
    {
        var known = await SeenAsync(actor, cancel);
        if (known.Find(view => view.Id == id) is not { } view) return NotThere(id);
        if (Beyond(view, actor) is { } beyond) return beyond;
        if (await FaultAsync(writing, question, actor, cancel) is { } fault) return fault;
        if (view.IsShared && !writing.IsShared && view.Maker != actor.Name)
            return new Refusal(ProblemCode.NotAllowed, $"{view.Maker} made this view for everybody. Save one of your own under another name.", "isShared");
        if (view.IsShared != writing.IsShared && known.Count(other => other.IsShared == writing.IsShared) >= MostViews)
            return new Refusal(ProblemCode.Conflict, $"There are {MostViews} such views already, and no more are kept. Delete one that nobody needs.", "isShared");
        if (Taken(known.Where(other => other.Id != id), writing) is { } taken) return taken;
        if (view.Version != seen) return Stale();
        await using var db = databases.OpenWhole();
        db.Attach(view);
        var wasShared = view.IsShared;
        await PutAsync(db, view, writing, question, actor, cancel);
        if (!wasShared) view.Shops = actor.Scope.Shops;
        view.Version++;
        Record(db, view, actor, AuditFact.ViewChanged(view.Name), wasShared);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale();
        }
        return await ItemAsync(view, actor, cancel);
    }

    /// <summary>Deletes a view; the customers it showed stay.</summary>
    public async Task<Refusal?> DeleteAsync(int id, Actor actor, CancellationToken cancel)
    {
        if ((await SeenAsync(actor, cancel)).Find(view => view.Id == id) is not { } view) return NotThere(id);
        if (Beyond(view, actor) is { } beyond) return beyond;
        await using var db = databases.OpenWhole();
        db.Remove(view);
        Record(db, view, actor, AuditFact.ViewDeleted(view.Name));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale();
        }
        return null;
    }

    /// <summary>Views are people's: one's own are found by the holder's name, whatever shops they see by now; everybody's by the filter of rows.</summary>
    private async Task<List<CustomerView>> SeenAsync(Actor actor, CancellationToken cancel)
    {
        await using var whole = databases.OpenWhole();
        var own = await whole.CustomerViews.AsNoTracking().Where(view => view.Holder == actor.Name).ToListAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return [.. own, .. await db.CustomerViews.AsNoTracking().Where(view => view.Holder == "").ToListAsync(cancel)];
    }

    private async Task<CustomerViewItem> ItemAsync(CustomerView view, Actor actor, CancellationToken cancel)
    {
        var words = view.FilterWords;
        if (view.Period is { } period)
        {
            var day = words.TryGetValue("asOf", out var asOf) ? DateOnly.Parse(asOf, CultureInfo.InvariantCulture) : await clock.TodayAsync(cancel);
            var (from, to) = ViewPeriods.DaysOf(period, day);
            (words["from"], words["to"]) = (from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        var (filter, gone) = await gaps.FindAsync(words, cancel);
        return new(
            view.Id, view.Name, view.IsShared, Beyond(view, actor) is null, view.Maker, filter, view.Sort, view.Columns?.Split(','), view.Period, gone, view.ChangedAt, view.Version);
    }

    private async Task PutAsync(HuitouDb db, CustomerView view, ViewWriting writing, CustomerQuestion question, Actor actor, CancellationToken cancel)
    {
        view.Name = writing.Name.Trim();
        view.Holder = writing.IsShared ? "" : actor.Name;
        view.UserId = writing.IsShared ? null : await UserAccounts.IdOfAsync(db, actor, cancel);
        view.Period = writing.Period;
        if (writing.Period is not null) question = question with { Scope = question.Scope with { From = null, To = null } };
        view.FilterWords = CustomerQuestionWords.Of(question).ToDictionary(word => word.Name, word => word.Text);
        view.Sort = question.Sort;
        view.Columns = writing.Columns is { Count: > 0 } columns ? string.Join(',', columns) : null;
        view.ChangedAt = time.GetUtcNow();
    }

    /// <summary>What others see is written down; one's own is one's own.</summary>
    private void Record(HuitouDb db, CustomerView view, Actor actor, AuditFact fact, bool wasShared = false)
    {
        if (view.IsShared || wasShared) audit.Add(db, actor, $"customerView:{view.Id}", fact);
    }

    private async Task<Refusal?> FaultAsync(ViewWriting writing, CustomerQuestion question, Actor actor, CancellationToken cancel)
    {
        var name = writing.Name.Trim();
        if (name.Length is 0 or > CustomerView.MostName || name.Any(char.IsControl))
            return new(ProblemCode.InvalidField, $"A view's name has 1 to {CustomerView.MostName} characters on one line; this has {name.Length}.", "name");
        if (!string.IsNullOrWhiteSpace(question.Search))
            return new(ProblemCode.InvalidField, "A view keeps no search: that names a person. Keep the filters alone, and search within the view.", "search");
        if (writing.Columns is { } columns && (columns.Count > MostColumns || columns.Any(key => key.Length is 0 or > 20 || !key.All(char.IsAsciiLetter))))
            return new(ProblemCode.InvalidField, $"Columns are at most {MostColumns} keys of letters, such as name, netSales.", "columns");
        if (writing.IsShared && !Permissions.Allows(actor.Role, Permission.CustomersWrite))
            return new(ProblemCode.NotAllowed, "Your role keeps views for itself. Somebody who may change many customers can share one.", "isShared");
        return question.Fault() ?? (await scopes.ReadAsync(question.Scope, DefaultPeriod.WholeLife, cancel)).Refusal;
    }

    /// <summary>Why the caller may not change a view that they see; null where they may.</summary>
    private static Refusal? Beyond(CustomerView view, Actor actor)
    {
        if (!view.IsShared) return null;
        if (!Permissions.Allows(actor.Role, Permission.CustomersWrite)) return new(ProblemCode.NotAllowed, "Your role uses shared views, and changes none.", "id");
        return actor.Scope.Holds(DataScope.Of(view.Shops)) ? null
            : new(ProblemCode.BeyondScope, "The view is also for people who see other shops. Somebody who sees all shops can change it; save one of your own under another name.", "id");
    }

    private static Refusal? Taken(IEnumerable<CustomerView> known, ViewWriting writing) =>
        known.Any(view => view.IsShared == writing.IsShared && string.Equals(view.Name, writing.Name.Trim(), StringComparison.OrdinalIgnoreCase))
            ? new(ProblemCode.NameTaken, $"There is a view '{writing.Name.Trim()}' already. Replace it, or give another name.", "name") : null;

    private static Refusal NotThere(int id) => new(ProblemCode.NotFound, $"There is no view {id}.", "id");

    private static Refusal Stale() => new(ProblemCode.PreconditionFailed, "Somebody changed the view meanwhile. Load it again.");
}
