namespace Huitou.Cli;

/// <summary>Asks for a password without showing it; from a pipe, reads a line.</summary>
internal static class Password
{
    /// <exception cref="ApiRefusedException">Nothing was typed.</exception>
    internal static string Ask(string prompt)
    {
        var typed = Console.IsInputRedirected ? Console.In.ReadLine() : Type(prompt);
        return string.IsNullOrEmpty(typed) ? throw new ApiRefusedException("A password is needed.", Exit.Refused) : typed;
    }

    private static string Type(string prompt)
    {
        Console.Error.Write(prompt);
        var typed = new List<char>();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.RemoveRange(Math.Max(0, typed.Count - 1), Math.Min(1, typed.Count));
            else if (!char.IsControl(key.KeyChar)) typed.Add(key.KeyChar);
        }

        Console.Error.WriteLine();
        return new string([.. typed]);
    }
}
