using Huitou.Connect.Files;

namespace Huitou.Connect;

/// <summary>Collects what a preview tells of the rows it looks at.</summary>
internal sealed class PreviewSample(int columns)
{
    private const int ValuesShown = 5;
    private const int MostValue = 100;

    private readonly List<string>[] _values = [.. Enumerable.Range(0, columns).Select(_ => new List<string>(ValuesShown))];

    /// <summary>What the rows speak of, and whether a buyer was named for it.</summary>
    private readonly Dictionary<string, bool> _items = [];

    private int _rows;
    private int _rejected;

    internal IReadOnlyList<IReadOnlyList<string>> Values => _values;

    internal SampleCounts Counts => new(_rows, _rejected, _items.Count, _items.Values.Count(hasBuyer => hasBuyer));

    internal void Add(in TextRow row, SourceRow? parsed)
    {
        _rows++;
        if (parsed is RowReject) _rejected++;
        if (parsed is SourceFact fact) _items[fact.Key] = _items.GetValueOrDefault(fact.Key) || !BuyerOf(fact).IsNobody;
        for (var i = 0; i < Math.Min(columns, row.Cells.Count); i++)
        {
            if (_values[i].Count == ValuesShown) continue;
            var value = ExcelText.Tidy(row.Cells[i]);
            if (value.Length > MostValue) value = value[..(char.IsHighSurrogate(value[MostValue - 1]) ? MostValue - 1 : MostValue)];
            if (value.Length > 0 && !_values[i].Contains(value)) _values[i].Add(value);
        }
    }

    private static SourceBuyer BuyerOf(SourceFact fact) => fact switch
    {
        SourceLine line => line.Buyer,
        SourceCustomer customer => customer.Buyer,
        SourceTouch touch => touch.Buyer,
        SourceOrderBuyer order => order.Buyer,
        _ => default,
    };
}
