using Huitou.Access;

namespace Huitou.Flows.Exports;

/// <summary>Which table is to be taken out, and how.</summary>
public sealed record ExportRequest
{
    /// <summary>Key of the table, see /exports/tables.</summary>
    public required string Table { get; init; }

    public ExportFormat Format { get; init; }

    /// <summary>Keys of the columns in the order wanted; none: the table's usual ones.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Of headers and words: "zh", "en", or "key" for machines.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>Of a table of customers those with these numbers alone, among whom the filter matches; null for all.</summary>
    public IReadOnlyList<long>? Customers { get; init; }

    /// <summary>Names in full, for who may see them.</summary>
    public bool Unmasked { get; init; }

    /// <summary>The columns to write, or what is wrong with the request.</summary>
    internal Outcome<IReadOnlyList<string>> Choose(ExportTableInfo table, Actor actor)
    {
        if (!ExportLook.Languages.Contains(Language))
            return new Refusal(ProblemCode.InvalidField, $"'{Language}' is no language of headers. Give zh, en or key.", "language");
        if (Columns.FirstOrDefault(key => table.Columns.All(column => column.Key != key)) is { } unknown)
        {
            var known = string.Join(", ", table.Columns.Select(column => column.Key));
            return new Refusal(ProblemCode.InvalidField, $"The table {table.Key} has no column '{unknown}'. It has {known}.", "columns");
        }

        if (Customers is not null && table.Narrowing != ExportNarrowing.Customers)
            return new Refusal(ProblemCode.InvalidField, $"The table {table.Key} is not narrowed to customers. Leave customers out.", "customers");
        if (Customers is { Count: 0 or > CustomerList.MostAtOnce })
            return new Refusal(ProblemCode.InvalidField, $"Choose 1 to {CustomerList.MostAtOnce} customers, not {Customers.Count}, or narrow by a filter.", "customers");
        if (Unmasked && !Permissions.Allows(actor.Role, Permission.CustomersReveal))
            return new Refusal(ProblemCode.NotAllowed, "Your role may not see names in full. Leave unmasked out.", "unmasked");
        string[] usual = [.. table.Columns.Where(column => column.IsDefault).Select(column => column.Key)];
        return Columns.Count == 0 ? usual : [.. Columns.Distinct()];
    }

    /// <summary>What the rows were narrowed to, as the API's parameters. What was searched for may be a name, so it is not told.</summary>
    internal static string FilterOf(ExportNarrowing narrowing, CustomerQuestion question)
    {
        if (narrowing == ExportNarrowing.None) return "";
        if (narrowing != ExportNarrowing.Customers) return Joined(CustomerQuestionWords.Of(question.Scope));
        IEnumerable<(string, string)> searched = string.IsNullOrWhiteSpace(question.Search) ? [] : [("search", "…")];
        IEnumerable<(string, string)> chosen = question.Only is { } only ? [("customers", $"{only.Count}")] : [];
        return Joined(CustomerQuestionWords.Of(question).Concat(searched).Concat(chosen));
    }

    private static string Joined(IEnumerable<(string Name, string Text)> words) => string.Join('&', words.Select(word => $"{word.Name}={word.Text}"));
}
