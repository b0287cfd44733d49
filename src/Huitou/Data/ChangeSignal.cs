namespace Huitou.Data;

/// <summary>
/// Says within the process that the change feed has grown, so that who follows it need not wait for the next look. It is a hint:
/// what is true stands in the feed, and a follower that misses the hint finds it there.
/// </summary>
public sealed class ChangeSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next <see cref="Raise"/>. Ask for it before looking at the feed, and no change is missed.</summary>
    public Task WaitAsync(CancellationToken cancel) => Volatile.Read(ref _next).Task.WaitAsync(cancel);

    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
