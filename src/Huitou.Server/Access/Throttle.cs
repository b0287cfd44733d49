using System.Globalization;
using System.Threading.RateLimiting;
using Huitou.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huitou.Server.Access;

/// <summary>
/// Slows guessing down: so many tries a minute from one address, and fewer for one name from one address. The name is in the body,
/// which the framework's middleware does not see, so the endpoints ask here.
/// </summary>
internal sealed class Throttle : IDisposable
{
    internal const int TriesPerName = 10;
    internal const int TriesPerAddress = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Try> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Try, string>(t => Limit(t.Address, TriesPerAddress)),
        PartitionedRateLimiter.Create<Try, Try>(t => Limit(t, TriesPerName)));

    private readonly record struct Try(string Address, string Name);

    /// <summary>Null when the caller may try; else the answer to give.</summary>
    internal ProblemHttpResult? Refuse(HttpContext http, string name)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "console";
        using var lease = _limiter.AttemptAcquire(new Try(address, name.Trim().ToUpperInvariant()));
        if (lease.IsAcquired) return null;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyTries, $"Too many tries. Wait {seconds} seconds.");
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<TKey> Limit<TKey>(TKey key, int tries) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Window, QueueLimit = 0 });
}
