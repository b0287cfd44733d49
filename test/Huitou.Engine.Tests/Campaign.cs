namespace Huitou.Engine.Tests;

/// <summary>How many random cases a property is asked of: few in every run, many in the long one (`make long` sets HUITOU_LONG).</summary>
internal static class Campaign
{
    private const int LongIsTimes = 10;

    internal static int Cases(int usual) => Environment.GetEnvironmentVariable("HUITOU_LONG") is { Length: > 0 } ? usual * LongIsTimes : usual;
}
