using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers.Profiles;

/// <summary>That a customer bears a tag. Follows from what sources say and people wrote, and is kept so that those who bear one are found at once.</summary>
public sealed class CustomerTag
{
    public long CustomerId { get; set; }

    public required string Tag { get; set; }

    internal static void Map(EntityTypeBuilder<CustomerTag> e)
    {
        e.ToTable("customer_tag");
        e.HasKey(t => new { t.CustomerId, t.Tag });
        e.Property(t => t.Tag).HasMaxLength(100);
        e.HasIndex(t => t.Tag);
    }

    private static readonly BulkTable<(long Customer, string Tag)> Table = new("customer_tag", ["customer_id", "tag"], (tag, row) =>
    {
        row.Big(tag.Customer);
        row.Text(tag.Tag);
    });

    /// <summary>Whom an import names with tags.</summary>
    internal static Task<List<long>> CustomersOfAsync(HuitouDb db, long importId, CancellationToken cancel) => db.ListAsync(
        $"SELECT DISTINCT n.customer_id FROM buyer_statement s JOIN evidence_node n ON n.id = s.node_id WHERE s.import_id = @import AND s.more LIKE '%\"{BuyerAttribute.Tags}\":%' ORDER BY n.customer_id",
        row => row.GetInt64(0), cancel, ("import", importId));

    /// <summary>Finds out anew which tags customers bear: of what sources say the newest, then what people put on and took off.</summary>
    internal static async Task DeriveAsync(HuitouDb db, long[] customers, CancellationToken cancel)
    {
        var list = ("customers", SqlList.Value(db, customers));
        var said = await db.ListAsync(
            $"SELECT n.customer_id, s.more FROM evidence_node n JOIN buyer_statement s ON s.node_id = n.id WHERE n.customer_id {SqlList.Of(db, "customers")} "
            + $"AND s.more LIKE '%\"{BuyerAttribute.Tags}\":%' AND +s.import_id IN (SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}')",
            row => (Customer: row.GetInt64(0), Tags: Told.Read(row.GetString(1))[BuyerAttribute.Tags]), cancel, list);
        var written = await db.ListAsync(
            $"SELECT n.customer_id, e.attribute, e.text, e.at FROM evidence_node n JOIN profile_edit e ON e.scope = n.scope AND e.kind = n.kind AND e.value = n.value "
            + $"WHERE n.customer_id {SqlList.Of(db, "customers")} AND e.taken_back_at IS NULL AND e.attribute LIKE '{ProfileAttribute.TagPrefix}%' ORDER BY e.at, e.id",
            row => (Customer: row.GetInt64(0), Tag: row.GetString(1)[ProfileAttribute.TagPrefix.Length..], IsOn: row.GetString(2).Length > 0), cancel, list);
        var bears = new Dictionary<long, HashSet<string>>();
        foreach (var customer in said.GroupBy(said => said.Customer))
            bears[customer.Key] = [.. Split(customer.Aggregate(DatedText.None, (newest, next) => newest.Or(next.Tags.Text, next.Tags.At)).Text)];
        foreach (var (customer, tag, isOn) in written)
        {
            if (!bears.TryGetValue(customer, out var tags)) bears[customer] = tags = [];
            if (isOn) tags.Add(tag);
            else tags.Remove(tag);
        }
        await db.RunAsync($"DELETE FROM customer_tag WHERE customer_id {SqlList.Of(db, "customers")}", cancel, list);
        await db.BulkWriter().InsertAsync(Table, [.. bears.SelectMany(customer => customer.Value.Select(tag => (customer.Key, tag))).Order()], cancel);
    }

    internal static IEnumerable<string> Split(string tags) => tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct();
}
