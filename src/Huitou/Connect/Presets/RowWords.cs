namespace Huitou.Connect.Presets;

/// <summary>Cells that hold words of a closed set, and paths.</summary>
internal sealed class RowWords(RowCells cells)
{
    private static readonly Dictionary<string, bool> YesNo = Table(
        (true, ["是", "同意", "已同意", "订阅", "已订阅", "yes", "y", "true", "1", "subscribed", "opted in", "opt-in"]),
        (false, ["否", "拒绝", "不同意", "未同意", "退订", "已退订", "no", "n", "false", "0", "unsubscribed", "opted out", "opt-out"]));

    private static readonly Dictionary<string, Gender> Genders = Table(
        (Gender.Male, ["男", "男性", "先生", "male", "m", "man", "mr", "mr."]), (Gender.Female, ["女", "女性", "女士", "小姐", "female", "f", "woman", "mrs", "ms"]));

    /// <summary>Words that people leave where they know nothing.</summary>
    private static readonly HashSet<string> Unknown = new(["未知", "保密", "不详", "其他", "无", "unknown", "other", "not set"], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, TouchKind> Touches = Table(
        (TouchKind.View, ["浏览", "访问", "view", "page view"]),
        (TouchKind.Favourite, ["收藏", "加收藏", "favourite", "favorite", "wishlist"]),
        (TouchKind.Inquiry, ["咨询", "询单", "inquiry", "enquiry", "chat"]),
        (TouchKind.Complaint, ["投诉", "complaint", "complaint opened"]),
        (TouchKind.ComplaintClosed, ["投诉解决", "投诉关闭", "投诉完结", "complaint closed", "complaintClosed", "complaint_closed", "complaint resolved"]),
        (TouchKind.Review, ["评价", "评论", "review", "rating"]),
        (TouchKind.Visit, ["到店", "进店", "visit", "store visit"]));

    private (string Text, string Path) _category = ("", "");

    /// <summary>Null where the row says nothing.</summary>
    internal bool YesOrNo(Field field, out bool? yes) => Find(field, YesNo, out yes);

    internal bool GenderOf(out Gender? gender) => Find(Field.Gender, Genders, out gender);

    internal bool Touch(out TouchKind kind)
    {
        kind = default;
        if (!Find(Field.TouchKind, Touches, out var told)) return false;
        if (told is null) return cells.Bad(RejectReason.MissingKey, Field.TouchKind);
        kind = told.Value;
        return true;
    }

    /// <summary>1 to 5, also as "5星"; null where there is none.</summary>
    internal bool Stars(RowAmounts amounts, out int? rating)
    {
        rating = null;
        var text = cells.Text(Field.Rating).TrimEnd('星', '分', '★');
        if (text.Length == 0) return true;
        if (!amounts.Whole(text, out var stars) || stars is < 1 or > 5) return cells.Bad(RejectReason.BadValue, Field.Rating);
        rating = stars;
        return true;
    }

    /// <summary>The steps of the category's path, joined the same way however the file joins them.</summary>
    internal string Category()
    {
        var text = cells.Text(Field.Category);
        if (text == _category.Text) return _category.Path;
        var steps = text.Split(['/', '>', '›', '＞', '／'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _category = (text, RowCells.Cut(steps.Length <= 1 ? text : string.Join(" / ", steps), 300));
        return _category.Path;
    }

    /// <summary>Each once, in ordinal order, so that files that list them otherwise say the same.</summary>
    internal string[] Tags()
    {
        var text = cells.Text(Field.Tags);
        if (text.Length == 0) return [];
        var tags = text.Split([',', '，', ';', '；', '、', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. tags.Select(tag => RowCells.Cut(tag, 100)).Distinct().Order(StringComparer.Ordinal)];
    }

    private bool Find<T>(Field field, Dictionary<string, T> words, out T? found)
        where T : struct
    {
        found = null;
        var text = cells.Text(field);
        if (text.Length == 0) return true;
        if (words.TryGetValue(text, out var value)) found = value;
        else if (!Unknown.Contains(text)) return cells.Bad(RejectReason.UnknownWord, field);
        return true;
    }

    private static Dictionary<string, T> Table<T>(params (T Value, string[] Words)[] rows) =>
        rows.SelectMany(row => row.Words.Select(word => (word, row.Value))).ToDictionary(p => p.word, p => p.Value, StringComparer.OrdinalIgnoreCase);
}
