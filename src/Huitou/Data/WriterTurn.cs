using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>
/// SQLite has one writer, and who waits for its place only looks every now and then whether it is free: a row of transactions without
/// a pause between them would keep it from everybody else for as long as it lasts.
/// </summary>
internal static class WriterTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Lets others write, between two transactions of a long row.</summary>
    internal static Task PassAsync(HuitouDb db, CancellationToken cancel) => db.Database.IsNpgsql() ? Task.CompletedTask : Task.Delay(Pause, cancel);
}
