using Huitou.Connect.Presets;

namespace Huitou.Tests.Connect;

public sealed class ContactTextTests
{
    [Theory]
    [InlineData("13800000001", "+8613800000001")]
    [InlineData("'13800000001", "+8613800000001")]
    [InlineData("138 0000 0001", "+8613800000001")]
    [InlineData("138-0000-0001", "+8613800000001")]
    [InlineData("+86 138 0000 0001", "+8613800000001")]
    [InlineData("86-13800000001", "+8613800000001")]
    [InlineData("008613800000001", "+8613800000001")]
    [InlineData("(+86)13800000001", "+8613800000001")]
    [InlineData("１３８００００００01", "+8613800000001")]
    [InlineData("13800000001.0", "+8613800000001")]
    [InlineData("+31600000000", "+31600000000")]
    [InlineData("+1 (415) 555-0100", "+14155550100")]
    [InlineData("0044 20 7946 0000", "+442079460000")]
    [InlineData("12800000001", null)]
    [InlineData("1380000001", null)]
    [InlineData("138000000012", null)]
    [InlineData("+861380000000", null)]
    [InlineData("020 7946 0000", null)]
    [InlineData("0571-88888888", null)]
    [InlineData("138****0001", null)]
    [InlineData("13800000001/13800000002", null)]
    [InlineData("1.38E+10", null)]
    [InlineData("+0123456789", null)]
    [InlineData("+1234567", null)]
    [InlineData("+1234567890123456", null)]
    [InlineData("无", null)]
    [InlineData("", null)]
    public void Phones_are_whole_and_tell_their_country_or_they_are_none(string text, string? expected) => Assert.Equal(expected, ContactText.Phone(text));

    [Theory]
    [InlineData("Ann@Example.COM", "ann@example.com")]
    [InlineData("a.b+c@sub.example.co", "a.b+c@sub.example.co")]
    [InlineData("张三@例子.公司", "张三@例子.公司")]
    [InlineData("ann@example", null)]
    [InlineData("ann@.com", null)]
    [InlineData("ann@example.c", null)]
    [InlineData("@example.com", null)]
    [InlineData("ann@b@example.com", null)]
    [InlineData("ann@exa mple.com", null)]
    [InlineData("a**@example.com", null)]
    [InlineData("ann@example..com", null)]
    [InlineData("Ann <ann@example.com>", null)]
    [InlineData("13800000001", null)]
    public void Addresses_are_sane_and_in_lower_case(string text, string? expected) => Assert.Equal(expected, ContactText.Email(text));

    [Theory]
    [InlineData("138****0001", true)]
    [InlineData("##x1Y", true)]
    [InlineData("$$x1Y", true)]
    [InlineData("张＊", true)]
    [InlineData("13800000001", false)]
    [InlineData("#1", false)]
    public void A_mask_is_seen(string text, bool expected) => Assert.Equal(expected, ContactText.IsMasked(text));
}
