using System.Globalization;
using System.Text;

namespace Huitou.Bench;

/// <summary>What a run found, as Markdown: shown while it comes, and written whole at the end.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    internal string Text => _text.ToString();

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
