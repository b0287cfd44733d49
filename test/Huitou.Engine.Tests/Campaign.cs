namespace Huitou.Engine.Tests;

/// <summary>How many random cases a property is asked of: few in every run, many in the long one (`make long` sets HUITOU_LONG).</summary>
internal static class Campaign
{
    private const int LongIsTimes = 10;

    private static bool IsLong => Environment.GetEnvironmentVariable("HUITOU_LONG") is { Length: > 0 };

    internal static int Cases(int usual) => IsLong ? usual * LongIsTimes : usual;

    /// <summary>For what is to be asked a certain number of times in the long run.</summary>
    internal static int Cases(int usual, int inTheLong) => IsLong ? inTheLong : usual;
}
