using Huitou.Access;
using Huitou.Analytics;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>One thing to be written of a customer; an empty text clears it.</summary>
public sealed record ProfileWrite(string Attribute, string Text);

/// <summary>What was written, to be taken back by its act.</summary>
/// <param name="Act">By this it is taken back.</param>
/// <param name="Customers">How many customers it is about.</param>
public sealed record ProfileWritten(Guid Act, int Customers);

/// <summary>
/// Writes into customers' profiles by hand: corrections, tags, notes. What is written stands over what sources say, and taking it back gives
/// back what they say.
/// </summary>
public sealed class EditProfile(IDbContextFactory<HuitouDb> databases, Vault vault, AuditLog audit, CivilClock clock, ChangeSignal signal, TimeProvider time)
{
    /// <summary>The most things that are written at once.</summary>
    public const int MostWrites = 50;

    private const int CustomersAtOnce = 500;

    /// <summary>Writes the same of each of the customers, all in one act. Phones, e-mails and cards are one customer's: they are evidence.</summary>
    /// <param name="customers">Whom.</param>
    /// <param name="writes">What.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="evidence">The piece of the customer's evidence that phones, e-mails and cards are written of; null for the one that the customer goes by.</param>
    public async Task<Outcome<ProfileWritten>> WriteAsync(
        IReadOnlyCollection<long> customers, IReadOnlyList<ProfileWrite> writes, Actor actor, CancellationToken cancel, long? evidence = null)
    {
        if (writes.Count is 0 or > MostWrites) return new Refusal(ProblemCode.InvalidField, $"Write 1 to {MostWrites} things at once, not {writes.Count}.", "edits");
        var today = await clock.TodayAsync(cancel);
        var texts = new List<(string Attribute, string Text)>();
        foreach (var (index, write) in writes.Index())
        {
            var kept = ProfileAttribute.Checked(write.Attribute, write.Text, today);
            if ((kept.Refusal ?? NotOfMany(write, customers.Count)) is { } refusal) return refusal with { Path = $"edits[{index}].{refusal.Path}" };
            texts.Add((write.Attribute, kept.Value!));
        }
        texts = ProfileAttribute.Placed(texts);
        await using var db = databases.OpenWhole();
        var (act, written) = (Guid.NewGuid(), 0);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var chunk in customers.Distinct().Chunk(CustomersAtOnce))
        {
            var nodes = await SeenEvidence.OfAsync(databases, chunk, cancel);
            written += await ProfileEdits.WriteAsync(db, vault, act, nodes, texts.FindAll(text => !WrittenEvidence.Is(text.Attribute)), actor.Name, time.GetUtcNow(), cancel);
            if (await WriteEvidenceAsync(db, act, nodes, texts.FindAll(text => WrittenEvidence.Is(text.Attribute)), actor, evidence, cancel) is { } refusal) return refusal;
        }
        if (written == 0) return await SeenEvidence.WhyNoneAsync(databases, customers, "id", cancel);
        var subject = customers.Count == 1 ? $"customer:{customers.First()}" : $"customers:{written}";
        audit.Add(db, actor, subject, AuditFact.ProfileWritten(texts.Select(text => Told(text, customers.Count > 1))));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signal.Raise();
        return new ProfileWritten(act, written);
    }

    private static Refusal? NotOfMany(ProfileWrite write, int customers) =>
        customers > 1 && WrittenEvidence.Is(write.Attribute) ? new(ProblemCode.InvalidField, $"'{write.Attribute}' is one customer's. Write it of one.", "attribute") : null;

    /// <summary>Writes phones, e-mails and cards of one piece of evidence; they join whoever else carries them, as a file's would.</summary>
    private async Task<Refusal?> WriteEvidenceAsync(
        HuitouDb db, Guid act, List<EvidenceNode> nodes, List<(string Attribute, string Text)> texts, Actor actor, long? evidence, CancellationToken cancel)
    {
        if (texts.Count == 0 || nodes.Count == 0) return null;
        if (nodes.Find(node => evidence is null || node.Id == evidence) is not { } bearer) return new(ProblemCode.InvalidField, $"Evidence {evidence} is not this customer's. Load the customer again.", "evidence");
        foreach (var (attribute, text) in texts)
            if (await WrittenEvidence.IsErasedAsync(db, vault, attribute, text, cancel)) return new(ProblemCode.InvalidField, "It is of somebody who was erased for good, and is not kept.", "edits");
        await ProfileEdits.WriteAsync(db, vault, act, [bearer], texts, actor.Name, time.GetUtcNow(), cancel);
        await WrittenEvidence.AddAsync(db, vault, [bearer.Id], cancel);
        return null;
    }

    /// <summary>Takes back what was written in one act.</summary>
    public async Task<Outcome<ProfileWritten>> TakeBackAsync(Guid act, Actor actor, CancellationToken cancel)
    {
        int seen;
        await using (var own = await databases.CreateDbContextAsync(cancel)) seen = await own.ProfileEdits.CountAsync(edit => edit.Act == act, cancel);
        if (seen == 0) return NotThere(act);
        await using var db = databases.OpenWhole();
        if (seen < await db.ProfileEdits.CountAsync(edit => edit.Act == act, cancel))
            return new Refusal(ProblemCode.BeyondScope, "It was written of evidence of other shops too. Somebody who sees these can take it back.", "act");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = time.GetUtcNow();
        var taken = await db.ProfileEdits.Where(edit => edit.Act == act && edit.Attribute != ProfileAttribute.Bin && edit.TakenBackAt == null).ExecuteUpdateAsync(set => set.SetProperty(edit => edit.TakenBackAt, now), cancel);
        if (taken == 0) return NotThere(act);
        var nodes = await (
            from edit in db.ProfileEdits
            where edit.Act == act
            join node in db.EvidenceNodes on new { edit.Scope, edit.Kind, edit.Value } equals new { node.Scope, node.Kind, node.Value }
            select new { node.Id, node.CustomerId, edit.Attribute }).ToListAsync(cancel);
        long[] customers = [.. nodes.Select(node => node.CustomerId).Distinct()];
        foreach (var chunk in customers.Chunk(CustomersAtOnce)) await CustomerRows.DeriveAsync(db, chunk, added: null, cancel);
        await ProfileEdits.TellAsync(db, customers, cancel);
        await WrittenEvidence.RemoveAsync(db, vault, [.. nodes.Where(node => WrittenEvidence.Is(node.Attribute)).Select(node => node.Id).Distinct()], cancel);
        audit.Add(db, actor, $"profile:{act}", AuditFact.ProfileTakenBack());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signal.Raise();
        return new ProfileWritten(act, customers.Length);
    }

    private static Refusal NotThere(Guid act) => new(ProblemCode.NotFound, $"Nothing was written in an act {act}, or it was taken back already.", "act");

    /// <summary>Which attributes; what was written into one person's stays out of the audit, which outlives them.</summary>
    private static string Told((string Attribute, string Text) write, bool ofMany) => write.Attribute.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && !ofMany ? write.Attribute[..at] : write.Attribute;
}
