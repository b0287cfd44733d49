using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>
/// Knows the users of sessions as they are now. On a context of its own: the request's is opened once it is known whose request it is, and
/// so what it may see.
/// </summary>
public sealed class SessionUsers(IDbContextFactory<HuitouDb> databases)
{
    /// <summary>The user of a session, if they are still there and their password is still the one they signed in with.</summary>
    public async Task<User?> FindAsync(long id, string stamp, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.SecurityStamp == stamp, cancel);
    }
}
