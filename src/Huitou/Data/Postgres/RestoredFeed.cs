namespace Huitou.Data.Postgres;

/// <summary>
/// A dump brings rows of the change feed with the transaction numbers of the server that it was taken of. On a server that has not counted so far they
/// look as if somebody were still writing them, and who follows the feed would wait until it has.
/// </summary>
internal static class RestoredFeed
{
    /// <summary>A row that is seen is committed; one with a number that this server has not given out yet is another's, and done with.</summary>
    internal static Task<int> SettleAsync(HuitouDb db, CancellationToken cancel) => db.RunAsync(
        "UPDATE change SET transaction = 0 WHERE transaction >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint", cancel);
}
