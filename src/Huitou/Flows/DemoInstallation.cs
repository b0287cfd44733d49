using Huitou.Access;
using Huitou.Connect.Demo;

namespace Huitou.Flows;

/// <summary>Makes an empty installation the demo's: an owner whom nobody needs to know the password of, the shop, and its orders on the way.</summary>
public sealed class DemoInstallation(SetUp setUp, DemoStart demo)
{
    /// <summary>Does nothing where the installation is somebody's already; gives the reason where it cannot be done.</summary>
    public async Task<Refusal?> RunAsync(DemoRequest shop, CancellationToken cancel)
    {
        if (!await setUp.IsNeededAsync(cancel)) return null;
        var request = new SetUpRequest(DemoOwner.Name, Secret.New(""), DemoSource.ShopName, DemoSource.TimeZone, DemoSource.Currency, null);
        var owner = await setUp.RunAsync(request, Actor.Console, cancel);
        return owner.Refusal ?? (await demo.RunAsync(shop, Actor.Console, cancel)).Refusal;
    }
}
