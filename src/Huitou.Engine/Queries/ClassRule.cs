namespace Huitou.Engine;

/// <summary>
/// A condition on the classes of a customer together: their cell of the grid and their RFM group, asked for each combination once and then looked up.
/// Some customers are in or out whatever their classes.
/// </summary>
public sealed class ClassRule
{
    private const int Groups = 9;

    private readonly bool[] _holds = new bool[4 * 4 * Groups];

    /// <param name="holds">Whether the classes are wanted; the group is null where there are no edges.</param>
    /// <param name="always">Who is wanted whatever their classes.</param>
    /// <param name="never">Who is not, unless always.</param>
    public ClassRule(Func<RClass, FClass, RfmGroup?, bool> holds, CustomerSet? always = null, CustomerSet? never = null)
    {
        ArgumentNullException.ThrowIfNull(holds);
        (Always, Never) = (always, never);
        foreach (var r in Enum.GetValues<RClass>())
        {
            foreach (var f in Enum.GetValues<FClass>())
            {
                _holds[Place(r, f, null)] = holds(r, f, null);
                foreach (var group in Enum.GetValues<RfmGroup>())
                    _holds[Place(r, f, group)] = holds(r, f, group);
            }
        }
    }

    /// <summary>Who is wanted whatever their classes.</summary>
    public CustomerSet? Always { get; }

    /// <summary>Who is not wanted whatever their classes, unless always.</summary>
    public CustomerSet? Never { get; }

    /// <summary>Whether customers of these classes are wanted.</summary>
    public bool Holds(RClass r, FClass f, RfmGroup? group) => _holds[Place(r, f, group)];

    private static int Place(RClass r, FClass f, RfmGroup? group) => (((int)r * 4) + (int)f) * Groups + (group is { } one ? (int)one + 1 : 0);
}
