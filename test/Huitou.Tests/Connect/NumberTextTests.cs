using Huitou.Connect.Presets;

namespace Huitou.Tests.Connect;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("2.55", '.', 4, 25_500)]
    [InlineData("0.001", '.', 2, 0)]
    [InlineData("0.005", '.', 2, 1)]
    [InlineData("-0.005", '.', 2, -1)]
    [InlineData("2.675", '.', 2, 268)]
    [InlineData("1.0049999", '.', 2, 100)]
    [InlineData("1,234,567.89", '.', 2, 123_456_789)]
    [InlineData("1.234.567,89", ',', 2, 123_456_789)]
    [InlineData("1 234,5", ',', 2, 123_450)]
    [InlineData("1\u00A0234,5", ',', 2, 123_450)]
    [InlineData("1'234.5", '.', 2, 123_450)]
    [InlineData("¥12.50", '.', 2, 1_250)]
    [InlineData("12.50元", '.', 2, 1_250)]
    [InlineData("CNY 12.50", '.', 2, 1_250)]
    [InlineData("-£3.10", '.', 2, -310)]
    [InlineData("(3.10)", '.', 2, -310)]
    [InlineData("3.10-", '.', 2, -310)]
    [InlineData("１２．５", '.', 2, 1_250)]
    [InlineData("+7", '.', 0, 7)]
    [InlineData(".5", '.', 1, 5)]
    [InlineData("12.5", '.', 0, 13)]
    [InlineData("9.999", '.', 3, 9_999)]
    public void Reads_what_shops_write(string text, char sign, int scale, long expected)
    {
        Assert.True(NumberText.TryParse(text, sign, scale, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("", '.')]
    [InlineData("-", '.')]
    [InlineData("abc", '.')]
    [InlineData("1,23", '.')]
    [InlineData("12,3456", '.')]
    [InlineData("1,234 567", '.')]
    [InlineData("1.2.3", '.')]
    [InlineData("1.23", ',')]
    [InlineData("1e5", '.')]
    [InlineData("12 apples", '.')]
    [InlineData("99999999999999999999", '.')]
    public void Refuses_what_is_no_number_under_that_sign(string text, char sign) =>
        Assert.False(NumberText.TryParse(text, sign, 2, out _));
}
