using Huitou.Engine;

namespace Huitou.Connect.Presets;

/// <summary>What a file says itself of a row: that it gives money back, is a test, or stands for no goods.</summary>
/// <param name="IsReturn">The document gives money back.</param>
/// <param name="Order">Of the whole order.</param>
/// <param name="Line">Of this line.</param>
internal readonly record struct RowMarks(bool IsReturn, OrderMarks Order, LineMarks Line)
{
    internal static readonly Words Return = new("退货", "return");
    internal static readonly Words Test = new("测试", "test");
    internal static readonly Words NotGoods = new("非商品", "not goods");

    private static readonly char[] Between = [',', '，', '、', ';', '；', '/'];

    /// <summary>Reads the words that are known; others say nothing.</summary>
    internal static RowMarks Of(string text)
    {
        var marks = default(RowMarks);
        if (text.Length == 0) return marks;
        foreach (var word in text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Is(word, Return)) marks = marks with { IsReturn = true };
            else if (Is(word, Test)) marks = marks with { Order = marks.Order | OrderMarks.Test };
            else if (Is(word, NotGoods)) marks = marks with { Line = marks.Line | LineMarks.NotGoods };
        }
        return marks;
    }

    private static bool Is(string word, Words mark) => word == mark.Zh || word.Equals(mark.En, StringComparison.OrdinalIgnoreCase);
}
