using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Huitou.Connect.Demo;

namespace Huitou.Tests.Demo;

public sealed class DemoSourceTests
{
    private static readonly DemoSettings Small = new(new(2026, 11, 21), Customers: 500, Years: 2, Seed: 7);

    [Fact]
    public void Equal_settings_give_the_bytes_that_they_always_gave() =>
        Assert.Equal("3b2e3861666ef43b45ff8ac9ad1befb135662e7f1d9f20481262176b3c09a3d9", Digest(Small));

    [Fact]
    public void Another_seed_is_another_shop() => Assert.NotEqual(Digest(Small), Digest(Small with { Seed = 8 }));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        var expected = Digest(Small);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(expected, Digest(Small));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Reading_again_gives_the_same_rows()
    {
        var source = new DemoSource(Small);
        Assert.Equal(source.Read(CancellationToken.None), source.Read(CancellationToken.None));
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var rows = new DemoSource(Small).Read(cancel.Token).GetEnumerator();
        Assert.True(rows.MoveNext());
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => { while (rows.MoveNext()) { } });
    }

    [Fact]
    public void The_smallest_shop_has_one_customer()
    {
        var orders = DemoOrder.Read(new(new(2026, 2, 28), Customers: 1, Years: 1));
        Assert.Equal(["hw000001"], orders.Where(order => order.IsPurchase).Select(order => order.Head.Buyer.Id!).Distinct());
    }

    [Theory]
    [InlineData(0, 3, 2026)]
    [InlineData(1, 0, 2026)]
    [InlineData(1, 21, 2026)]
    [InlineData(DemoSettings.MaxCustomers + 1, 3, 2026)]
    [InlineData(1, 3, 1996)]
    [InlineData(1, 3, 2100)]
    public void A_shop_that_cannot_be_made_is_refused(int customers, int years, int until) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DemoSource(new(new(until, 6, 1), customers, years)));

    private static string Digest(DemoSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var order in DemoOrder.Read(settings))
            foreach (var line in order.Lines)
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                    $"{line.Number}|{line.OrderNo}|{line.IsReturn}|{line.IsClosed}|{line.OrderMarks}|{line.CreatedAt:O}|{line.PaidAt:O}|{line.ModifiedAt:O}|{line.Buyer.Id}|{line.BuyerName}|{line.Region}|{line.City}|{line.Channel}|{line.ProductCode}|{line.ProductName}|{line.Category}|{line.Quantity}|{line.UnitPrice}|{line.Amount}|{line.Discount}|{line.Marks}|{line.OrderAmount}|{line.RefundAmount}|{line.RefundedAt:O}\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
