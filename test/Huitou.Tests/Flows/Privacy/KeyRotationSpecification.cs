using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Orders;
using Huitou.Tests.Flows.Treatments;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>A new key changes nothing of what is known, only who can read it; and whatever stops a rotation, it can be run again.</summary>
public sealed partial class KeyRotationSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task All_is_as_it_was_under_the_new_key_and_the_old_one_opens_nothing(DatabaseKind kind)
    {
        await using var bench = await PersonalShop.CreateAsync(kind);
        await PersonalShop.UseAsync(bench);
        var options = bench.Installation.Options;
        var old = KeyRing.Find(options, bench.Installation.Folder)!;
        var before = await LookAsync(bench.Installation);

        var rotated = (await new KeyRotation(options, TimeProvider.System).RunAsync(null, Cancel)).Value!;
        Assert.Equal((2, 0, true), (rotated.Key, rotated.UnreadableFiles, rotated.OldKeysDropped));
        Assert.True(rotated is { Rows: > 20, Files: > 10 }, $"{rotated}");
        var ring = KeyRing.Find(options, bench.Installation.Folder)!;
        Assert.Equal([(byte)2], ring.Keys.Select(key => key.Id));

        await using var after = TestInstallation.Over(options);
        Assert.Equal(before, await LookAsync(after));
        await using var db = after.Open();
        Assert.Empty(await OpenedByAsync(db, old));
        Assert.NotEmpty(await OpenedByAsync(db, ring));
        Assert.StartsWith("Key 1 replaced by 2, ", AuditWords.Sentence((await db.Audit.SingleAsync(entry => entry.Action == AuditAction.KeyRotation, Cancel)).Fact, "en"), StringComparison.Ordinal);
        foreach (var file in SealedFiles(after.Folder)) Assert.Throws<CryptographicException>(() => SealedFile.Open(file, VaultOf(old)).Dispose());

        Assert.Equal((3, 0), ((await new KeyRotation(options, TimeProvider.System).RunAsync(null, Cancel)).Value!.Key, 0));
        await using var again = TestInstallation.Over(options);
        Assert.Equal(before, await LookAsync(again));
    }

    [Theory, EachDatabase]
    public async Task Imports_know_their_buyers_again_and_what_was_done_can_be_taken_back(DatabaseKind kind)
    {
        // The same is done in a shop that keeps its key: what comes of it must be the same.
        await using var bench = await DecidedShopAsync(kind);
        await using var other = await DecidedShopAsync(kind);
        Assert.Null((await new KeyRotation(bench.Installation.Options, TimeProvider.System).RunAsync(null, Cancel)).Refusal);
        await using var rotated = ImportBench.Over(TestInstallation.Over(bench.Installation.Options));

        Assert.Equal(await GoOnAsync(other), await GoOnAsync(rotated));
    }

    private static readonly string[] Orders =
    [
        "订单编号,付款时间,买家ID,手机号,邮箱,商品名称,数量,单价", "1,2025-02-01 10:00,b1,13800000001,,丝巾,1,99.00", "2,2025-02-02 10:00,,13800000001,,丝巾,2,99.00",
        "3,2025-02-03 10:00,b3,13800000003,,丝巾,2,99.00", "4,2025-02-04 10:00,b4,13800000003,,丝巾,2,99.00", "5,2025-02-05 10:00,,13800000005,e1@d.example,丝巾,2,99.00",
        "6,2025-02-05 10:00,,13800000005,e2@d.example,丝巾,2,99.00", "7,2025-02-05 10:00,,13800000005,e3@d.example,丝巾,2,99.00",
    ];

    private static readonly string[] Touches = ["接触类型,接触时间,手机号,订单编号,商品编码,评分,内容", "评价,2025-03-05 10:00,13800000001,1,p1,5,很好"];

    private static async Task<ImportBench> DecidedShopAsync(DatabaseKind kind)
    {
        var bench = await Taking.ShopAsync(kind);
        await using (var db = bench.Installation.Open()) await BlindLinks.BeginAsync(db, bench.Installation.Get<Vault>(), Cancel);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.TakeWholeAsync("orders.csv", Orders);
        await bench.TakeWholeAsync("touches.csv", Touches);
        await bench.TakeWholeAsync("more.csv", [Orders[0], "8,2025-02-06 10:00,b8,13800000005,,丝巾,2,99.00"]);
        var (one, two) = (await CustomerAsync(bench, "b3"), await CustomerAsync(bench, "b4"));
        Assert.Null((await bench.Installation.Get<CustomerIdentity>().MergeAsync(one, two, ImportBench.Somebody, Cancel)).Refusal);
        return bench;
    }

    /// <summary>The same files again, one that was changed, an undo, and a decision taken back: what is to be seen after each.</summary>
    private static async Task<string[]> GoOnAsync(ImportBench bench)
    {
        List<string> seen = [];
        foreach (var (name, lines) in new[] { ("orders.csv", Orders), ("touches.csv", Touches) })
        {
            var again = await bench.TakeWholeAsync(name, lines);
            Assert.Equal((0, 0, 0), (again.Counts.ItemsNew, again.Counts.ItemsChanged, again.Counts.CustomersNew));
        }
        var more = await bench.TakeWholeAsync("new.csv", [Orders[0], "9,2025-03-01 10:00,,13800000003,,丝巾,1,9.00", "10,2025-03-01 10:00,b10,13800000005,e9@d.example,丝巾,1,9.00"]);
        seen.AddRange(await LookAsync(bench.Installation, withFiles: false));
        await bench.RunAsync((await bench.Installation.Get<ImportUndo>().RunAsync(more.Id, ImportBench.Somebody, Cancel)).Value!);
        seen.AddRange(await LookAsync(bench.Installation, withFiles: false));
        await bench.RunAsync((await bench.Installation.Get<ImportUndo>().RunAsync(3, ImportBench.Somebody, Cancel)).Value!);
        seen.AddRange(await LookAsync(bench.Installation, withFiles: false));
        var act = Assert.Single(await bench.Installation.Get<IdentityReview>().ActsAsync(Cancel)).Act;
        Assert.Null((await bench.Installation.Get<CustomerIdentity>().WithdrawAsync(act, ImportBench.Somebody, Cancel)).Refusal);
        seen.AddRange(await LookAsync(bench.Installation, withFiles: false));
        Assert.NotEqual(await CustomerAsync(bench, "b3"), await CustomerAsync(bench, "b4"));
        // Who comes for the first time draws by the keys of the day.
        return [.. seen.Select(line => line.Contains("b10", StringComparison.Ordinal) || line.StartsWith("+8613800000003 Phone", StringComparison.Ordinal) ? Seed().Replace(line, "") : line)];
    }

    [GeneratedRegex(@"-?\d+(?=(, False)?$)")]
    private static partial Regex Seed();

    [Theory, EachDatabase]
    public async Task Stopped_anywhere_it_loses_nothing_and_goes_on(DatabaseKind kind)
    {
        await using var bench = await DecidedShopAsync(kind);
        await PersonalUploadsAsync(bench);
        var options = bench.Installation.Options;
        var before = await LookAsync(bench.Installation);
        var rotations = new KeyRotation(options, TimeProvider.System);
        HashSet<string> steps = [];
        var key = 1;
        for (int stop = 0, stops = 40; stop < stops; stop++)
        {
            var (left, stoppedIn) = (stop, "");
            try
            {
                Assert.Null((await rotations.RunAsync((step, _) =>
                {
                    if (left-- > 0) return;
                    stoppedIn = step;
                    throw new StoppedException();
                }, Cancel)).Refusal);
                stops = stop;
            }
            catch (StoppedException)
            {
                steps.Add(stoppedIn);
            }
            // A host may well be started in between, and all is there.
            await using (var host = TestInstallation.Over(options))
            {
                await using var db = host.Open();
                await BlindLinks.BeginAsync(db, host.Get<Vault>(), Cancel);
                Assert.Equal(before, await LookAsync(host));
            }
            var rotated = (await rotations.RunAsync(null, Cancel)).Value!;
            Assert.True(rotated.Key > key || key > 200, $"{key} was followed by {rotated.Key}");
            key = rotated.Key;
            await using var after = TestInstallation.Over(options);
            Assert.Equal(before, await LookAsync(after));
            Assert.Single(KeyRing.Find(options, after.Folder)!.Keys);
        }
        Assert.Equal(["commit", "compact", "database", "drop", "files", "key"], steps.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_rotated_is_refused_and_left_alone()
    {
        await using var bench = await DecidedShopAsync(DatabaseKind.Sqlite);
        var options = bench.Installation.Options;
        using (HostLock.Take(bench.Installation.Folder))
        {
            var taken = await Assert.ThrowsAsync<HostLockTakenException>(() => new KeyRotation(options, TimeProvider.System).RunAsync(null, Cancel));
            Assert.Contains("Stop it first", taken.Message, StringComparison.Ordinal);
        }
        var ring = await File.ReadAllTextAsync(KeyRing.PathIn(bench.Installation.Folder), Cancel);
        Assert.Single(KeyRing.Parse(ring, "").Keys);

        // Keys from the environment: the new one comes from whoever sets it.
        var refused = await new KeyRotation(options with { Key = ring }, TimeProvider.System).RunAsync(null, Cancel);
        Assert.Equal(ProblemCode.Conflict, refused.Refusal?.Code);
        var both = $"{ring.Trim()};7:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
        var rotated = await new KeyRotation(options with { Key = both }, TimeProvider.System).RunAsync(null, Cancel);
        Assert.Equal((7, false), (rotated.Value!.Key, rotated.Value.OldKeysDropped));
        Assert.Equal(ring, await File.ReadAllTextAsync(KeyRing.PathIn(bench.Installation.Folder), Cancel));
        await using (var after = TestInstallation.Over(options with { Key = both.Split(';')[1] })) Assert.NotEmpty(await LookAsync(after));

        // The key of before is that of nothing any longer, and says so.
        var wrong = await Assert.ThrowsAsync<KeyFaultException>(() => new KeyRotation(options, TimeProvider.System).RunAsync(null, Cancel));
        Assert.Contains("HUITOU_KEY", wrong.Message, StringComparison.Ordinal);
    }

    private sealed class StoppedException : Exception;

    private static async Task PersonalUploadsAsync(ImportBench bench)
    {
        await bench.TakeAsync("rejected.csv", [Orders[0], "11,不是时间,,13800000009,,丝巾,1,9.00"]);
        await bench.Installation.FileAsync(new() { Table = "profiles", Unmasked = true });
    }

    private static Vault VaultOf(KeyRing ring) => new(ring, vault => new BlindChain([vault.FirstLink]));

    private static async Task<long> CustomerAsync(ImportBench bench, string buyer) => (await bench.Installation.EvidenceAsync()).Single(node => node.Name == buyer).Node.CustomerId;

    /// <summary>All that is to be seen: orders and people, what they are called, whom a phone finds, what files hold.</summary>
    private static async Task<string[]> LookAsync(TestInstallation shop, bool withFiles = true)
    {
        await using var db = shop.Open();
        var vault = shop.Get<Vault>();
        var search = shop.Get<CustomerSearch>();
        List<string> found = [];
        foreach (var wanted in (string[])[PersonalShop.Phone, PersonalShop.Email, "13800000001", "13800000005", "e1@d.example", "b1", PersonalShop.BuyerId])
            found.Add($"{wanted} finds {string.Join(' ', (await db.Customers.Select(customer => customer.Id).ToListAsync(Cancel)).Where((await search.FindAsync(new() { Search = wanted }, Cancel))!.Contains).Order())}");
        var files = SealedFiles(shop.Folder).Select(file =>
        {
            using var open = SealedFile.Open(file, vault);
            return $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(open))}";
        });
        return
        [
            .. (await ShopState.VisibleAsync(db, vault)).Select(line => Keyed().Replace(line, "")).Order(StringComparer.Ordinal), .. (await shop.EvidenceAsync()).Select(node => $"{node.Name} {node.Node.Kind} is {node.Node.CustomerId}, seed {node.Node.Seed}"),
            .. (await HandAsync(shop, db)), .. found, .. withFiles ? files : [],
        ];
    }

    /// <summary>What people wrote of whom, and what those agreed to.</summary>
    private static async Task<List<string>> HandAsync(TestInstallation shop, HuitouDb db)
    {
        var said = new List<string>();
        foreach (var id in await db.Customers.Select(customer => customer.Id).Order().ToListAsync(Cancel))
        {
            var known = await ProfileView.ReadAsync(db, shop.Get<Vault>(), id, Cancel);
            said.AddRange(known.Fields.Concat(known.Notes).Select(field => $"{id} {field.Attribute} {field.Text} {field.Source.Name}"));
            said.AddRange(known.Consents.Select(consent => $"{id} {consent.Channel} {consent.Purpose} {consent.Standing} {consent.Proof}"));
        }
        return said;
    }

    /// <summary>Names and fingerprints of contents, which are other ones under other keys.</summary>
    [GeneratedRegex(@"~[0-9a-f]{32}|(?<=^details \S+: )-?\d+")]
    private static partial Regex Keyed();

    private static IEnumerable<string> SealedFiles(DataFolder folder) =>
        ((string[])[folder.Uploads, folder.Rejects, folder.Exports]).SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal);

    /// <summary>The sealed values that a ring opens.</summary>
    private static async Task<List<string>> OpenedByAsync(HuitouDb db, KeyRing ring)
    {
        var vault = VaultOf(ring);
        List<string> opened = [];
        void Try(string text, string kind, long owner)
        {
            try
            {
                opened.Add(vault.Open(text, kind, owner));
            }
            catch (CryptographicException)
            {
                // That is what is asked.
            }
        }
        foreach (var node in await db.EvidenceNodes.ToListAsync(Cancel)) Try(node.Sealed, BuyerAttribute.Of(node.Kind), node.Id);
        foreach (var consent in await db.Consents.Where(consent => consent.Proof != "").ToListAsync(Cancel)) Try(consent.Proof, Consent.SealedProof, Consent.OwnerOf(consent.At));
        foreach (var edit in (await db.ProfileEdits.Where(edit => edit.Text != "").ToListAsync(Cancel)).Where(edit => ProfileAttribute.IsSealed(edit.Attribute))) Try(edit.Text, edit.Attribute, ProfileEdit.OwnerOf(edit.Act));
        foreach (var touch in await db.Touches.Where(touch => touch.Comment != "").ToListAsync(Cancel)) Try(touch.Comment, Touch.SealedComment, touch.Id);
        foreach (var job in await db.Jobs.Where(job => job.Result != null).ToListAsync(Cancel)) Try(job.Result!, Job.SealedResult, job.Id);
        foreach (var link in await db.BlindLinks.ToListAsync(Cancel)) Try(link.Sealed, "link", link.Id);
        foreach (var said in await db.BuyerStatements.Where(said => said.More != null).ToListAsync(Cancel))
            foreach (var (attribute, told) in Told.Read(said.More).All.Where(told => BuyerAttribute.IsSealed(told.Key))) Try(told.Text, attribute, said.NodeId);
        return opened;
    }
}
