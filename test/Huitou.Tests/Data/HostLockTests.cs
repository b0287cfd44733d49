using System.Globalization;
using System.Runtime.Versioning;
using Huitou.Data;

namespace Huitou.Tests.Data;

public sealed class HostLockTests : IDisposable
{
    private readonly DataFolder _folder = new(new HuitouOptions { DataFolder = Directory.CreateTempSubdirectory("huitou-lock-").FullName });

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    [Fact]
    public void A_second_host_is_told_who_is_the_first()
    {
        using var first = HostLock.Take(_folder);

        var refused = Assert.Throws<HostLockTakenException>(() => HostLock.Take(_folder));

        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Root, refused.Message, StringComparison.Ordinal);
        Assert.True(HostLock.IsTaken(_folder));
    }

    [Fact]
    public void The_next_host_takes_over_what_the_first_let_go()
    {
        HostLock.Take(_folder).Dispose();

        Assert.False(HostLock.IsTaken(_folder));
        HostLock.Take(_folder).Dispose();
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void A_folder_that_was_open_to_others_is_closed()
    {
        File.SetUnixFileMode(_folder.Root, (UnixFileMode)0b111_101_101);

        var again = new DataFolder(new HuitouOptions { DataFolder = _folder.Root });

        foreach (var path in (string[])[again.Root, again.Keys, again.Uploads, again.Staging, again.Rejects])
            Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("/etc/hostname", null, "is a file")]
    [InlineData(null, "what is this", "no PostgreSQL connection string")]
    [InlineData(null, "Database=huitou", "names no Host")]
    [InlineData(null, "Host=127.0.0.1", "names no Database")]
    public void Options_say_what_is_wrong_with_them(string? folder, string? database, string? fault)
    {
        var options = HuitouOptions.From(name => name == "HUITOU_DATA" ? folder : name == "HUITOU_DATABASE" ? database : null);

        if (fault is null) Assert.Empty(options.Faults());
        else Assert.Contains(fault, Assert.Single(options.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_too_long_for_a_socket_is_told_before_anything_starts()
    {
        var options = new HuitouOptions { DataFolder = "/tmp/" + new string('x', 120) };

        Assert.Contains("shorter path", Assert.Single(options.Faults()), StringComparison.Ordinal);
    }
}
