using Huitou.Access;

namespace Huitou.Flows;

/// <summary>Makes an empty installation the demo's: its owner and shop, and its orders on the way.</summary>
public sealed class DemoInstallation(DemoOwner owner, DemoStart demo)
{
    /// <summary>Does nothing where the installation is somebody's already; gives the reason where it cannot be done.</summary>
    public async Task<Refusal?> RunAsync(CancellationToken cancel) =>
        await owner.EnsureAsync(cancel) ? (await demo.RunAsync(new DemoRequest(), Actor.System, cancel)).Refusal : null;
}
