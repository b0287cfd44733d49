using Huitou.Engine;
using Huitou.Flows.Traits;

namespace Huitou.Flows.Pruning;

/// <summary>Whom no way reaches, by ascending id, each with the reason's number; and as a set.</summary>
internal sealed record Unreached(long[] Ids, byte[] Reasons, CustomerSet Customers)
{
    private static readonly int WayStates = Enum.GetValues<WayState>().Length;

    internal static readonly int MostReasons = WayStates * WayStates;

    internal static Unreached Among(TraitSnapshot traits, bool withSuppressed)
    {
        var (ids, reasons) = (new List<long>(), new List<byte>());
        foreach (var (id, known) in traits.InOrder())
        {
            if (!known.Meets(Reach.None) || (known.Has(TraitMarks.Suppressed) && !withSuppressed)) continue;
            ids.Add(id);
            reasons.Add((byte)((int)known.Phone * WayStates + (int)known.Email));
        }
        return new([.. ids], [.. reasons], new CustomerSet(ids));
    }

    internal static PruneReason Told(int reason, long customers) => new((WayState)(reason / WayStates), (WayState)(reason % WayStates), customers);
}
