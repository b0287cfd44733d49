using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Huitou.Data;

/// <summary>Two models for each database: one that narrows every question to the caller's shops, and one for who sees all, whose SQL knows nothing of it and so costs nothing.</summary>
internal sealed class ScopedModel : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), context is HuitouDb { Scope.IsAll: true }, designTime);
}

internal static class WholeDatabase
{
    /// <summary>
    /// Opens the database with the rows of all shops, whoever calls: for work that must know what its caller may not see, and tells nothing
    /// of it. A test names the few who may.
    /// </summary>
    internal static HuitouDb OpenWhole(this IDbContextFactory<HuitouDb> databases)
    {
        using var whole = DataScope.Enter(DataScope.All);
        return databases.CreateDbContext();
    }
}
