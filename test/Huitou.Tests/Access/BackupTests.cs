using System.Formats.Tar;
using System.IO.Compression;
using Huitou.Access;
using Huitou.Data;
using Huitou.Tests.Support;

namespace Huitou.Tests.Access;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _target = Directory.CreateTempSubdirectory("huitou-restore-").FullName;
    private TestInstallation _source = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _source = TestInstallation.Over(new HuitouOptions { DataFolder = Directory.CreateTempSubdirectory("huitou-backup-").FullName });
        await using (var db = _source.Open()) await SchemaUpdate.RunAsync(db, Cancel);
        await _source.Get<Shops>().AddAsync(new("回头女装", "Asia/Shanghai"), Actor.Console, Cancel);
        await File.WriteAllTextAsync(Path.Combine(_source.Folder.Keys, "key-1.xml"), "<key/>", Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        foreach (var options in (HuitouOptions[])[_source.Options, Target])
        {
            await Schema.DropAsync(options);
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }

    private HuitouOptions Target => new() { DataFolder = _target };

    [Fact]
    public async Task What_was_backed_up_comes_back()
    {
        using var archive = await BackUpAsync();

        var outcome = await new Restore(Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);

        Assert.Null(outcome.Refusal);
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(_target, "keys", "key-1.xml"), Cancel));
        await using var restored = TestInstallation.Over(Target);
        Assert.Equal("回头女装", Assert.Single(await restored.Get<Shops>().ListAsync(Cancel)).Name);
        Assert.Equal(
            [AuditAction.Restore, AuditAction.Backup, AuditAction.Settings],
            (await restored.Get<AuditList>().PageAsync(null, 9, null, Cancel)).Items.Select(a => a.Action));
    }

    [Fact]
    public async Task A_folder_in_use_is_replaced_only_by_force()
    {
        using var archive = await BackUpAsync();
        await new Restore(Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);
        await using (var restored = TestInstallation.Over(Target)) await restored.Get<Shops>().AddAsync(new("later", "Asia/Shanghai"), Actor.Console, Cancel);

        archive.Position = 0;
        var refused = await new Restore(Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);
        archive.Position = 0;
        var forced = await new Restore(Target, TimeProvider.System).RunAsync(archive, force: true, Cancel);

        Assert.Equal(ProblemCode.Conflict, refused.Refusal?.Code);
        Assert.Null(forced.Refusal);
        await using var again = TestInstallation.Over(Target);
        Assert.Single(await again.Get<Shops>().ListAsync(Cancel));
    }

    [Fact]
    public async Task Half_a_backup_is_refused_and_touches_nothing()
    {
        using var archive = await BackUpAsync();
        archive.SetLength(archive.Length / 2);

        var outcome = await new Restore(Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);

        Assert.Equal(ProblemCode.UnreadableFile, outcome.Refusal?.Code);
        Assert.False(File.Exists(Path.Combine(_target, "huitou.db")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_target, "staging")));
    }

    [Theory]
    [InlineData("keys/../../escaped.xml")]
    [InlineData("/tmp/escaped.xml")]
    [InlineData("keys/a/b.xml")]
    public async Task A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        using var archive = new MemoryStream();
        await using (var zip = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(zip))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) }, Cancel);

        archive.Position = 0;
        var outcome = await new Restore(Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);

        Assert.Equal(ProblemCode.UnreadableFile, outcome.Refusal?.Code);
        Assert.Empty(Directory.EnumerateFiles(_target, "escaped*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_backup_of_PostgreSQL_holds_keys_and_settings_and_says_so()
    {
        await using var postgres = await TestInstallation.CreateAsync(DatabaseKind.Postgres);
        var change = postgres.Get<ChangeDefinitions>();
        await change.RunAsync(new Definitions { CountTests = true }, (await change.CurrentAsync(Cancel)).Version, Actor.Console, Cancel);
        using var archive = new MemoryStream();
        await postgres.Get<Backup>().WriteAsync(archive, withKeys: true, Actor.Console, Cancel);

        archive.Position = 0;
        var wrongPlace = await new Restore(Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);

        Assert.Equal(ProblemCode.DatabaseElsewhere, wrongPlace.Refusal?.Code);
        Assert.False(postgres.Get<Backup>().HoldsDatabase);
    }

    [Fact]
    public async Task A_drill_what_was_sealed_opens_again_and_a_wrong_key_replaces_nothing()
    {
        await using var db = _source.Open();
        await BlindLinks.BeginAsync(db, _source.Get<Vault>(), Cancel);
        var closed = _source.Get<Vault>().Seal("13800000001", "phone", 7);
        using var whole = await BackUpAsync();
        using var bare = await BackUpAsync(withKeys: false);

        Assert.Equal(ProblemCode.KeyMissing, (await RestoreAsync(bare)).Refusal?.Code);
        await File.WriteAllTextAsync(Path.Combine(_target, "keys", "data.key"), $"1:{Convert.ToBase64String(new byte[32])}", Cancel);
        var wrong = await RestoreAsync(bare);
        Assert.Equal(ProblemCode.WrongKey, wrong.Refusal?.Code);
        Assert.Equal(ProblemCode.WrongKey, (await RestoreAsync(whole, Target with { Key = $"1:{Convert.ToBase64String(new byte[32])}" })).Refusal?.Code);
        Assert.False(File.Exists(Path.Combine(_target, "huitou.db")));
        Assert.Equal($"1:{Convert.ToBase64String(new byte[32])}", await File.ReadAllTextAsync(Path.Combine(_target, "keys", "data.key"), Cancel));

        // The right key, put there or given, opens the one without; the other brings its own.
        var key = await File.ReadAllTextAsync(Path.Combine(_source.Folder.Keys, "data.key"), Cancel);
        Assert.Null((await RestoreAsync(bare, Target with { Key = key })).Refusal);
        await using (var given = TestInstallation.Over(Target with { Key = key })) Assert.Equal("13800000001", given.Get<Vault>().Open(closed, "phone", 7));
        await Schema.DropAsync(Target);
        foreach (var file in Directory.EnumerateFiles(_target, "*", SearchOption.AllDirectories)) File.Delete(file);
        Assert.Null((await RestoreAsync(whole)).Refusal);
        await using var again = TestInstallation.Over(Target);
        Assert.Equal("13800000001", again.Get<Vault>().Open(closed, "phone", 7));
        Assert.Equal(_source.Get<Vault>().Blind("13800000001", "phone"), again.Get<Vault>().Blind("13800000001", "phone"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_target, "keys", "data.key")));
    }

    private Task<Outcome<BackupManifest>> RestoreAsync(MemoryStream archive, HuitouOptions? options = null)
    {
        archive.Position = 0;
        return new Restore(options ?? Target, TimeProvider.System).RunAsync(archive, force: false, Cancel);
    }

    private async Task<MemoryStream> BackUpAsync(bool withKeys = true)
    {
        var archive = new MemoryStream();
        await _source.Get<Backup>().WriteAsync(archive, withKeys, Actor.Console, Cancel);
        archive.Position = 0;
        return archive;
    }
}
