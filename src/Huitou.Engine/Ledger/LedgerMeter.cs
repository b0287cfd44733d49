using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Huitou.Engine;

/// <summary>Measures questions, where anybody listens.</summary>
internal static class LedgerMeter
{
    private static readonly Histogram<double> Duration = new Meter("Huitou").CreateHistogram<double>("huitou.query.duration", "s", "How long the ledger took to answer, by question.");

    /// <summary>When a question began.</summary>
    internal static long Begin() => Duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>It is answered.</summary>
    internal static void End(Type question, long began)
    {
        if (began != 0)
            Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("question", question.Name));
    }
}
