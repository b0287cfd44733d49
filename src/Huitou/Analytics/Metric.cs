namespace Huitou.Analytics;

/// <summary>What a metric is counted in.</summary>
public enum MetricUnit
{
    /// <summary>Minor units of the reporting currency.</summary>
    Money,

    /// <summary>Whole things: orders, people, units.</summary>
    Count,

    /// <summary>A share or a quotient without a unit.</summary>
    Ratio,

    /// <summary>Civil days.</summary>
    Days,

    /// <summary>Seconds.</summary>
    Seconds,
}

/// <summary>The same words in both languages of the product.</summary>
public sealed record MetricText(string Zh, string En);

/// <summary>One number that pages show: its one definition.</summary>
/// <param name="Key">The name of the property that carries it in the API.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Formula">How it is made.</param>
/// <param name="Filter">Which rows it is made of.</param>
/// <param name="Unit">What it is counted in.</param>
public sealed record Metric(string Key, MetricText Name, MetricText Formula, MetricText Filter, MetricUnit Unit);
