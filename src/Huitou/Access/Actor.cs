using Huitou.Data;

namespace Huitou.Access;

/// <summary>Who asks for something to be done, as the audit names them.</summary>
/// <param name="Name">The user's name, "token:name", or "console".</param>
/// <param name="Role">What they may do.</param>
public sealed record Actor(string Name, Role Role)
{
    /// <summary>Whose rows they see.</summary>
    public DataScope Scope { get; init; } = DataScope.All;

    /// <summary>A user, as they are now.</summary>
    public static Actor Of(User user) => new(user.UserName!, user.Role) { Scope = DataScope.Of(user.Shops) };

    /// <summary>Whoever can reach the socket in the data folder: the owner of the machine, and so of the shop.</summary>
    public static readonly Actor Console = new("console", Role.Owner);

    /// <summary>Work that nobody asked for: clocks, start-up.</summary>
    public static readonly Actor System = new("system", Role.Owner);
}
