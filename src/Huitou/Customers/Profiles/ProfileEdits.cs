using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Profiles;

/// <summary>Finds what somebody wrote of customers.</summary>
internal static class ProfileEdits
{
    private const string OfNode = "e.scope = n.scope AND e.kind = n.kind AND e.value = n.value";

    /// <summary>Name, region and city of customers as somebody wrote them, marked as <see cref="DatedText.ByHand"/>.</summary>
    internal static async Task<Dictionary<long, BuyerDescription>> ColumnsAsync(HuitouDb db, long[] customers, CancellationToken cancel)
    {
        var rows = await db.ListAsync(
            $"SELECT n.customer_id, e.attribute, e.text, e.at FROM evidence_node n JOIN profile_edit e ON {OfNode} WHERE n.customer_id {SqlList.Of(db, "customers")} "
            + $"AND e.taken_back_at IS NULL AND e.attribute IN ('{ProfileAttribute.Name}', '{ProfileAttribute.Region}', '{ProfileAttribute.City}') ORDER BY e.id",
            row => (Customer: row.GetInt64(0), Attribute: row.GetString(1), Text: new DatedText(row.GetString(2), DatedText.ByHand + row.GetInt64(3))),
            cancel, ("customers", SqlList.Value(db, customers)));
        var written = new Dictionary<long, BuyerDescription>();
        foreach (var (customer, attribute, text) in rows)
        {
            if (!written.TryGetValue(customer, out var told)) written[customer] = told = new();
            told.Take(attribute switch
            {
                ProfileAttribute.Name => new() { Name = text },
                ProfileAttribute.Region => new() { Region = text },
                _ => new() { City = text },
            });
        }
        return written;
    }

    /// <summary>Whom an import names of those of whom somebody wrote anything.</summary>
    internal static Task<List<long>> CustomersOfAsync(HuitouDb db, long importId, CancellationToken cancel) => db.ListAsync(
        $"SELECT DISTINCT n.customer_id FROM profile_edit e JOIN evidence_node n ON {OfNode} WHERE e.taken_back_at IS NULL "
        + "AND EXISTS (SELECT 1 FROM buyer_statement s WHERE s.node_id = n.id AND s.import_id = @import) ORDER BY n.customer_id",
        row => row.GetInt64(0), cancel, ("import", importId));

    /// <summary>All that was ever written of a customer, taken back or not, each once.</summary>
    internal static async Task<List<ProfileEdit>> OfCustomerAsync(HuitouDb db, long customer, CancellationToken cancel)
    {
        var edits = await (
            from node in db.EvidenceNodes
            where node.CustomerId == customer
            join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
            select edit).AsNoTracking().ToListAsync(cancel);
        return [.. edits.OrderBy(edit => edit.Id).DistinctBy(edit => (edit.Act, edit.Attribute))];
    }

    /// <summary>Writes the same of customers, of each piece of their evidence, and finds out what follows. Gives how many they are.</summary>
    internal static async Task<int> WriteAsync(
        HuitouDb db, Vault vault, Guid act, long[] customers, IReadOnlyList<(string Attribute, string Text)> writes, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        var nodes = await db.EvidenceNodes.AsNoTracking().Where(node => EF.Parameter(customers).Contains(node.CustomerId)).OrderBy(node => node.Id).ToListAsync(cancel);
        var edits =
            from node in nodes
            from write in writes
            select new ProfileEdit
            {
                Act = act, Scope = node.Scope, Kind = node.Kind, Value = node.Value, Attribute = write.Attribute, At = now, Actor = actor,
                Text = ProfileAttribute.IsSealed(write.Attribute) ? vault.SealSome(write.Text, write.Attribute, ProfileEdit.OwnerOf(act)) : write.Text,
            };
        await db.BulkWriter().InsertAsync(ProfileEdit.Table, [.. edits], cancel);
        await CustomerRows.DeriveAsync(db, customers, added: null, cancel);
        return nodes.Select(node => node.CustomerId).Distinct().Count();
    }
}
