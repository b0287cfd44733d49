namespace Huitou.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    internal static string Describe()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return $"{Environment.ProcessorCount} cores ({model ?? "unknown"}), {memory} GiB, .NET {Environment.Version}";
    }

    /// <summary>The load average of the last minute.</summary>
    internal static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
