using Huitou.Connect;
using Huitou.Connect.Files;
using Huitou.Connect.Presets;
using Huitou.Engine;

namespace Huitou.Tests.Connect;

public sealed class PresetTests
{
    private static readonly string[] Retail = ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"];

    private static SourceRow ParseRetail(params string[] cells)
    {
        var reading = new FileReading { Preset = "online_retail", Columns = OnlineRetail.Preset.Map(Retail) };
        return RowParser.Of(Retail, reading, Books.In("Europe/London")).Parse(new TextRow(2, cells));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Columns_are_known_by_name_wherever_they_stand(int seed)
    {
        string[] shuffled = [.. Retail.Select(h => seed % 2 == 0 ? $" {h.ToUpperInvariant()} " : h).Append("Extra")];
        new Random(seed).Shuffle(shuffled);
        var preset = PresetList.Recognise(shuffled);
        Assert.Equal("online_retail", preset?.Key);
        var columns = preset!.Map(shuffled);
        Assert.Equal("customerid", columns["buyer"].Trim().ToLowerInvariant());
        Assert.Equal("country", columns["region"].Trim().ToLowerInvariant());
        Assert.Equal(8, columns.Count);
    }

    [Theory]
    [InlineData("订单编号,付款时间,买家ID,省份,商品名称,数量,单价", "generic")]
    [InlineData("Order No,Paid time,Amount", "generic")]
    [InlineData("订单编号,付款时间,订单金额", "generic")]
    [InlineData("Order No,Quantity,Amount", "generic_details")]
    [InlineData("Order No,Quantity", null)]
    [InlineData("买家ID,手机号,姓名,生日,入会时间", "generic_customers")]
    [InlineData("SKU,Category,Brand,List price", "generic_products")]
    [InlineData("订单号,商品成本,运费", "generic_costs")]
    [InlineData("类型,时间,手机号,评分,内容", "generic_touches")]
    [InlineData("日期,访客数", "generic_visitors")]
    [InlineData("订单编号,手机号", "generic_buyers")]
    [InlineData("foo,bar", null)]
    public void A_generic_layout_is_recognised_when_it_says_enough(string headers, string? expected) =>
        Assert.Equal(expected, PresetList.Recognise(headers.Split(','))?.Key);

    [Fact]
    public void Every_name_of_a_generic_layout_belongs_to_one_field() => Assert.All(Generic.All, preset =>
    {
        var names = preset.Names.SelectMany(field => field.Value.Distinct(StringComparer.OrdinalIgnoreCase)).ToList();
        Assert.Empty(names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));
    });

    [Fact]
    public void Every_layout_maps_fields_of_its_kind_only_and_enough_of_them() => Assert.All(PresetList.All, preset =>
    {
        Assert.Empty(preset.Names.Keys.Except(Fields.Of(preset.Kind)));
        Assert.Empty(preset.RecognisedBy.Except(preset.Names.Keys));
        Assert.Empty(Fields.Missing(preset.Kind, preset.Names.Keys.ToDictionary(Fields.Key, _ => "some column")));
    });

    [Fact]
    public void A_credit_note_is_a_return_with_positive_figures()
    {
        var line = Assert.IsType<SourceLine>(ParseRetail("C536379", "D", "Discount", "-1", "2010-12-01 09:41:00", "27.50", "14527.0", "United Kingdom"));
        Assert.Equal((true, "14527", 1, 2_750L, LineMarks.NotGoods, "United Kingdom"), (line.IsReturn, line.Buyer.Id, line.Quantity, line.Amount, line.Marks, line.Region));
    }

    [Theory]
    [InlineData("85123A", LineMarks.None)]
    [InlineData("10002", LineMarks.None)]
    [InlineData("DCGS0058", LineMarks.None)]
    [InlineData("POST", LineMarks.NotGoods)]
    [InlineData("BANK CHARGES", LineMarks.NotGoods)]
    [InlineData("gift_0001_20", LineMarks.NotGoods)]
    public void Postage_and_fees_are_no_goods(string code, LineMarks expected) => Assert.Equal(
        expected, Assert.IsType<SourceLine>(ParseRetail("536365", code, "x", "1", "2010-12-01 08:26:00", "1", "", "France")).Marks);

    [Fact]
    public void Damage_and_bad_debt_are_rejected_with_their_reasons()
    {
        Assert.Equal(RejectReason.NegativeQuantity, Assert.IsType<RowReject>(ParseRetail("536589", "21777", "", "-10", "2010-12-01 16:50:00", "0", "", "UK")).Reason);
        Assert.Equal(RejectReason.NegativePrice, Assert.IsType<RowReject>(ParseRetail("A563186", "B", "Adjust bad debt", "1", "2011-08-12 14:51:00", "-11062.06", "", "UK")).Reason);
    }

    [Fact]
    public void Every_reason_and_every_field_has_words_in_both_languages()
    {
        Assert.All(Enum.GetValues<RejectReason>().Select(RejectWords.Of), words => Assert.True(words is { Zh.Length: > 0, En.Length: > 0 }));
        Assert.All(Fields.All, field => Assert.True(field is { Name.Zh.Length: > 0, Name.En.Length: > 0 }));
        Assert.All(PresetCatalogue.All, preset => Assert.True(preset is { Name.Zh.Length: > 0, Description.En.Length: > 0, Gives.Count: > 0 }));
    }
}
