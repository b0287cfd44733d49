using System.Collections.Concurrent;

namespace Huitou.Engine;

public sealed partial class Ledger
{
    /// <summary>Blocks for each thread: enough that none waits long for another, few enough that merging costs nothing.</summary>
    private const int BlocksAThread = 8;

    /// <summary>A ledger lives until the next change; what is asked of it in between is a few scopes of a few pages.</summary>
    private const int MostRemembered = 256;

    private readonly ConcurrentDictionary<(object Query, Scope Scope), Lazy<object>> _answers = new();

    /// <summary>Asks a question of all partitions.</summary>
    /// <param name="query">The question.</param>
    /// <param name="scope">What it is asked of.</param>
    /// <param name="degreeOfParallelism">How many threads may work on it; 0 takes one for each processor. The answer does not depend on it.</param>
    /// <param name="cancellationToken">Ends the work between two blocks.</param>
    public TAnswer Ask<TPartial, TAnswer>(
        ILedgerQuery<TPartial, TAnswer> query, Scope scope, int degreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(degreeOfParallelism);
        var filter = new ScopeFilter(scope);
        var threads = degreeOfParallelism == 0 ? Environment.ProcessorCount : degreeOfParallelism;
        var (question, began) = (query.GetType(), LedgerMeter.Begin());
        while (true)
        {
            switch (query.Merge(Run(query, filter, threads, cancellationToken), filter))
            {
                case Round<TPartial, TAnswer>.Done(var answer):
                    LedgerMeter.End(question, began);
                    return answer;
                case Round<TPartial, TAnswer>.Again(var next):
                    query = next;
                    break;
            }
        }
    }

    /// <summary>
    /// The same by as many threads as there are processors; but what was asked before is remembered, and who asks while another waits for
    /// the same answer waits with them. For questions that many people ask of the same scope.
    /// </summary>
    /// <param name="query">The question; a record, so that equal ones are known as such.</param>
    /// <param name="scope">What it is asked of.</param>
    public TAnswer AskOnce<TPartial, TAnswer>(ILedgerQuery<TPartial, TAnswer> query, Scope scope)
        where TAnswer : class
    {
        if (_answers.Count >= MostRemembered)
            _answers.Clear();
        var answer = _answers.GetOrAdd((query, scope), _ => new Lazy<object>(() => Ask(query, scope)));
        try
        {
            return (TAnswer)answer.Value;
        }
        catch
        {
            // A failure is nobody's answer but theirs who waited for it.
            _answers.TryRemove(new(((object)query, scope), answer));
            throw;
        }
    }

    /// <summary>What the ledger says of one customer; null where the scope holds no order of theirs.</summary>
    public CustomerFigures? Figures(long customerId, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Find(customerId) is (var partition, var index) ? CustomerFiguresQuery.Figures(partition, index, new ScopeFilter(scope)) : null;
    }

    private TPartial[] Run<TPartial, TAnswer>(
        ILedgerQuery<TPartial, TAnswer> query, ScopeFilter filter, int threads, CancellationToken cancellationToken)
    {
        var blocks = Math.Min(threads * BlocksAThread, _partitions.Length);
        var partials = new TPartial[blocks];
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, block =>
        {
            var first = (int)((long)_partitions.Length * block / blocks);
            var last = (int)((long)_partitions.Length * (block + 1) / blocks);
            partials[block] = query.Run(_partitions.AsSpan(first..last), filter);
        });
        return partials;
    }
}
