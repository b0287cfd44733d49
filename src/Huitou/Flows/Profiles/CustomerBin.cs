using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>A customer in the bin; the name is masked.</summary>
public sealed record BinnedCustomer(long Id, string Name, string Buyer, string Region, string City, DateTimeOffset At, string Actor);

/// <summary>A page of the bin, the last moved there first.</summary>
public sealed record BinPage(long Total, int Page, int Limit, IReadOnlyList<BinnedCustomer> Items);

/// <summary>How many customers something was done to.</summary>
public sealed record CustomersDone(int Customers);

/// <summary>
/// Moves customers to the bin and back, with everything that hangs on them: there they are in no list, no group and no audience, and what they
/// bought counts as nobody's. Nothing is removed, so that restoring gives back exactly what was, and what came in meanwhile.
/// </summary>
public sealed class CustomerBin(IDbContextFactory<HuitouDb> databases, Vault vault, AuditLog audit, ChangeSignal signal, TimeProvider time)
{
    public const int MostItems = 200;

    private const int CustomersAtOnce = 500;

    public async Task<Outcome<BinPage>> ListAsync(int page, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Refusal(ProblemCode.InvalidField, $"A page has 1 to {MostItems} items, not {limit}.", "limit");
        if (page < 1) return new Refusal(ProblemCode.InvalidField, "Pages are counted from 1.", "page");
        await using var db = await databases.CreateDbContextAsync(cancel);
        var binned = db.Customers.AsNoTracking().Where(customer => customer.BinnedAt != null);
        var items = await binned.OrderByDescending(customer => customer.BinnedAt).ThenBy(customer => customer.Id).Skip((page - 1) * limit).Take(limit).ToListAsync(cancel);
        long[] ids = [.. items.Select(customer => customer.Id)];
        var names = await CustomerNames.ReadAsync(db, vault, ids, cancel);
        var actors = (await (
            from node in db.EvidenceNodes
            where EF.Parameter(ids).Contains(node.CustomerId)
            join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
            where edit.Attribute == ProfileAttribute.Bin && edit.TakenBackAt == null
            select new { node.CustomerId, edit.Id, edit.Actor }).ToListAsync(cancel)).GroupBy(edit => edit.CustomerId).ToDictionary(edits => edits.Key, edits => edits.MinBy(edit => edit.Id)!.Actor);
        return new BinPage(await binned.LongCountAsync(cancel), page, limit, [.. items.Select(customer =>
        {
            var who = names.GetValueOrDefault(customer.Id, CustomerName.Unknown);
            return new BinnedCustomer(customer.Id, NameMask.Of(who.Name), who.Buyer, who.Region, who.City, customer.BinnedAt!.Value, actors.GetValueOrDefault(customer.Id, ""));
        })]);
    }

    /// <summary>Moves customers to the bin; those who are there stay.</summary>
    public Task<Outcome<CustomersDone>> MoveAsync(IReadOnlyCollection<long> customers, Actor actor, CancellationToken cancel)
    {
        var act = Guid.NewGuid();
        return RunAsync(customers, actor, AuditFact.CustomersBinned(), async (db, chunk) =>
        {
            long[] outside = [.. await db.Customers.Where(customer => EF.Parameter(chunk).Contains(customer.Id) && customer.BinnedAt == null).Select(customer => customer.Id).ToListAsync(cancel)];
            var nodes = await db.EvidenceNodes.AsNoTracking().Where(node => EF.Parameter(outside).Contains(node.CustomerId)).ToListAsync(cancel);
            return outside.Length == 0 ? 0 : await ProfileEdits.WriteAsync(db, vault, act, nodes, [(ProfileAttribute.Bin, ProfileAttribute.On)], actor.Name, time.GetUtcNow(), cancel);
        }, cancel);
    }

    /// <summary>Brings customers back from the bin.</summary>
    public Task<Outcome<CustomersDone>> RestoreAsync(IReadOnlyCollection<long> customers, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return RunAsync(customers, actor, AuditFact.CustomersRestored(), async (db, chunk) =>
        {
            long[] inside = [.. await db.Customers.Where(customer => EF.Parameter(chunk).Contains(customer.Id) && customer.BinnedAt != null).Select(customer => customer.Id).ToListAsync(cancel)];
            long[] edits = [.. await (
                from node in db.EvidenceNodes
                where EF.Parameter(inside).Contains(node.CustomerId)
                join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
                where edit.Attribute == ProfileAttribute.Bin && edit.TakenBackAt == null
                select edit.Id).ToListAsync(cancel)];
            await db.ProfileEdits.Where(edit => EF.Parameter(edits).Contains(edit.Id)).ExecuteUpdateAsync(set => set.SetProperty(edit => edit.TakenBackAt, now), cancel);
            await CustomerRows.DeriveAsync(db, inside, added: null, cancel);
            return inside.Length;
        }, cancel);
    }

    private async Task<Outcome<CustomersDone>> RunAsync(
        IReadOnlyCollection<long> customers, Actor actor, AuditFact fact, Func<HuitouDb, long[], Task<int>> move, CancellationToken cancel)
    {
        await using var db = databases.OpenWhole();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (found, done) = (0, 0);
        foreach (var ids in customers.Distinct().Chunk(CustomersAtOnce))
        {
            var chunk = await SeenEvidence.CustomersAsync(databases, ids, cancel);
            if (await IdentityBounds.ReachBeyondAsync(db, actor.Scope, chunk, cancel))
                return SeenEvidence.Beyond("customers");
            (found, done) = (found + chunk.Length, done + await move(db, chunk));
        }
        if (found == 0) return new Refusal(ProblemCode.NotFound, customers.Count == 1 ? $"There is no customer {customers.First()}." : "None of these customers is there.", "customers");
        audit.Add(db, actor, customers.Count == 1 ? $"customer:{customers.First()}" : $"customers:{done}", fact);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signal.Raise();
        return new CustomersDone(done);
    }
}
