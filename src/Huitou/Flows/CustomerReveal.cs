using Huitou.Access;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>What was masked.</summary>
public sealed record RevealedCustomer(string Name);

/// <summary>Shows a customer's name in full, and writes down who looked.</summary>
public sealed class CustomerReveal(IDbContextFactory<HuitouDb> databases, AuditLog audit)
{
    public async Task<Outcome<RevealedCustomer>> RevealAsync(long id, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        id = await CustomerRows.CurrentAsync(db, id, cancel);
        if (await CustomerNames.FindAsync(db, id, cancel) is not { } who) return new Refusal(ProblemCode.NotFound, $"There is no customer {id}.", "id");

        // Whoever cannot be written down sees nothing.
        audit.Add(db, actor, AuditAction.Reveal, $"customer:{id}", "name");
        await db.SaveChangesAsync(cancel);
        return new RevealedCustomer(who.Name);
    }
}
