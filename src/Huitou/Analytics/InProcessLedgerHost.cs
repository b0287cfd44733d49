using Huitou.Access;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Analytics;

/// <summary>
/// Keeps the ledger of this process: builds it at start, follows the change feed and swaps in a new one whole, so that a question
/// never sees half a change. The day plays no part here: what time alone changes follows from each question's as-of day.
/// </summary>
public sealed partial class InProcessLedgerHost(
    LedgerLoader loader, LedgerStore store, IDbContextFactory<HuitouDb> databases, ChangeSignal signal, HuitouMeter meter, TimeProvider time, ILogger<InProcessLedgerHost> log)
    : BackgroundService
{
    /// <summary>A change whose signal was missed, or that another process made, is found by this look.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>How long a question waits for the first build before it is told to come back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Up to this many changed customers, or a tenth of all, are put in one by one; above, reading everything anew is faster.</summary>
    private const int FewCustomers = 2_000;

    /// <summary>How old the files may grow: a start follows the feed from there.</summary>
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMinutes(2);

    private readonly ChangeFeed _feed = new(databases);
    private readonly ChangeSignal _moved = new();
    private readonly TaskCompletionSource _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LedgerState? _current;
    private readonly SemaphoreSlim _saveTurn = new(1);
    private Task _saving = Task.CompletedTask;
    private DateTimeOffset _saveAt = DateTimeOffset.MinValue;
    private long _customersRead;

    /// <summary>The ledger and how fresh it is; null while the first one is being built.</summary>
    public LedgerState? Current => _current;

    /// <summary>How many customers have been read since the start: what is published from the whole population grows old by it.</summary>
    public long CustomersRead => Interlocked.Read(ref _customersRead);

    /// <summary>The ledger, waited for while the first one is being built, but not for ever.</summary>
    public async Task<Outcome<Ledger>> LedgerAsync(CancellationToken cancel)
    {
        try
        {
            if (_current is null) await _built.Task.WaitAsync(Patience, time, cancel);
        }
        catch (TimeoutException)
        {
            return new Refusal(ProblemCode.LedgerBuilding, "The ledger is still being built from the database. Ask again in a few seconds.");
        }

        return _current!.Ledger;
    }

    /// <summary>
    /// Has the ledger follow at once, and waits until it holds all that was committed before this call: who imports and then asks
    /// sees what was imported. False where nobody follows, or not within the patience, or the wait was cancelled.
    /// </summary>
    public async Task<bool> CatchUpAsync(CancellationToken cancel)
    {
        if (ExecuteTask is null) return false;
        var moment = time.GetUtcNow();
        using var patience = new CancellationTokenSource(Patience, time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        signal.Raise();
        while (!until.IsCancellationRequested)
        {
            var moved = _moved.WaitAsync(until.Token);
            if (_current is { } state && state.UpTo >= moment) return true;
            await moved.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    /// <summary>How many committed changes the ledger does not hold yet.</summary>
    public async Task<long> BehindAsync(CancellationToken cancel) =>
        _current is { } state ? await _feed.CountAsync(state.Position, cancel) : await _feed.CountAsync(default, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before looking, so that no commit falls between the look and the wait.
            using var next = new CancellationTokenSource(LookEvery, time);
            using var until = CancellationTokenSource.CreateLinkedTokenSource(next.Token, stoppingToken);
            var raised = signal.WaitAsync(until.Token);
            try
            {
                if (_current is null) await BeginAsync(stoppingToken);
                else await FollowAsync(_current, stoppingToken);
                SaveInTime(_current!);
                await raised.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The old ledger goes on answering, and says how old it is, while the database is away.
                FollowingFailed(log, fault);
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override void Dispose()
    {
        _saveTurn.Dispose();
        base.Dispose();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _saving;
        if (_current is { } state && !store.Holds(state.Ledger)) await SaveAsync(state);
    }

    /// <summary>Brings the files up to the ledger as it stands; gives the position up to which the change feed is in them, or null where nothing is kept.</summary>
    internal async Task<FeedPosition?> KeepAsync(CancellationToken cancel)
    {
        if (_current is { } state && state.Position.Value != store.Position?.Value) await SaveAsync(state).WaitAsync(cancel);
        return store.Position;
    }

    private void SaveInTime(LedgerState state)
    {
        if (_saveAt == DateTimeOffset.MinValue) _saveAt = time.GetUtcNow() + SaveEvery;
        if (store.Holds(state.Ledger) || !_saving.IsCompleted || time.GetUtcNow() < _saveAt) return;
        _saveAt = time.GetUtcNow() + SaveEvery;
        _saving = Task.Run(() => SaveAsync(state));
    }

    /// <summary>A ledger that cannot be kept is read anew at the next start; nothing else depends on it.</summary>
    private async Task SaveAsync(LedgerState state)
    {
        await _saveTurn.WaitAsync();
        try
        {
            await store.SaveAsync(state, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            SavingFailed(log, fault);
        }
        finally
        {
            _saveTurn.Release();
        }
    }

    /// <summary>From the files and what the feed tells since, or else from the database.</summary>
    private async Task BeginAsync(CancellationToken cancel)
    {
        var (began, looked) = (time.GetTimestamp(), time.GetUtcNow());
        if (await store.LoadAsync(_feed, cancel) is not { } kept)
        {
            await BuildAsync(cancel);
            return;
        }

        if (await FollowedAsync(kept, looked, FewOf(kept), cancel) is { } state) Begin(state, began);
        else await BuildAsync(cancel);
    }

    private async Task BuildAsync(CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var state = await ReadAllAsync(cancel);

        // What was committed during the load may be half in it; only with that followed is the ledger whole.
        Begin((await FollowedAsync(state, time.GetUtcNow(), int.MaxValue - 1, cancel))!, began);
    }

    private void Begin(LedgerState state, long began)
    {
        MoveTo(state);
        Interlocked.Add(ref _customersRead, state.Ledger.CustomerCount);
        _built.TrySetResult();
        var elapsed = time.GetElapsedTime(began);
        var (customers, orders) = (state.Ledger.CustomerCount, state.Ledger.OrderCount);
        Built(log, customers, orders, elapsed);
    }

    private async Task FollowAsync(LedgerState state, CancellationToken cancel)
    {
        var (began, looked, read) = (time.GetTimestamp(), time.GetUtcNow(), CustomersRead);
        if (await FollowedAsync(state, looked, FewOf(state), cancel) is not { } followed)
        {
            await BuildAsync(cancel);
            return;
        }

        MoveTo(followed);
        if (CustomersRead > read) meter.Refreshed((int)(CustomersRead - read), time.GetElapsedTime(began));
    }

    private DateOnly TouchesFrom => TouchWindow.KeptFrom(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    private static int FewOf(LedgerState state) => (int)Math.Max(FewCustomers, state.Ledger.CustomerCount / 10);

    private void MoveTo(LedgerState state)
    {
        _current = state;
        _moved.Raise();
    }

    private async Task<LedgerState> ReadAllAsync(CancellationToken cancel)
    {
        var looked = time.GetUtcNow();
        var end = await _feed.EndAsync(cancel);
        var stages = await loader.ReadAllAsync(cancel);
        return new(await Task.Run(() => Ledger.Build(stages.Take, TouchesFrom), cancel), end, looked);
    }

    /// <summary>
    /// The ledger with all that has changed since; null where that is more than <paramref name="few"/> customers. Feed and facts come out
    /// of one snapshot: what commits in between is in neither, so nobody sees half of it.
    /// </summary>
    private async Task<LedgerState?> FollowedAsync(LedgerState state, DateTimeOffset looked, int few, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = await db.SnapshotAsync(cancel);
        var read = await ChangeFeed.ReadAsync(db, state.Position, few, cancel);
        if (read.Customers is not { } customers) return null;
        if (customers.Count == 0) return state with { Position = read.Position, UpTo = looked };
        CustomerFacts[] changed = [.. await loader.ReadAsync(db, customers, cancel)];
        var stay = changed.Select(customer => customer.Id).ToHashSet();
        Interlocked.Add(ref _customersRead, customers.Count);
        return new(state.Ledger.With(changed, customers.Where(id => !stay.Contains(id)), TouchesFrom), read.Position, looked);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ledger stands: {Customers} customers, {Orders} orders in {Elapsed}.")]
    private static partial void Built(ILogger log, long customers, long orders, TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger could not be kept in files; the next start reads the database.")]
    private static partial void SavingFailed(ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger could not follow the database; it tries again.")]
    private static partial void FollowingFailed(ILogger log, Exception fault);
}

/// <summary>A ledger and the moment up to which it holds every committed change.</summary>
public sealed record LedgerState
{
    internal LedgerState(Ledger ledger, FeedPosition position, DateTimeOffset upTo) => (Ledger, Position, UpTo) = (ledger, position, upTo);

    public Ledger Ledger { get; internal init; }

    public DateTimeOffset UpTo { get; internal init; }

    internal FeedPosition Position { get; init; }
}
