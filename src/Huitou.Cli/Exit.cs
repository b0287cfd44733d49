namespace Huitou.Cli;

/// <summary>What the process ends with.</summary>
internal static class Exit
{
    internal const int Done = 0;

    /// <summary>It could have been done, but was refused, and the reason was printed.</summary>
    internal const int Refused = 1;

    /// <summary>The command was not understood.</summary>
    internal const int Usage = 2;

    /// <summary>Something broke.</summary>
    internal const int Broken = 3;
}
