using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows;

/// <summary>A step of long work, by the name under which progress shows it.</summary>
internal sealed record Step<T>(string Name, Func<T, CancellationToken, Task> RunAsync);

/// <summary>Steps over one value, one after the other, each timed.</summary>
internal sealed partial class Pipeline<T>(ILogger logger, IReadOnlyList<Step<T>> steps)
{
    internal async Task RunAsync(T value, JobProgress progress, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            cancel.ThrowIfCancellationRequested();
            progress.Begin(step.Name);
            var watch = Stopwatch.StartNew();
            await step.RunAsync(value, cancel);
            LogStep(logger, step.Name, watch.ElapsedMilliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Step {Step} took {Milliseconds} ms.")]
    private static partial void LogStep(ILogger logger, string step, long milliseconds);
}
