using Huitou.Data;

namespace Huitou.Access;

/// <summary>Writes the audit.</summary>
public sealed class AuditLog(TimeProvider time)
{
    private const int DetailMax = 1000;

    /// <summary>
    /// Adds a row to the caller's unit of work: what is done and the record of it are saved together or not at all.
    /// No personal data in <paramref name="subject"/> or <paramref name="detail"/>.
    /// </summary>
    public void Add(HuitouDb db, Actor actor, AuditAction action, string subject, string detail = "") => db.Audit.Add(new AuditEntry
    {
        At = time.GetUtcNow(),
        Actor = actor.Name,
        Action = action,
        Subject = subject,
        Detail = detail.Length <= DetailMax ? detail : detail[..DetailMax],
    });
}
