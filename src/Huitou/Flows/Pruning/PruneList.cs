using System.Runtime.CompilerServices;
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

/// <summary>A page of the prune list: who never bought, then who brought least.</summary>
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

    /// <summary>Known as long as the traits do not change: by what did these are told from others.</summary>
    private readonly ConditionalWeakTable<Dictionary<long, CustomerTraits?>, Unreached> _unreached = [], _withSuppressed = [];

    public async Task<Outcome<PruneAnswer>> AskAsync(PruneLimits limits, int page, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Refusal(ProblemCode.InvalidField, $"A page has 1 to {MostItems} items, not {limit}.", "limit");
        if (page < 1 || (page - 1L) * limit > CustomerQuestion.MostOffset) return new Refusal(ProblemCode.InvalidField, $"Pages are counted from 1 and reach to {CustomerQuestion.MostOffset} people.", "page");
        var found = await FindAsync(limits, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var listed = found.Value!;
        var offset = (page - 1) * limit;
        var rows = listed.Never.Skip(offset).Take(limit).Select(id => (Id: id, Figures: (CustomerFigures?)null)).ToList();
        rows.AddRange(listed.Buyers(Math.Max(0, offset - listed.Never.Count), limit - rows.Count, cancel).Select(figures => (figures.Id, (CustomerFigures?)figures)));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await CustomerNames.ReadAsync(db, vault, [.. rows.Select(row => row.Id)], cancel);
        return new PruneAnswer(
            listed.Classes.Report.Currency, listed.Classes.Scope.AsOf, limits, listed.Total, listed.Reasons, page, limit,
            [.. rows.Select(row => Item(row.Id, listed.Traits[row.Id], row.Figures, names.GetValueOrDefault(row.Id, CustomerName.Unknown)))]);
    }

    /// <summary>Those on the list out of <paramref name="wanted"/>, or all, in the list's sequence, so many at once; and how many are left.</summary>
    internal async Task<Outcome<(long[] Chosen, long Left)>> ChooseAsync(IReadOnlyCollection<long>? wanted, PruneLimits limits, CancellationToken cancel)
    {
        var found = await FindAsync(limits, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var listed = found.Value!;
        var all = wanted is null
            ? listed.Never.Concat(listed.Buyers(0, CustomerList.MostAtOnce, cancel).Select(figures => figures.Id))
            : listed.Never.Concat(listed.Bought).Intersect(wanted);
        long[] chosen = [.. all.Take(CustomerList.MostAtOnce)];
        return (chosen, listed.Total - chosen.Length);
    }

    /// <summary>Who is on the list. Ids ascend; what those brought who bought is asked for a page.</summary>
    private sealed record Listed(
        CustomerClasses Classes, TraitSnapshot Traits, CustomerFilter Filter, IReadOnlyList<long> Never, IReadOnlyList<long> Bought, IReadOnlyList<PruneReason> Reasons)
    {
        internal long Total => Never.Count + (long)Bought.Count;

        /// <summary>Of those who bought: who brought least first.</summary>
        internal IReadOnlyList<CustomerFigures> Buyers(int offset, int limit, CancellationToken cancel) => limit == 0 || Bought.Count == 0 ? []
            : Classes.Ledger.Ask(new CustomerPageQuery(Filter, CustomerSort.NetSales, false, offset, limit, Classes.Limits.Limits), Classes.Scope, cancellationToken: cancel).Items;
    }

    private async Task<Outcome<Listed>> FindAsync(PruneLimits limits, CancellationToken cancel)
    {
        if (limits.Fault() is { } fault) return fault;
        var asked = await classing.ForAsync(new(), cancel);
        if (asked.Refusal is { } refusal) return refusal;
        var traits = await index.ReadAsync(cancel);
        var unreached = (limits.WithSuppressed ? _withSuppressed : _unreached).GetValue(traits.Changed, _ => Unreached.Among(traits, limits.WithSuppressed));
        var classes = asked.Value!;
        classes = classes with { Report = classes.Report with { Scope = classes.Scope with { Customers = unreached.Customers } } };
        var asOf = classes.Scope.AsOf.DayNumber;
        var filter = new CustomerFilter
        {
            Recency = (asOf - classes.Scope.AsOf.AddMonths(-limits.Months).DayNumber + 1, null), Orders = (null, limits.MostOrders), NetSales = (null, limits.MostNetSales),
        };
        return Sorted(classes, traits, filter, unreached, cancel);
    }

    /// <summary>Walks along those who are not reached, those of them who ever bought and those of these who brought too little, all by ascending id.</summary>
    private static Listed Sorted(CustomerClasses classes, TraitSnapshot traits, CustomerFilter filter, Unreached unreached, CancellationToken cancel)
    {
        var buyers = classes.Ledger.Ask(new CustomerIdsQuery(new(), classes.Limits.Limits), classes.Scope, cancellationToken: cancel);
        var little = classes.Ledger.Ask(new CustomerIdsQuery(filter, classes.Limits.Limits), classes.Scope, cancellationToken: cancel);
        var (never, counts) = (new List<long>(), new long[Unreached.MostReasons]);
        var (bought, listed) = (0, 0);
        for (var i = 0; i < unreached.Ids.Length; i++)
        {
            var id = unreached.Ids[i];
            var hasBought = Meets(buyers, ref bought, id);
            if (hasBought && !Meets(little, ref listed, id)) continue;
            if (!hasBought) never.Add(id);
            counts[unreached.Reasons[i]]++;
        }
        var told = counts.Select((count, reason) => Unreached.Told(reason, count)).Where(reason => reason.Customers > 0);
        return new(classes, traits, filter, never, little, [.. told.OrderByDescending(reason => reason.Customers).ThenBy(reason => (reason.Phone, reason.Email))]);
    }

    /// <summary>Whether the walk has come to the id; it steps on if so.</summary>
    private static bool Meets(long[] ids, ref int at, long id)
    {
        if (at == ids.Length || ids[at] != id) return false;
        at++;
        return true;
    }

    private static PruneItem Item(long id, CustomerTraits known, CustomerFigures? figures, CustomerName who) => new(
        id, NameMask.Of(who.Name), who.Buyer, who.Region, who.City, figures?.LastDay, figures?.Recency, figures?.Orders ?? 0, figures?.NetSales ?? 0,
        known.Phone, known.Email, known.Has(TraitMarks.Suppressed));
}
