using System.Diagnostics;
using Huitou.Connect;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

/// <summary>The whole UCI file, on both databases, against the counts that were computed from it independently.</summary>
public sealed class OnlineRetailImport
{
    [Theory, EachDatabase]
    public async Task The_whole_file_gives_the_published_counts(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await using var file = File.OpenRead(OracleData.File("online_retail/online_retail.csv.gz"));
        var watch = Stopwatch.StartNew();
        var import = await bench.ImportAsync("online_retail.csv.gz", file);
        Console.Error.WriteLine($"{kind}: {watch.Elapsed.TotalSeconds:0.0} s, {import.Counts} {string.Join(", ", import.Rejects)} {import.State} {import.Error}");

        Assert.Equal(ImportState.Committed, import.State);
        Assert.Equal(541_909, import.Counts.Rows);
    }
}
