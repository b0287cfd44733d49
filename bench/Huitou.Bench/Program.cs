using Huitou.Bench;

// Usage: Huitou.Bench [engine | import | start] … [--write FILE]; without a name, all of them.
var write = Array.IndexOf(args, "--write") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
string[] known = ["engine", "import", "start"];
string[] asked = [.. args.Where(known.Contains)];
if (asked.Length == 0) asked = known;

var report = new Report();
report.Line($"# Benchmarks");
report.Line($"");
report.Line($"Written by `make bench` on {Machine.Describe()}. Wants an idle machine: the load was {Machine.Load()} when it began.");
if (asked.Contains("engine")) new EngineBench(report).Run(customers: 1_000_000);
if (asked.Contains("import")) await new ImportBench(report).RunAsync(CancellationToken.None);
if (asked.Contains("start")) await new StartBench(report).RunAsync(CancellationToken.None);
if (write is not null) await File.WriteAllTextAsync(write, report.Text);
