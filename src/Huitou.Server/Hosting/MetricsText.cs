using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Huitou.Data;
using Microsoft.Extensions.Hosting;

namespace Huitou.Server.Hosting;

/// <summary>
/// Sums up what the installation measures since its start, and writes it in the text format of Prometheus (version 0.0.4). Any other listener of the
/// meter "Huitou" finds the same; what the runtime tells of memory and processor is added, for that is what is asked next.
/// </summary>
internal sealed class MetricsText(HuitouMeter meter) : IHostedService, IDisposable
{
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Upper ends of the buckets, in seconds.</summary>
    private static readonly double[] Ends = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

    private readonly Lock _turn = new();
    private readonly SortedDictionary<string, (Instrument Instrument, SortedDictionary<string, Series> Series)> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (meter.Holds(instrument) || IsOfProcess(instrument)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.Start();
        return Task.CompletedTask;
    }

    private static bool IsOfProcess(Instrument instrument) =>
        instrument.Meter.Name == "System.Runtime" && (instrument.Name.StartsWith("dotnet.gc.", StringComparison.Ordinal) || instrument.Name.StartsWith("dotnet.process.", StringComparison.Ordinal));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>All that was measured, and what can be looked up now.</summary>
    internal string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_turn)
        {
            foreach (var (name, (instrument, series)) in _families)
            {
                text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description).Append('\n').Append("# TYPE ").Append(name).Append(' ').Append(TypeOf(instrument)).Append('\n');
                foreach (var (labels, sums) in series) Write(text, name, labels, sums, instrument is Histogram<double>);
            }
        }
        return text.ToString();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = Labels(labels);
        lock (_turn)
        {
            var name = NameOf(instrument);
            if (!_families.TryGetValue(name, out var family)) _families[name] = family = (instrument, new(StringComparer.Ordinal));
            if (!family.Series.TryGetValue(key, out var series)) family.Series[key] = series = new();
            if (instrument.IsObservable) series.Sum = value;
            else series.Add(value);
        }
    }

    private static void Write(StringBuilder text, string name, string labels, Series series, bool isHistogram)
    {
        if (!isHistogram)
        {
            Line(text, name, labels, series.Sum);
            return;
        }
        long below = 0;
        for (var i = 0; i < Ends.Length; i++) Line(text, $"{name}_bucket", With(labels, Number(Ends[i])), below += series.Buckets[i]);
        Line(text, $"{name}_bucket", With(labels, "+Inf"), series.Count);
        Line(text, $"{name}_sum", labels, series.Sum);
        Line(text, $"{name}_count", labels, series.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(Number(value)).Append('\n');

    private static string With(string labels, string end) => labels.Length == 0 ? $"le=\"{end}\"" : $"{labels},le=\"{end}\"";

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            var written = Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            text.Append(text.Length == 0 ? "" : ",").Append(name.Replace('.', '_')).Append("=\"").Append(written).Append('"');
        }
        return text.ToString();
    }

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return instrument.Name.Replace('.', '_') + unit + (IsCounter(instrument) ? "_total" : "");
    }

    private static string TypeOf(Instrument instrument) => IsCounter(instrument) ? "counter" : instrument is Histogram<double> ? "histogram" : "gauge";

    private static bool IsCounter(Instrument instrument) => instrument is Counter<long> or ObservableCounter<long> or ObservableCounter<double>;

    /// <summary>To the microsecond: what adding up leaves behind that is no measurement.</summary>
    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>What was measured under one set of labels.</summary>
    private sealed class Series
    {
        internal long[] Buckets { get; } = new long[Ends.Length];

        internal double Sum { get; set; }

        internal long Count { get; private set; }

        internal void Add(double value)
        {
            Sum += value;
            Count++;
            var bucket = Array.FindIndex(Ends, end => value <= end);
            if (bucket >= 0) Buckets[bucket]++;
        }
    }
}
