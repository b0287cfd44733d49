using System.Diagnostics;
using System.Globalization;
using System.Text;
using Huitou.Connect;
using Huitou.Engine.Tests;
using Huitou.Flows;

namespace Huitou.Server.Tests.Crashes;

/// <summary>A process that is killed in the middle of an import or an undo leaves, once the next one has started, all of it or nothing.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 5;
    private const int Lines = 20_000;

    private readonly string _files = Directory.CreateTempSubdirectory("huitou-files-").FullName;

    public void Dispose() => Directory.Delete(_files, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_or_nothing_is_there_after_a_kill(bool postgres)
    {
        var file = Write("second.csv", Lines, price: 2);
        await using var before = await CrashFolder.CreateAsync(postgres);
        await before.HostAsync(services => CrashFolder.ImportAsync(services, Write("first.csv", Lines / 4, price: 1)));
        await using var after = await before.CopyAsync();
        var importing = await TimeAsync(after, "import", file);
        var (becomes, second) = await LookAsync(after);
        await using var undone = await after.CopyAsync();
        var undoing = await TimeAsync(undone, "undo", second);
        var (was, _) = await LookAsync(before);
        Assert.NotEqual(was, becomes);
        Assert.Equal(was, (await LookAsync(undone)).Look);

        var random = new Random(postgres ? 1 : 2);
        var kills = Campaign.Cases(Kills);
        for (var kill = 0; kill < kills; kill++)
        {
            // Spread over the length of the job, and a little beyond; every third kill is of an undo.
            var share = (kill + random.NextDouble()) / kills * 1.1;
            if (kill % 3 == 2) await KillAsync(after, becomes, was, undoing * share, file, becomes.Visible, "undo", second);
            else await KillAsync(before, was, becomes, importing * share, file, becomes.Visible, "import", file);
        }
    }

    private static async Task KillAsync(CrashFolder start, Look was, Look becomes, TimeSpan when, string file, long afterAll, params string[] arguments)
    {
        await using var folder = await start.CopyAsync();
        var what = $"{arguments[0]} killed after {when.TotalMilliseconds:0} ms";
        using (var process = folder.Start(arguments))
        {
            await folder.JobAsync(process);
            await Task.Delay(when);
            process.Kill();
            await process.WaitForExitAsync();
        }

        // Whoever starts next brings to its end, or takes back, what was left.
        await folder.HostAsync(async services =>
        {
            Assert.Empty(folder.StagingFiles);
            var (job, import) = await CrashFolder.NewestAsync(services);
            var look = await CrashFolder.LookAsync(services);
            var isDone = import.State == (arguments[0] == "import" ? ImportState.Committed : ImportState.Undone);
            Assert.True(look == (isDone ? becomes : was), $"{what}: {import.State} {look}, but was {was} and becomes {becomes}");
            Assert.True(job.State is JobState.Done || (job.State, job.Error) is (JobState.Failed, "interrupted"), $"{what}: {job.State} {job.Error}");
            Assert.True(isDone || job.State != JobState.Done, what);
            Assert.NotNull(import.SettledAt);

            await CrashFolder.ImportAsync(services, file);
            Assert.Equal(afterAll, (await CrashFolder.LookAsync(services)).Visible);
        });
    }

    private static async Task<(Look Look, string Import)> LookAsync(CrashFolder folder)
    {
        var (look, import) = (default(Look), 0L);
        await folder.HostAsync(async services => (look, import) = (await CrashFolder.LookAsync(services), (await CrashFolder.NewestAsync(services)).Import.Id));
        return (look!, import.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>How long a command takes from the beginning of its job to its end.</summary>
    private static async Task<TimeSpan> TimeAsync(CrashFolder folder, params string[] arguments)
    {
        using var process = folder.Start(arguments);
        await folder.JobAsync(process);
        var began = Stopwatch.GetTimestamp();
        await process.WaitForExitAsync();
        var length = Stopwatch.GetElapsedTime(began);
        Assert.Equal(0, process.ExitCode);
        return length;
    }

    private string Write(string name, int lines, int price)
    {
        var text = new StringBuilder("order no,paid time,buyer id,buyer name,product code,quantity,unit price,channel\n");
        for (var line = 0; line < lines; line++)
        {
            var order = line / 2;
            text.Append(CultureInfo.InvariantCulture, $"{order},2025-0{1 + (price % 9)}-{1 + (order % 28):00} 10:00,b{order % 3_000},n{order % 3_000},p{line % 200},{price},{1 + (line % 50)}.00,c{order % 5}\n");
        }
        var path = Path.Combine(_files, name);
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
