using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Huitou.Bench.Import;

/// <summary>How long transactions lasted, told by EF itself: for so long nobody else can write to a SQLite file.</summary>
internal sealed class WriteTimes : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<double> _milliseconds = [];

    internal WriteTimes() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    internal double Longest
    {
        get
        {
            lock (_gate) return _milliseconds.DefaultIfEmpty().Max();
        }
    }

    internal int Count
    {
        get
        {
            lock (_gate) return _milliseconds.Count;
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.TransactionCommitted.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not TransactionEndEventData ended) return;
        lock (_gate) _milliseconds.Add(ended.Duration.TotalMilliseconds);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
