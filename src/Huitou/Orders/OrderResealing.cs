using System.Data.Common;
using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>Takes what this stage stores of people to new keys, in the caller's transaction: fingerprints, receivers, and what is said with touches.</summary>
internal static class OrderResealing
{
    internal static async Task RunAsync(HuitouDb db, Resealing keys, Action<int> done, CancellationToken cancel)
    {
        foreach (var table in OrderTables.AllFacts.Where(table => table != OrderTables.TouchFacts))
        {
            await TableRanges.UpdateAsync(
                db, new BulkTable<(long Id, long Hash)>(table.Name, ["id", "content_hash"], WriteHash), "id, content_hash",
                row => (row.GetInt64(0), keys.Fingerprint(row.GetInt64(1))), done, cancel);
        }
        await TableRanges.UpdateAsync(
            db, Receivers, "order_id, sealed", row => (row.GetInt64(0), keys.Some(row.GetString(1), OrderReceiver.SealedKind, row.GetInt64(0))), done, cancel);
        await TableRanges.UpdateAsync(db, Touches, "id, content_hash, key, comment", row => ReadTouch(row, keys), done, cancel);
    }

    private static void WriteHash((long Id, long Hash) fact, IBulkRow row)
    {
        row.Big(fact.Id);
        row.Big(fact.Hash);
    }

    private static readonly BulkTable<(long Order, string Sealed)> Receivers = new("order_receiver", ["order_id", "sealed"], (receiver, row) =>
    {
        row.Big(receiver.Order);
        row.Text(receiver.Sealed);
    });

    private sealed record TouchRow(long Id, long Hash, string Key, string Comment);

    private static readonly BulkTable<TouchRow> Touches = new("touch", ["id", "content_hash", "key", "comment"], (touch, row) =>
    {
        row.Big(touch.Id);
        row.Big(touch.Hash);
        row.Text(touch.Key);
        row.Text(touch.Comment);
    });

    private static TouchRow ReadTouch(DbDataReader row, Resealing keys)
    {
        var (id, key) = (row.GetInt64(0), row.GetString(2));
        var named = SourceTouch.IsBlind(key) ? SourceTouch.ByContent + keys.Blind(key[1..]) : key;
        return new(id, keys.Fingerprint(row.GetInt64(1)), named, keys.Some(row.GetString(3), Touch.SealedComment, id));
    }
}
