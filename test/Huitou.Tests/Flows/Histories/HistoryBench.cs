using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Histories;

/// <summary>
/// A shop to which random things happen, and what then must be: a shop that only ever saw the imports that remain. The clock moves with
/// the imports, and the key is always the same, so that two shops can be compared.
/// </summary>
internal sealed class HistoryBench : IAsyncDisposable
{
    private readonly SteppedTime _time;
    private readonly List<(long Id, int Number, RandomImport Import)> _standing = [];
    private readonly HashSet<(string Buyer, string Channel)> _refusals = [];

    private HistoryBench(ImportBench bench, SteppedTime time) => (Bench, _time) = (bench, time);

    internal ImportBench Bench { get; }

    /// <summary>The imports that remain, each with the number it had in the history.</summary>
    internal IReadOnlyList<(long Id, int Number, RandomImport Import)> Standing => _standing;

    /// <summary>What happened, for a person to read when it went wrong.</summary>
    internal List<string> Log { get; } = [];

    internal static async Task<HistoryBench> CreateAsync(DatabaseKind kind)
    {
        var time = new SteppedTime();
        var bench = await ImportBench.CreateAsync(kind, time: time);
        await File.WriteAllTextAsync(Path.Combine(bench.Installation.Folder.Keys, "data.key"), Convert.ToBase64String(new byte[32]));
        return new HistoryBench(bench, time);
    }

    /// <summary>Imports as the nth of the history.</summary>
    internal async Task ImportAsync(int number, RandomImport import)
    {
        At(number);
        var done = await Bench.ImportAsync(import.Source);
        Log.Add($"{number} imports {done.Id}: {import.Kind} {string.Join(" | ", import.Rows)}");
        Assert.Equal((ImportState.Committed, ""), (done.State, done.Error));
        _standing.Add((done.Id, number, import));
    }

    /// <summary>Tries to import, in vain.</summary>
    internal async Task BreakAsync(int number, RandomImport import, string? cancelAt)
    {
        At(number);
        if (import.Rows.Count == 0 && cancelAt is not null) cancelAt = "commit";
        var done = cancelAt is null ? await Bench.ImportAsync(import.Source.ThenBroken()) : await Bench.CancelAsync(import.Source, cancelAt);
        Log.Add($"{number} breaks {done.Id}: {import.Kind}");
        Assert.Equal(cancelAt is null ? ImportState.Failed : ImportState.Cancelled, done.State);
    }

    /// <summary>Takes out one of the imports that remain.</summary>
    internal async Task UndoAsync(int index)
    {
        var (id, number, import) = _standing[index];
        Log.Add($"undoes {id}, which was {number}");
        var job = await UndoAsync(id);
        Assert.Equal((JobState.Done, ""), (job.State, job.Error));
        _standing.RemoveAt(index);
        _refusals.UnionWith(import.Refusals);
        await using var db = Bench.Installation.Open();
        Assert.Empty(await Traces.OfAsync(db, id));
    }

    /// <summary>Begins to take one of the imports out, and is stopped when so many tables are prepared.</summary>
    internal async Task StopUndoAsync(int index, int tables)
    {
        Log.Add($"begins to undo {_standing[index].Id}");
        var job = await UndoAsync(_standing[index].Id, progress => progress.Now() is { Step: "prepare", Done: var done } && done == tables);
        Assert.Equal((JobState.Cancelled, ""), (job.State, job.Error));
    }

    /// <summary>Runs the job that takes an import out, and cancels it when told so.</summary>
    private async Task<JobItem> UndoAsync(long id, Func<JobProgress, bool>? cancels = null)
    {
        var started = await Bench.Installation.Get<ImportUndo>().RunAsync(id, ImportBench.Somebody, CancellationToken.None);
        Assert.Null(started.Refusal);
        var jobs = Bench.Installation.Get<Jobs>();
        await Bench.RunAsync(started.Value!, progress =>
        {
            if (cancels?.Invoke(progress) == true) Assert.Null(jobs.CancelAsync(started.Value!.JobId, CancellationToken.None).GetAwaiter().GetResult().Refusal);
        });
        return (await jobs.FindAsync(started.Value!.JobId, CancellationToken.None))!;
    }

