using System.Net;
using Huitou.Flows;

namespace Huitou.Server;

/// <summary>How the host meets the network.</summary>
public sealed record ServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where pages and API are served (HUITOU_URL). Its host is also the name that requests must ask for.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Signs visitors of this machine in as the owner. For looking around; never with real customers.</summary>
    public bool Demo { get; init; }

    /// <summary>Listens on the data folder's socket only: a command line that became the host for a moment.</summary>
    public bool SocketOnly { get; init; }

    /// <summary>The built pages: beside the executable, so that a published folder is all there is to copy.</summary>
    public string Pages { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The shop that a demo loads.</summary>
    public DemoRequest DemoRequest { get; init; } = new();

    internal Uri Address => new(Url);

    /// <summary>Whether only this machine can reach the host.</summary>
    internal bool IsLoopback => Address.IsLoopback;

    /// <summary>What is wrong with these options, one sentence for each fault.</summary>
    public IReadOnlyList<string> Faults()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
            return [$"HUITOU_URL is \"{Url}\". Write it like {DefaultUrl}; for https, put a reverse proxy in front."];
        if (url.AbsolutePath != "/" || url.Query.Length > 0) return [$"HUITOU_URL is \"{Url}\"; it must not have a path."];
        if (Demo && !url.IsLoopback) return [$"A demo signs every visitor in, so it is served on this machine only, not on {url.Host}."];
        return [];
    }

    /// <summary>
    /// The names that a request may ask for. Holding to them keeps other web sites from reaching us through a name of theirs that
    /// points here (DNS rebinding), which the demo's open door would make a way in.
    /// </summary>
    internal IReadOnlyList<string> AllowedHosts()
    {
        string[] own = ["localhost", "127.0.0.1", "[::1]"];
        if (IsLoopback) return own;
        return IPAddress.TryParse(Address.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? ["*"]
            : [.. own, Address.Host];
    }
}
