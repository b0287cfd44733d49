namespace Huitou.Data;

/// <summary>Wakes whoever follows the change feed, within this process: a writer raises it after its commit.</summary>
public sealed class ChangeSignal(TimeProvider time)
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Something was committed.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Waits for the next commit, at most <paramref name="atMost"/>: other processes raise nothing here.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            await _next.Task.WaitAsync(atMost, time, cancel);
        }
        catch (TimeoutException)
        {
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
