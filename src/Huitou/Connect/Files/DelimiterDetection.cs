namespace Huitou.Connect.Files;

/// <summary>Which sign stands between the cells of a text file.</summary>
internal static class DelimiterDetection
{
    private const int MostRecords = 100;
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>
    /// The sign that cuts the most records into the same number of cells, more cells counting for more. Signs inside quotes do
    /// not cut; a first line "sep=;", as Excel writes it, decides.
    /// </summary>
    internal static char Of(string sample)
    {
        if (sample.Length > 4 && sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Candidates.Contains(sample[4]))
            return sample[4];
        return Candidates.MaxBy(candidate => Score(sample, candidate));
    }

    private static double Score(string sample, char delimiter)
    {
        var widths = Widths(sample, delimiter);
        if (widths.Count == 0) return 0;
        var (width, records) = widths.CountBy(w => w).MaxBy(w => (w.Value, w.Key));
        return width < 2 ? 0 : (double)records / widths.Count * Math.Log2(width + 1);
    }

    private static List<int> Widths(string sample, char delimiter)
    {
        var widths = new List<int>();
        var cells = 1;
        var quoted = false;
        var atStart = true;
        var any = false;
        foreach (var sign in sample)
        {
            if (sign == '"' && (quoted || atStart)) quoted = !quoted;
            else if (!quoted && sign == delimiter) cells++;
            else if (!quoted && (sign is '\n' or '\r'))
            {
                if (any) widths.Add(cells);
                if (widths.Count == MostRecords) return widths;
                (cells, any, atStart) = (1, false, true);
                continue;
            }
            atStart = !quoted && sign == delimiter;
            any = true;
        }
        if (any && widths.Count == 0) widths.Add(cells);
        return widths;
    }
}
