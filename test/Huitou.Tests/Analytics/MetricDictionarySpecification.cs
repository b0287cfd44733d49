using System.Reflection;
using System.Text.Json;
using Huitou.Analytics;
using Huitou.Engine;

namespace Huitou.Tests.Analytics;

public sealed class MetricDictionarySpecification
{
    /// <summary>Properties that say what a figure is of, and are no figure.</summary>
    private static readonly HashSet<string> NoFigures =
        ["from", "to", "origin", "validFrom", "firstDay", "lastDay", "building", "lines", "bytes", "least", "most", "product", "orders", "kind"];

    public static TheoryData<Type> Reports =>
    [
        typeof(Figures), typeof(PeriodFigures), typeof(GridCellFigures), typeof(RfmGroupShare), typeof(EdgesFigures), typeof(LimitsFigures),
        typeof(SuggestedFigures), typeof(RankSales), typeof(HistogramBar), typeof(RankedProduct), typeof(TouchKindFigures), typeof(Freshness),
    ];

    [Theory, MemberData(nameof(Reports))]
    public void Every_number_of_a_report_has_its_definition(Type report)
    {
        foreach (var property in report.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            Assert.True(NoFigures.Contains(key) || MetricDictionary.Find(key) is not null, $"{report.Name}.{key} is defined nowhere.");
        }
    }

    [Fact]
    public void Every_definition_speaks_both_languages()
    {
        Assert.NotEmpty(MetricDictionary.All);
        foreach (var metric in MetricDictionary.All)
        {
            foreach (var text in (MetricText[])[metric.Name, metric.Formula, metric.Filter])
            {
                Assert.Contains(text.Zh, rune => rune >= 0x4E00);
                Assert.DoesNotContain(text.En, rune => rune >= 0x4E00);
                Assert.NotEmpty(text.En);
            }
        }
    }

    [Fact]
    public void No_number_is_defined_twice() =>
        Assert.Equal(MetricDictionary.All.Count, MetricDictionary.All.Select(metric => metric.Key).Distinct().Count());
}
