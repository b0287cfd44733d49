using Huitou.Access;
using Huitou.Customers.Profiles;

namespace Huitou.Flows.Pruning;

/// <summary>What is done to those on the prune list.</summary>
public enum PruneAct
{
    /// <summary>They stay, and are not to be contacted.</summary>
    Suppress,

    /// <summary>They are moved to the bin.</summary>
    Bin,
}

/// <summary>What was done, so that it can be undone.</summary>
/// <param name="Act">By this a suppression is taken back; null where they went to the bin.</param>
/// <param name="Customers">Whom it was done to.</param>
/// <param name="Left">How many are left on the list: more than the most at once go in turns.</param>
public sealed record PruneDone(Guid? Act, IReadOnlyList<long> Customers, long Left);

/// <summary>Does something to people on the prune list, and to nobody who is not on it (any longer).</summary>
public sealed class Prune(PruneList list, EditProfile edit, CustomerBin bin)
{
    /// <param name="act">What.</param>
    /// <param name="customers">To whom; null for all on the list, so many at once.</param>
    /// <param name="limits">The limits of the list.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<PruneDone>> RunAsync(PruneAct act, IReadOnlyCollection<long>? customers, PruneLimits limits, Actor actor, CancellationToken cancel)
    {
        var found = await list.ChooseAsync(customers, limits, cancel);
        if (found.Refusal is { } wrong) return wrong;
        var (chosen, left) = found.Value;
        if (chosen.Length == 0) return new Refusal(ProblemCode.NotFound, "None of them is on the list any longer.", "customers");
        if (act == PruneAct.Bin)
        {
            var moved = await bin.MoveAsync(chosen, actor, cancel);
            return moved.Match<Outcome<PruneDone>>(_ => new PruneDone(null, chosen, left), refusal => refusal);
        }
        var written = await edit.WriteAsync(chosen, [new(ProfileAttribute.Suppressed, "yes")], actor, cancel);
        return written.Match<Outcome<PruneDone>>(done => new PruneDone(done.Act, chosen, left), refusal => refusal);
    }
}
