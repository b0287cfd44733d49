namespace Huitou.Engine.Tests;

/// <summary>What questions of touches mean.</summary>
internal sealed partial class Reference
{
    internal List<TouchFigures> Touches(int days) =>
    [
        .. from customer in Asked
           from touch in customer.Touches
           where InPeriod(touch.Day) && Covers(touch.Shop, touch.Channel)
           group (customer, touch) by touch.Kind into kind
           orderby kind.Key
           let people = kind.Where(row => row.customer.Id != 0).GroupBy(row => row.customer).ToList()
           select new TouchFigures(
               kind.Key, kind.Count(), people.Count,
               people.Count(person => person.Select(row => row.touch).MinBy(touch => (touch.Day, touch.Minute)) is var first
                   && History(person.Key).Any(order => (order.Day, order.Minute).CompareTo((first.Day, first.Minute)) >= 0 && order.Day.DayNumber <= first.Day.DayNumber + days)),
               [.. Enumerable.Range(1, 5).Select(stars => (long)kind.Count(row => row.touch.Rating == stars))]),
    ];

    private bool IsTouched(CustomerFacts customer, TouchCondition condition) => customer.Touches.Any(touch =>
        (condition.Kind is null || condition.Kind == touch.Kind) && Covers(touch.Shop, touch.Channel) && touch.Day <= _scope.AsOf
        && (condition.Days is null || touch.Day.DayNumber > _scope.AsOf.DayNumber - condition.Days));
}
