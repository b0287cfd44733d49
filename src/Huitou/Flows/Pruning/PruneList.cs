using Huitou.Access;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows.Traits;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Pruning;

/// <summary>From where on somebody whom nobody can reach is without value. Who never bought is below every limit.</summary>
/// <param name="Months">So long they have bought nothing.</param>
/// <param name="MostOrders">The most they ever bought, in orders.</param>
/// <param name="MostNetSales">The most they ever brought, in minor units; null for any.</param>
/// <param name="WithSuppressed">Whether those are listed too who are not to be contacted already.</param>
public sealed record PruneLimits(int Months = 24, int MostOrders = 1, long? MostNetSales = null, bool WithSuppressed = false)
{
    internal Refusal? Fault() =>
        Months is < 1 or > 600 ? new(ProblemCode.InvalidField, $"Give 1 to 600 months without an order, not {Months}.", "months")
        : MostOrders < 0 ? new(ProblemCode.InvalidField, $"Nobody has {MostOrders} orders. Give 0 or more.", "maxOrders") : null;
}

/// <summary>Somebody who cannot be reached and brings nothing; the name is masked. Days are null for who never bought.</summary>
public sealed record PruneItem(
    long Id, string Name, string Buyer, string Region, string City, DateOnly? LastDay, int? Recency, int Orders, long NetSales, WayState Phone, WayState Email, bool IsSuppressed);

/// <summary>Why people cannot be reached, and how many it is of whom.</summary>
public sealed record PruneReason(WayState Phone, WayState Email, long Customers);

/// <summary>A page of the prune list, who brought least first.</summary>
/// <param name="Currency">What money is counted in.</param>
/// <param name="AsOf">The day it is asked as of.</param>
/// <param name="Limits">The limits that it was asked with.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Reasons">Why, the most frequent first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Limit">How many a page has.</param>
/// <param name="Items">The page.</param>
public sealed record PruneAnswer(
    Currency Currency, DateOnly AsOf, PruneLimits Limits, long Total, IReadOnlyList<PruneReason> Reasons, int Page, int Limit, IReadOnlyList<PruneItem> Items);

/// <summary>
/// Lists people whom no message reaches and who bring nothing: no phone and no e-mail that works or may be used, and hardly an order, long ago. To keep
/// them costs attention in every figure of a population.
/// </summary>
public sealed class PruneList(TraitIndex index, CustomerClassing classing, IDbContextFactory<HuitouDb> databases, Vault vault)
{
    public const int MostItems = 200;

    public async Task<Outcome<PruneAnswer>> AskAsync(PruneLimits limits, int page, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Refusal(ProblemCode.InvalidField, $"A page has 1 to {MostItems} items, not {limit}.", "limit");
        if (page < 1) return new Refusal(ProblemCode.InvalidField, "Pages are counted from 1.", "page");
        var found = await FindAsync(limits, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var (classes, rows) = found.Value;
        var shown = rows.Skip((page - 1) * limit).Take(limit).ToList();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await CustomerNames.ReadAsync(db, vault, [.. shown.Select(row => row.Id)], cancel);
        var reasons = rows.GroupBy(row => (row.Traits.Phone, row.Traits.Email)).Select(same => new PruneReason(same.Key.Phone, same.Key.Email, same.LongCount()));
        return new PruneAnswer(
            classes.Report.Currency, classes.Scope.AsOf, limits, rows.Count, [.. reasons.OrderByDescending(reason => reason.Customers).ThenBy(reason => (reason.Phone, reason.Email))], page, limit,
            [.. shown.Select(row => Item(row, names.GetValueOrDefault(row.Id, CustomerName.Unknown)))]);
    }

    /// <summary>All of them, who brought least first.</summary>
    internal async Task<Outcome<long[]>> IdsAsync(PruneLimits limits, CancellationToken cancel)
    {
        var found = await FindAsync(limits, cancel);
        return found.Refusal is { } refusal ? refusal : found.Value.Rows.Select(row => row.Id).ToArray();
    }

    private readonly record struct Row(long Id, CustomerTraits Traits, CustomerFigures? Figures);

    private async Task<Outcome<(CustomerClasses Classes, List<Row> Rows)>> FindAsync(PruneLimits limits, CancellationToken cancel)
    {
        if (limits.Fault() is { } fault) return fault;
        var asked = await classing.ForAsync(new(), cancel);
        if (asked.Refusal is { } refusal) return refusal;
        var classes = asked.Value!;
        var traits = await index.ReadAsync(cancel);
        var unreached = traits.Where(known => known.Meets(Reach.None) && (limits.WithSuppressed || !known.Has(TraitMarks.Suppressed)));
        var figures = classes.Ledger.Ask(new CustomerFiguresQuery(unreached), classes.Scope, cancellationToken: cancel).ToDictionary(customer => customer.Id);
        var since = classes.Scope.AsOf.AddMonths(-limits.Months);
        var rows = unreached.Select(id => new Row(id, traits[id], figures.GetValueOrDefault(id))).Where(row => row.Figures is not { } known
            || (known.LastDay < since && known.Orders <= limits.MostOrders && known.NetSales <= (limits.MostNetSales ?? long.MaxValue))).ToList();
        rows.Sort((one, other) => (one.Figures?.NetSales ?? 0, one.Id).CompareTo((other.Figures?.NetSales ?? 0, other.Id)));
        return (classes, rows);
    }

    private static PruneItem Item(Row row, CustomerName who) => new(
        row.Id, NameMask.Of(who.Name), who.Buyer, who.Region, who.City, row.Figures?.LastDay, row.Figures?.Recency, row.Figures?.Orders ?? 0, row.Figures?.NetSales ?? 0,
        row.Traits.Phone, row.Traits.Email, row.Traits.Has(TraitMarks.Suppressed));
}
