using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Analytics;

/// <summary>The report of touches and the list's filters by them, asked on the 212th day of the book.</summary>
public sealed class TouchReportSpecification
{
    private const int Today = 212;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Kinds_are_counted_with_people_ratings_and_who_bought_after(DatabaseKind kind)
    {
        await using var shop = await StartAsync(kind);
        var answer = (await shop.Get<TouchReport>().AskAsync(new(), Cancel)).Value!;

        Assert.Equal((Day(Today), Day(Today - 179), Day(Today), Day(Today - 179), 30), (answer.AsOf, answer.From, answer.To, answer.KeptFrom, answer.BoughtWithin));
        Assert.Equal(
            [(TouchKind.View, 3, 2, 1, 0.5, 0, null), (TouchKind.Review, 4, 3, 1, 1.0 / 3, 2, 4.5)],
            answer.Kinds.Select(row => (row.Kind, row.Touches, row.People, row.BoughtAfter, row.BoughtAfterShare!.Value, row.Rated, row.MeanRating)));
        Assert.Equal<long>([0, 0, 0, 1, 1], answer.Kinds[1].Stars);
        Assert.Equal([TouchKind.Review], (await shop.Get<TouchReport>().AskAsync(new() { From = Text(201) }, Cancel)).Value!.Kinds.Select(row => row.Kind));
        Assert.Equal(4, (await shop.Get<TouchReport>().AskAsync(new() { Shops = "1" }, Cancel)).Value!.Kinds.Sum(row => row.Touches));
    }

    [Theory, EachDatabase]
    public async Task What_is_not_kept_is_refused_with_the_day_from_which_it_is(DatabaseKind kind)
    {
        await using var shop = await StartAsync(kind);
        var report = shop.Get<TouchReport>();
        Assert.Null((await report.AskAsync(new() { From = Text(Today - 179) }, Cancel)).Refusal);
        var refusal = (await report.AskAsync(new() { From = Text(Today - 180) }, Cancel)).Refusal!;
        Assert.Equal((ProblemCode.TouchesNotKept, "from"), (refusal.Code, refusal.Path));
        Assert.Contains(Text(Today - 179), refusal.Message, StringComparison.Ordinal);
        Assert.Equal("asOf", (await report.AskAsync(new() { AsOf = Text(Today - 180) }, Cancel)).Refusal!.Path);
        Assert.Equal("to", (await report.AskAsync(new() { To = Text(Today - 180) }, Cancel)).Refusal!.Path);
    }

    [Theory, EachDatabase]
    public async Task The_list_finds_who_was_touched_and_who_was_not(DatabaseKind kind)
    {
        await using var shop = await StartAsync(kind);
        foreach (var (question, expected) in new (CustomerQuestion, string)[]
        {
            (new() { IsTouched = true }, "1 2 3 4"), (new() { IsTouched = false }, "5"), (new() { TouchKind = TouchKind.View }, "1 2"), (new() { TouchKind = TouchKind.Complaint }, "4"),
            (new() { TouchedWithin = 180 }, "1 2 3"), (new() { TouchedWithin = 1 }, "3"), (new() { TouchedWithin = 12, IsTouched = false }, "2 4 5"),
            (new() { TouchKind = TouchKind.Review, IsTouched = false }, "4 5"), (new() { TouchKind = TouchKind.View, Scope = new() { Shops = "1" } }, "1"),
            (new() { TouchedWithin = 30, Scope = new() { AsOf = Text(Today - 2) } }, "1 2"), (new() { IsTouched = true, Scope = new() { AsOf = Text(20) } }, "4"),
        })
            Assert.Equal(expected, string.Join(' ', (await shop.Get<CustomerList>().AskAsync(question, Cancel)).Value!.Items.Select(item => item.Id).Order()));

        Assert.Equal("touchedWithin", (await shop.Get<CustomerList>().AskAsync(new() { TouchedWithin = 181 }, Cancel)).Refusal!.Path);
        Assert.Equal("touchedWithin", (await shop.Get<CustomerList>().AskAsync(new() { TouchedWithin = 0 }, Cancel)).Refusal!.Path);
        var past = (await shop.Get<CustomerList>().AskAsync(new() { TouchedWithin = 180, Scope = new() { AsOf = Text(Today - 1) } }, Cancel)).Refusal!;
        Assert.Equal((ProblemCode.TouchesNotKept, "touchedWithin"), (past.Code, past.Path));
    }

    /// <summary>Five who bought on the first day; 1 once more, five days after a view.</summary>
    private static async Task<RunningShop> StartAsync(DatabaseKind kind)
    {
        var book = OrderBook.Empty();
        for (var id = 1; id <= 5; id++)
        {
            book.AddCustomer(id);
            book.AddOrder(id, 0, 1_000, shop: id == 2 ? 2 : 1);
        }

        book.AddOrder(1, 200, 2_000);
        book.AddTouch(1, TouchKind.View, 195);
        book.AddTouch(1, TouchKind.View, 190);
        book.AddTouch(2, TouchKind.View, 200, shop: 2);
        book.AddTouch(null, TouchKind.Review, 201, "N6").Rating = 5;
        book.AddTouch(1, TouchKind.Review, 180).Rating = 4;
        book.AddTouch(2, TouchKind.Review, 190, shop: 2);
        book.AddTouch(3, TouchKind.Review, Today, shop: 2);
        book.AddTouch(4, TouchKind.Complaint, 10);
        return await RunningShop.StartAsync(kind, book, new StillTime(new DateTimeOffset(Day(Today).ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero)));
    }

    private static DateOnly Day(int day) => OrderBook.FirstDay.AddDays(day);

    private static string Text(int day) => Day(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
