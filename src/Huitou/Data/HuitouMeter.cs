using System.Diagnostics.Metrics;

namespace Huitou.Data;

/// <summary>
/// What an installation measures of itself, under the one name by which listeners find it. The Engine measures its questions under the same name.
/// </summary>
public sealed class HuitouMeter : IDisposable
{
    /// <summary>The name of all meters.</summary>
    public const string Name = "Huitou";

    private readonly UpDownCounter<long> _open;
    private readonly Counter<long> _ended, _applied;
    private readonly Histogram<double> _refresh;

    public HuitouMeter()
    {
        Meter = new Meter(new MeterOptions(Name) { Scope = this });
        _open = Meter.CreateUpDownCounter<long>("huitou.jobs.open", null, "Jobs that wait or run.");
        _ended = Meter.CreateCounter<long>("huitou.jobs.ended", null, "Jobs that came to an end, by kind and state.");
        _applied = Meter.CreateCounter<long>("huitou.changes.applied", null, "Changed customers that the ledger took in.");
        _refresh = Meter.CreateHistogram<double>("huitou.refresh.duration", "s", "How long the ledger took to take in what was committed.");
    }

    /// <summary>Gauges are added to it by who knows their values.</summary>
    internal Meter Meter { get; }

    public void Dispose() => Meter.Dispose();

    /// <summary>Whether an instrument tells of this installation: a process may hold several, and the Engine's are everybody's.</summary>
    public bool Holds(Instrument instrument) => instrument.Meter == Meter || (instrument.Meter.Name == Name && instrument.Meter.Scope is null);

    internal void JobBegan() => _open.Add(1);

    internal void JobEnded(string kind, string state)
    {
        _open.Add(-1);
        _ended.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("state", state));
    }

    internal void Refreshed(int customers, TimeSpan elapsed)
    {
        _applied.Add(customers);
        _refresh.Record(elapsed.TotalSeconds);
    }
}
