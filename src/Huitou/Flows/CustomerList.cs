using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>One page of customers.</summary>
/// <param name="Currency">What money is counted in.</param>
/// <param name="AsOf">The day it is asked as of.</param>
/// <param name="Limits">The limits behind the R and F classes.</param>
/// <param name="Total">How many match.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Limit">How many a page has.</param>
/// <param name="Items">The page.</param>
public sealed record CustomerListAnswer(
    Currency Currency, DateOnly AsOf, LimitsFigures Limits, long Total, int Page, int Limit, IReadOnlyList<CustomerItem> Items);

/// <summary>Lists customers: the ledger says who and in what order, the database what they are called.</summary>
public sealed class CustomerList(CustomerClassing classing, IDbContextFactory<HuitouDb> databases, Vault vault)
{
    /// <summary>The most that something is done to at once.</summary>
    public const int MostAtOnce = 10_000;

    public async Task<Outcome<CustomerListAnswer>> AskAsync(CustomerQuestion question, CancellationToken cancel)
    {
        if (question.Fault() is { } fault) return fault;
        var found = await classing.ForAsync(question, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var classes = found.Value!;
        var page = Page(question, classes, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await CustomerNames.ReadPlacedAsync(db, vault, [.. page.Items.Select(item => item.Id)], cancel);
        return new CustomerListAnswer(
            classes.Report.Currency, classes.Scope.AsOf, LimitsFigures.Of(classes.Limits), page.Total, question.Page, question.Limit,
            [.. page.Items.Select(figures => classes.Item(figures, names.GetValueOrDefault(figures.Id, CustomerName.Unknown)))]);
    }

    /// <summary>All who match, for something that is done to many at once.</summary>
    public async Task<Outcome<long[]>> IdsAsync(CustomerQuestion question, CancellationToken cancel)
    {
        var found = await classing.ForAsync(question, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var page = Page(question with { Page = 1, Limit = MostAtOnce }, found.Value!, cancel);
        if (page.Total > MostAtOnce)
            return new Refusal(ProblemCode.InvalidField, $"{page.Total} customers match; at most {MostAtOnce} can be changed at once. Narrow the filter.", "customers");
        return page.Items.Select(item => item.Id).ToArray();
    }

    private CustomerPage Page(CustomerQuestion question, CustomerClasses classes, CancellationToken cancel)
    {
        if (classing.Filter(question, classes) is not { } filter) return new(0, []);
        var (by, descending) = question.SortOrder!.Value;
        var query = new CustomerPageQuery(
            filter, by, descending, (question.Page - 1) * question.Limit, question.Limit, classes.Limits.Limits, classes.Edges.Edges);
        return classes.Ledger.Ask(query, classes.Scope, cancellationToken: cancel);
    }
}
