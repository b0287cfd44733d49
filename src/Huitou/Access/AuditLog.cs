using System.Text.Encodings.Web;
using System.Text.Json;
using Huitou.Data;

namespace Huitou.Access;

/// <summary>Writes the audit.</summary>
public sealed class AuditLog(TimeProvider time)
{
    // Names stay readable where they lie, so that tests of what may not lie there can find them.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Adds a row to the caller's unit of work: what is done and the record of it are saved together or not at all.
    /// No personal data in <paramref name="subject"/> or <paramref name="fact"/>.
    /// </summary>
    public void Add(HuitouDb db, Actor actor, string subject, AuditFact fact) => db.Audit.Add(new AuditEntry
    {
        At = time.GetUtcNow(),
        Actor = actor.Name,
        Action = AuditWords.ActionOf(fact.Kind),
        Kind = fact.Kind,
        Subject = subject,
        Values = JsonSerializer.Serialize(fact.Values, Json),
    });
}
