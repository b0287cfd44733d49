using System.Diagnostics.Tracing;

namespace Huitou.Bench.Live;

/// <summary>Listens to the collector of this process: how long it held all threads.</summary>
internal sealed class Pauses : EventListener
{
    private const EventKeywords Collections = (EventKeywords)1;
    private const string Held = "GCSuspendEEBegin_V1", Freed = "GCRestartEEEnd_V1";

    private DateTime _held;
    private double _longest, _all;

    internal (double Longest, double All) Found() => (_longest, _all);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Informational, Collections);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == Held) _held = eventData.TimeStamp;
        if (eventData.EventName != Freed || _held == default) return;
        var pause = (eventData.TimeStamp - _held).TotalMilliseconds;
        (_longest, _all) = (Math.Max(_longest, pause), _all + pause);
    }
}
