using System.Globalization;
using Huitou.Bench;
using Huitou.Bench.Identity;
using Huitou.Bench.Import;
using Huitou.Bench.Live;

// Usage: Huitou.Bench [import | identity | engine | large | start | live] … [--lines N,N] [--customers N] [--write FILE]; without a name, all of them.
// --lines is for imports, --customers for live. Or: Huitou.Bench check, which ends with 1 where the Engine is not half as fast beside DuckDB as it is meant to be.
string? After(string flag) => Array.IndexOf(args, flag) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var write = After("--write");
long[] lines = [.. (After("--lines") ?? "1000000,5000000").Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
// Imports first: they report the memory of this process, and the Engine's bench leaves some behind.
string[] known = ["import", "identity", "engine", "large", "start", "live"];
string[] asked = [.. args.Where(known.Contains)];
if (asked.Length == 0) asked = known;

if (args is ["check"]) return EngineBench.IsFaster(customers: 200_000, times: 5) ? 0 : 1;

var report = new Report();
report.Line($"# Benchmarks");
report.Line($"");
report.Line($"Written by `make bench` on {Machine.Describe()}. Wants an idle machine: the load was {Machine.Load()} when it began.");
if (asked.Contains("import")) await new ImportBench(report).RunAsync(lines, CancellationToken.None);
if (asked.Contains("identity")) await new IdentityBench(report).RunAsync([50_000, 1_000_000], CancellationToken.None);
if (asked.Contains("engine")) new EngineBench(report).Run(customers: 1_000_000);
if (asked.Contains("large")) new EngineBench(report).Run(customers: 10_000_000);
if (asked.Contains("start")) await new StartBench(report).RunAsync(CancellationToken.None);
if (asked.Contains("live")) await new LiveBench(report).RunAsync(int.Parse(After("--customers") ?? "1000000", CultureInfo.InvariantCulture), CancellationToken.None);
if (write is not null) await File.WriteAllTextAsync(write, report.Over(File.Exists(write) ? await File.ReadAllTextAsync(write) : ""));
return 0;
