using System.Globalization;
using System.Text;

namespace Huitou.Bench;

/// <summary>What a run found, as Markdown: shown while it comes, and written whole at the end.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    /// <summary>This report, with those sections of an older one that this run left out, at their places.</summary>
    internal string Over(string older)
    {
        const string Mark = "\n## ";
        string[] before = older.Split(Mark), now = _text.ToString().Split(Mark);
        static string TitleOf(string section) => section.Split('\n')[0];
        var kept = before.Skip(1).Select(section => now.Skip(1).FirstOrDefault(fresh => TitleOf(fresh) == TitleOf(section), section));
        var added = now.Skip(1).Where(section => !before.Skip(1).Any(old => TitleOf(old) == TitleOf(section)));
        return string.Join(Mark, [now[0], .. kept.Concat(added).Select(section => section.Trim('\n') + "\n")]);
    }

    internal void Heading(string title)
    {
        Line($"");
        Line($"## {title}");
        Line($"");
    }

    internal void Line(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }
}
