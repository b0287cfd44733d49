using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Orders of the last days that wait for payment. Money in minor units.</summary>
public sealed record UnpaidOrders(long Orders, long Amount);

/// <summary>How many paid orders there are, and how many of them name a buyer.</summary>
public sealed record BuyersNamed(long Orders, long WithBuyer);

/// <summary>What a day opens with.</summary>
/// <param name="Currency">What money is counted in.</param>
/// <param name="AsOf">Today, in the first shop's zone.</param>
/// <param name="Week">Monday up to today.</param>
/// <param name="LastWeek">The same weekdays a week before.</param>
/// <param name="LastImport">The newest import; null before the first.</param>
/// <param name="RunningJobs">Jobs that wait or run.</param>
/// <param name="Freshness">How fresh the figures are.</param>
/// <param name="UnpaidOrders">Orders of the last seven days that wait for payment.</param>
/// <param name="Anonymous">How many orders name a buyer.</param>
public sealed record TodayAnswer(
    Currency Currency, DateOnly AsOf, PeriodFigures Week, PeriodFigures LastWeek, ImportItem? LastImport,
    IReadOnlyList<JobItem> RunningJobs, Freshness Freshness, UnpaidOrders UnpaidOrders, BuyersNamed Anonymous);

/// <summary>Gathers what somebody who opens Huitou in the morning wants to see first.</summary>
public sealed class Today(
    InProcessLedgerHost host, ScopeReader scopes, LedgerFreshness freshness, ImportList imports, Jobs jobs,
    IDbContextFactory<HuitouDb> databases, TimeProvider time)
{
    private const int UnpaidDays = 7;
    private const int JobsLookedAt = 50;

    public async Task<Outcome<TodayAnswer>> AskAsync(CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(new(), DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var (ledger, scope) = (waited.Value!, read.Value!.Scope);
        var monday = scope.AsOf.AddDays(-(((int)scope.AsOf.DayOfWeek + 6) % 7));
        PeriodFigures Week(int back)
        {
            var week = scope with { From = monday.AddDays(-back), To = scope.AsOf.AddDays(-back) };
            return PeriodFigures.Of(ledger.AskOnce(new OverviewQuery(Grain.Week), week).Total);
        }

        var summary = ledger.AskOnce(new LedgerSummaryQuery(), scope);
        return new TodayAnswer(
            read.Value.Currency, scope.AsOf, Week(0), Week(7), await LastImportAsync(cancel), await RunningJobsAsync(cancel), await freshness.AskAsync(cancel), await UnpaidAsync(cancel),
            new BuyersNamed(summary.Orders, summary.Orders - summary.AnonymousOrders));
    }

    private async Task<ImportItem?> LastImportAsync(CancellationToken cancel)
    {
        if ((await imports.PageAsync(null, 1, cancel)).Items is not [var last]) return null;
        var subject = ImportStart.SubjectOf(last.Id);
        var started = await jobs.OfSubjectsAsync([subject], cancel);
        return last with { JobId = started.TryGetValue(subject, out var job) ? job : null };
    }

    private async Task<IReadOnlyList<JobItem>> RunningJobsAsync(CancellationToken cancel) =>
        [.. (await jobs.ListAsync(JobsLookedAt, cancel)).Where(job => !job.IsOver)];

    private async Task<UnpaidOrders> UnpaidAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var since = time.GetUtcNow().AddDays(-UnpaidDays);
        var unpaid = VisibleOrders.Of(db).Where(order => order.Status == OrderStatus.Unpaid && order.CreatedAt >= since);
        return await unpaid.GroupBy(_ => 1).Select(all => new UnpaidOrders(all.LongCount(), all.Sum(order => order.Amount))).SingleOrDefaultAsync(cancel) ?? new(0, 0);
    }
}