    /// <summary>What is to be seen, but for agreements and refusals.</summary>
    internal async Task<string[]> StateAsync()
    {
        await using var db = Bench.Installation.Open();
        return [.. (await ShopState.VisibleAsync(db, Bench.Installation.Get<Vault>())).Where(line => !IsConsent(line))];
    }

    internal async Task<string[]> ConsentsAsync()
    {
        await using var db = Bench.Installation.Open();
        return [.. (await ShopState.VisibleAsync(db, Bench.Installation.Get<Vault>())).Where(IsConsent)];
    }

    /// <summary>Refusals that came with imports that are gone, of buyers whom others still name, as <see cref="ConsentsAsync"/> tells them.</summary>
    internal IEnumerable<string> RefusalsLeft => _refusals.Where(refusal => _standing.Exists(left => left.Import.Named.Contains(refusal.Buyer))).Select(refusal => $"consent {Value(refusal.Buyer)}: {refusal.Channel} False");

    /// <summary>A shop that saw nothing but what remains.</summary>
    internal async Task<HistoryBench> AfreshAsync(DatabaseKind kind)
    {
        var fresh = await CreateAsync(kind);
        await using (var db = Bench.Installation.Open())
        {
            await using var other = fresh.Bench.Installation.Open();
            other.IdentityDecisions.AddRange(await db.IdentityDecisions.AsNoTracking().ToListAsync());
            other.ProfileEdits.AddRange(await db.ProfileEdits.AsNoTracking().ToListAsync());
            await other.SaveChangesAsync();
        }
        foreach (var (_, number, import) in _standing) await fresh.ImportAsync(number, import);
        return fresh;
    }

    /// <summary>Somebody says who is who, at random; every other time it is taken back at once, and must then be as if it had not been.</summary>
    internal async Task DecideAsync(Random random)
    {
        var identity = Bench.Installation.Get<CustomerIdentity>();
        var (nodes, acts) = await LookAsync();
        if (nodes.Count == 0) return;
        var before = await StateAsync();
        var (one, other) = (nodes[random.Next(nodes.Count)].CustomerId, nodes[random.Next(nodes.Count)].CustomerId);
        var parts = nodes.Where(node => node.CustomerId == one && random.Next(2) == 0).Select(node => node.Id).ToList();
        var (what, outcome) = random.Next(4) switch
        {
            0 => ($"merges {one} and {other}", await identity.MergeAsync(one, other, ImportBench.Somebody, CancellationToken.None)),
            1 => ($"keeps {one} and {other} apart", await identity.KeepApartAsync(one, other, ImportBench.Somebody, CancellationToken.None)),
            2 => ($"parts {string.Join(',', parts)} from {one}", await identity.PartAsync(one, parts, ImportBench.Somebody, CancellationToken.None)),
            _ when acts.Count > 0 => ("withdraws", await identity.WithdrawAsync(acts[random.Next(acts.Count)], ImportBench.Somebody, CancellationToken.None)),
            _ => ("decides nothing", new Refusal(ProblemCode.NotFound, "")),
        };
        Log.Add($"somebody {what}: {outcome.Refusal?.Message ?? "done"}");
        if (outcome.Refusal is not null) Assert.Equal(before, await StateAsync());
        if (outcome.Refusal is not null || what == "withdraws") return;
        var now = (await LookAsync()).Nodes.ToLookup(node => node.CustomerId, node => node.Id);
        if (what[0] == 'm') Assert.Contains(now, customer => customer.Contains(one) && customer.Contains(other));
        else Assert.DoesNotContain(now, customer => what[0] == 'k' ? customer.Contains(one) && customer.Contains(other) : parts.Exists(part => customer.Contains(part)) && customer.Any(node => nodes.Exists(was => was.Id == node && was.CustomerId == one) && !parts.Contains(node)));
        if (random.Next(2) == 0) return;
        Assert.Null((await identity.WithdrawAsync(outcome.Value!.Act, ImportBench.Somebody, CancellationToken.None)).Refusal);
        Assert.Equal(before, await StateAsync());
    }

