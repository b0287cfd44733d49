namespace Huitou.Tests.Analytics;

/// <summary>A clock that shows what a test sets; timers run as ever.</summary>
internal sealed class StillTime(DateTimeOffset now) : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
