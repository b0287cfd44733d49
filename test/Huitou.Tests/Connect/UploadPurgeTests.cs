using Huitou.Connect;
using Huitou.Flows.Exports;
using Huitou.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Tests.Connect;

/// <summary>Files with people in them go when their time is over: uploads and rejects after 30 days, exports after 7, and not an hour before.</summary>
public sealed class UploadPurgeTests
{
    [Fact]
    public async Task Files_go_at_the_end_of_their_time_and_not_before()
    {
        var time = new SetTime();
        await using var shop = await TestInstallation.CreateAsync(DatabaseKind.Sqlite, services => services.AddSingleton<TimeProvider>(time));
        var cancel = TestContext.Current.CancellationToken;
        Assert.Null((await shop.Get<UploadStore>().SaveAsync("a.csv", new MemoryStream([1, 2, 3]), cancel)).Refusal);
        shop.Get<RejectFile>().Create(7, ["a"]).Dispose();
        shop.Get<ExportFiles>().Create(9).Dispose();
        shop.Get<ExportFiles>().Finish(9);
        var written = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        string[] folders = [shop.Folder.Uploads, shop.Folder.Rejects, shop.Folder.Exports];
        foreach (var file in folders.SelectMany(Directory.GetFiles)) File.SetLastWriteTimeUtc(file, written);

        int[] Left(double days)
        {
            time.Now = written.AddDays(days);
            shop.Get<UploadStore>().Purge();
            shop.Get<ExportFiles>().Purge();
            return [.. folders.Select(folder => Directory.GetFiles(folder).Length)];
        }
        const double Hour = 1.0 / 24;
        Assert.Equal([1, 1, 1], Left(7 - Hour));
        Assert.Equal([1, 1, 0], Left(7 + Hour));
        Assert.Equal([1, 1, 0], Left(30 - Hour));
        Assert.Equal([0, 0, 0], Left(30 + Hour));
    }

    private sealed class SetTime : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