    /// <summary>Somebody writes into a profile, at random; every other time it is taken back at once, and must then be as if it had not been.</summary>
    internal async Task WriteAsync(Random random)
    {
        var (nodes, _) = await LookAsync();
        if (nodes.Count == 0) return;
        var (edit, before) = (Bench.Installation.Get<EditProfile>(), await StateAsync());
        var customer = nodes[random.Next(nodes.Count)].CustomerId;
        if (random.Next(4) == 0)
        {
            var bin = Bench.Installation.Get<CustomerBin>();
            Log.Add($"somebody moves {customer} to the bin or back");
            if ((await bin.MoveAsync([customer], ImportBench.Somebody, CancellationToken.None)).Value!.Customers == 0 || random.Next(2) == 0) await bin.RestoreAsync([customer], ImportBench.Somebody, CancellationToken.None);
            return;
        }
        ProfileWrite write = random.Next(5) switch
        {
            0 => new("name", random.Next(2) == 0 ? "" : $"by hand {random.Next(3)}"),
            1 => new("region", random.Next(2) == 0 ? "" : "by hand"),
            2 => new("tag:vip", random.Next(2) == 0 ? "" : "on"),
            3 => new("tag:by hand", "on"),
            _ => new("note", "called"),
        };
        var written = (await edit.WriteAsync([customer], [write], ImportBench.Somebody, CancellationToken.None)).Value!;
        Log.Add($"somebody writes {write} of {customer}");
        if (random.Next(2) == 0) return;
        Assert.Null((await edit.TakeBackAsync(written.Act, ImportBench.Somebody, CancellationToken.None)).Refusal);
        Assert.Equal(before, await StateAsync());
    }

    /// <summary>
    /// Somebody writes a phone, an e-mail or a card of a piece of evidence, at random, or takes back what was written some time ago. What is taken
    /// back at once must be as if it had not been.
    /// </summary>
    internal async Task WriteEvidenceAsync(Random random)
    {
        var (nodes, _) = await LookAsync();
        var edit = Bench.Installation.Get<EditProfile>();
        await using (var db = Bench.Installation.Open())
        {
            var acts = await db.ProfileEdits.Where(edit => edit.TakenBackAt == null && (edit.Attribute == "phone" || edit.Attribute == "email" || edit.Attribute == "card")).OrderBy(edit => edit.Id).Select(edit => edit.Act).ToListAsync();
            if (acts.Count > 0 && random.Next(3) == 0)
            {
                Log.Add("somebody takes evidence back");
                Assert.Null((await edit.TakeBackAsync(acts[random.Next(acts.Count)], ImportBench.Somebody, CancellationToken.None)).Refusal);
                return;
            }
        }
        if (nodes.Count == 0) return;
        var (node, before) = (nodes[random.Next(nodes.Count)], await StateAsync());
        ProfileWrite write = random.Next(4) switch
        {
            0 => new("email", random.Next(2) == 0 ? "a@b.example" : $"{random.Next(3)}@few.example"),
            1 => new("card", $"c{random.Next(2)}"),
            _ => new("phone", $"1380000000{random.Next(1, 5)}"),
        };
        var written = await edit.WriteAsync([node.CustomerId], [write], ImportBench.Somebody, CancellationToken.None, random.Next(2) == 0 ? null : node.Id);
        Log.Add($"somebody writes {write} of {node.Id}: {written.Refusal?.Message}");
        if (random.Next(3) > 0) return;
        Assert.Null((await edit.TakeBackAsync(written.Value!.Act, ImportBench.Somebody, CancellationToken.None)).Refusal);
        Assert.Equal(before, await StateAsync());
    }

