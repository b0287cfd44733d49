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
        var rows = await (
            from node in db.EvidenceNodes
            where EF.Parameter(customers).Contains(node.CustomerId)
            join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
            where edit.TakenBackAt == null && (edit.Attribute == ProfileAttribute.Name || edit.Attribute == ProfileAttribute.Region || edit.Attribute == ProfileAttribute.City)
            orderby edit.Id
            select new { node.CustomerId, edit.Attribute, edit.Text, edit.At }).ToListAsync(cancel);
        var written = new Dictionary<long, BuyerDescription>();
        foreach (var row in rows)
        {
            var text = new DatedText(row.Text, DatedText.ByHand + row.At.ToUnixTimeMilliseconds());
            if (!written.TryGetValue(row.CustomerId, out var told)) written[row.CustomerId] = told = new();
            told.Take(row.Attribute switch
            {
                ProfileAttribute.Name => new() { Name = text },
                ProfileAttribute.Region => new() { Region = text },
                _ => new() { City = text },
            });
        }
        return written;
    }

    /// <summary>The districts of the customers of <paramref name="nodes"/> as somebody wrote them, marked as <see cref="DatedText.ByHand"/>.</summary>
    internal static async Task<Dictionary<long, DatedText>> DistrictsAsync(HuitouDb db, IQueryable<EvidenceNode> nodes, CancellationToken cancel)
    {
        var rows = await (
            from node in nodes
            join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
            where edit.TakenBackAt == null && edit.Attribute == ProfileAttribute.District
            orderby edit.Id
            select new { node.CustomerId, edit.Text, edit.At }).ToListAsync(cancel);
        var written = new Dictionary<long, DatedText>();
        foreach (var row in rows)
            written[row.CustomerId] = written.GetValueOrDefault(row.CustomerId, DatedText.None).Or(row.Text, DatedText.ByHand + row.At.ToUnixTimeMilliseconds());
        return written;
    }

    /// <summary>Of whom somebody wrote that text; something else may have been written since.</summary>
    internal static IQueryable<long> OfText(HuitouDb db, string attribute, string text) =>
        from edit in db.ProfileEdits
        where edit.TakenBackAt == null && edit.Attribute == attribute && edit.Text == text
        join node in db.EvidenceNodes on new { edit.Scope, edit.Kind, edit.Value } equals new { node.Scope, node.Kind, node.Value }
        select node.CustomerId;

    /// <summary>The levels of service that somebody set for customers.</summary>
    internal static async Task<Dictionary<long, string>> LevelsAsync(HuitouDb db, long[] customers, CancellationToken cancel)
    {
        var rows = await (
            from node in db.EvidenceNodes
            where EF.Parameter(customers).Contains(node.CustomerId)
            join edit in db.ProfileEdits on new { node.Scope, node.Kind, node.Value } equals new { edit.Scope, edit.Kind, edit.Value }
            where edit.TakenBackAt == null && edit.Attribute == ProfileAttribute.ServiceLevel
            orderby edit.At, edit.Id
            select new { node.CustomerId, edit.Text }).ToListAsync(cancel);
        return rows.GroupBy(row => row.CustomerId).ToDictionary(all => all.Key, all => all.Last().Text);
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

    /// <summary>Writes the same of each of these pieces of evidence, and finds out what follows for their customers. Gives how many they are.</summary>
    internal static async Task<int> WriteAsync(
        HuitouDb db, Vault vault, Guid act, IReadOnlyList<EvidenceNode> nodes, IReadOnlyList<(string Attribute, string Text)> writes, string actor, DateTimeOffset now, CancellationToken cancel)
    {
        long[] customers = [.. nodes.Select(node => node.CustomerId).Distinct()];
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
        await TellAsync(db, customers, cancel);
        return customers.Length;
    }

    /// <summary>Tells the change feed that something was written of customers, or taken back.</summary>
    internal static Task TellAsync(HuitouDb db, IReadOnlyCollection<long> customers, CancellationToken cancel) =>
        db.BulkWriter().InsertAsync(Change.Table, [.. customers.Select(id => (ChangeKind.Profile, id))], cancel);
}
