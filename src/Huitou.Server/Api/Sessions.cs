using System.Net;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Flows.Operations;
using Huitou.Orders;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Huitou.Server.Api;

/// <summary>Who is signed in.</summary>
/// <param name="Name">What they signed in with.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Language">What they read; null follows the browser.</param>
/// <param name="AllShops">Whether they see the rows of all shops, and not of the session's alone.</param>
public sealed record SessionUser(string Name, Role Role, string? Language, bool AllShops);

/// <summary>All that a client needs to know before its first question.</summary>
public sealed record Session
{
    /// <summary>Nobody has an account yet.</summary>
    public required bool SetUpNeeded { get; init; }

    /// <summary>The host signs its visitors in.</summary>
    public required bool Demo { get; init; }

    /// <summary>Null while nobody is signed in; then the lists are empty too.</summary>
    public required SessionUser? User { get; init; }

    public required IReadOnlyList<Permission> Permissions { get; init; }

    public required Currency Currency { get; init; }

    public required IReadOnlyList<ShopItem> Shops { get; init; }

    public required IReadOnlyList<ChannelItem> Channels { get; init; }

    /// <summary>The civil day in the first shop's zone: the default as-of day.</summary>
    public required DateOnly Today { get; init; }

    public required string Version { get; init; }

    /// <summary>To be sent back in X-CSRF with whatever changes something.</summary>
    public required string Antiforgery { get; init; }
}

/// <summary>Tells callers about their session.</summary>
internal sealed class Sessions(
    SetUp setUp, OwnAccount account, Shops shops, ChannelList channels, Settings settings, IAntiforgery antiforgery, CivilClock clock)
{
    internal async Task<Session> DescribeAsync(HttpContext http, bool demo, CancellationToken cancel)
    {
        // Whoever has just signed in sees more than they did when the request came.
        using var within = DataScope.Enter(AccessWiring.ScopeOf(http));
        var actor = http.User.Actor();
        var session = new Session
        {
            SetUpNeeded = await setUp.IsNeededAsync(cancel),
            Demo = demo,
            User = null,
            Permissions = [],
            Currency = Currency.Default,
            Shops = [],
            Channels = [],
            Today = await clock.TodayAsync(cancel),
            Version = StatusReport.Version,
            Antiforgery = antiforgery.GetAndStoreTokens(http).RequestToken ?? "",
        };
        return actor is null ? session : await OfAsync(session, actor, http.User.UserId(), cancel);
    }

    /// <summary>Whether the caller sits at the machine that the host runs on.</summary>
    internal static bool IsAtThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private async Task<Session> OfAsync(Session session, Actor actor, long? userId, CancellationToken cancel)
    {
        return session with
        {
            User = new SessionUser(actor.Name, actor.Role, userId is { } id ? await account.LanguageAsync(id, cancel) : null, actor.Scope.IsAll),
            Permissions = Permissions.Of(actor.Role),
            Currency = await settings.CurrencyAsync(cancel),
            Shops = await shops.ListAsync(cancel),
            Channels = await channels.RunAsync(cancel),
        };
    }
}