    /// <summary>Once all imports are out: nothing is left but what people said and wrote, and that goes now, for another history to begin.</summary>
    internal async Task ForgetAsync()
    {
        await using var db = Bench.Installation.Open();
        Assert.All(await ShopState.SizesAsync(db), size => Assert.Equal(0, size));
        await db.IdentityDecisions.ExecuteDeleteAsync();
        await db.ProfileEdits.ExecuteDeleteAsync();
        await db.Consents.ExecuteDeleteAsync();
        _refusals.Clear();
        Log.Clear();
    }

    /// <summary>The nodes that anything committed names, and the acts that stand.</summary>
    private async Task<(List<EvidenceNode> Nodes, List<Guid> Acts)> LookAsync()
    {
        await using var db = Bench.Installation.Open();
        return (
            await db.EvidenceNodes.AsNoTracking().Where(node => db.BuyerStatements.Any(said => said.NodeId == node.Id && db.Imports.Any(import => import.Id == said.ImportId && import.State == ImportState.Committed))).OrderBy(node => node.Id).ToListAsync(),
            await db.IdentityDecisions.OrderBy(decision => decision.Id).Select(decision => decision.Act).Distinct().ToListAsync());
    }

    /// <summary>Who is who is, after whatever happened, what all the evidence together says, and every customer has a row of their own.</summary>
    internal async Task AssertResolvedAsync()
    {
        await using var db = Bench.Installation.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var nodes = await db.EvidenceNodes.Select(node => node.Id).ToListAsync();
        Assert.True((await IdentityUpdate.RunAsync(db, nodes, [], [], CancellationToken.None)).Count == 0, $"not resolved after:\n{string.Join('\n', Log)}");
        await transaction.RollbackAsync();
        await AssertWrittenAsync(db);
        Assert.True(await IdentityUpdate.RunAllAsync(db, (_, _) => { }, CancellationToken.None) == 0, $"not resolved, all together, after:\n{string.Join('\n', Log)}");
        Assert.Equal(await db.EvidenceNodes.Select(node => node.CustomerId).Distinct().Order().ToListAsync(), await db.Customers.Select(customer => customer.Id).Order().ToListAsync());
    }

    /// <summary>Just what is written and stands of the nodes that are there is claimed by hand.</summary>
    private async Task AssertWrittenAsync(HuitouDb db)
    {
        var vault = Bench.Installation.Get<Vault>();
        var nodes = (await db.EvidenceNodes.AsNoTracking().ToListAsync()).ToDictionary(NodeName.Of, node => node.Id);
        var stands = (await db.ProfileEdits.AsNoTracking().Where(edit => edit.TakenBackAt == null).ToListAsync())
            .Where(edit => edit.Attribute is "phone" or "email" or "card" && nodes.ContainsKey(edit.Name)).Select(edit => $"{nodes[edit.Name]} {vault.Blind(edit.Opened(vault), edit.Attribute)}");
        var claims = await db.EvidenceClaims.AsNoTracking().Where(claim => claim.ImportId == EvidenceClaim.ByHand).ToListAsync();
        Assert.Equal(stands.Distinct().Order(StringComparer.Ordinal), claims.Select(claim => $"{claim.NodeId} {claim.Value}").Order(StringComparer.Ordinal));
    }

    private void At(int number) => _time.StepTo(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number));

    private static string Value(string buyer) => buyer.StartsWith("id:", StringComparison.Ordinal) ? buyer[3..] : $"{(buyer[0] == '+' ? EvidenceKind.Phone : EvidenceKind.Email)} {buyer}";

    private static bool IsConsent(string line) => line.StartsWith("consent ", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => Bench.DisposeAsync();

    /// <summary>A clock that stands where it was put but for the least step at each look, so that later is later; timers run as ever.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private long _now;

        internal void StepTo(DateTimeOffset now) => Interlocked.Exchange(ref _now, now.UtcTicks);

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Increment(ref _now), TimeSpan.Zero);
    }
}
