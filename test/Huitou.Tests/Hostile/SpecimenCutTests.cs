using Huitou.Connect.Files;
using Huitou.Tests.Support;

namespace Huitou.Tests.Hostile;

/// <summary>Exports as platforms write them, cut at every byte: what stands before the cut comes through unchanged.</summary>
public sealed class SpecimenCutTests
{
    [Theory]
    [InlineData("taobao_ExportOrderList_SPECIMEN_gbk.csv", "gb18030")]
    [InlineData("taobao_ExportOrderDetailList_SPECIMEN_gbk.csv", "gb18030")]
    [InlineData("shopify_orders_export_SPECIMEN.csv", "utf-8")]
    [InlineData("woocommerce_analytics_orders_SPECIMEN.csv", "utf-8")]
    public void Rows_before_the_cut_are_whole_and_none_is_made_up(string name, string encoding)
    {
        var whole = File.ReadAllBytes(OracleData.File($"formats/{name}"));
        var rows = Rows(whole, encoding);
        Assert.DoesNotContain(rows, row => row.Contains("Broken", StringComparison.Ordinal) || row.Contains("Bad", StringComparison.Ordinal));
        var before = 0;
        for (var end = 1; end < whole.Length; end += 1 + (whole.Length / 997))
        {
            var cut = Rows(whole[..end], encoding);
            var untouched = cut.TakeWhile((row, i) => i < rows.Count && row == rows[i]).Count();
            // More of the file never gives fewer whole rows, apart from the one that the cut goes through.
            Assert.InRange(untouched, before - 1, rows.Count);
            before = Math.Max(before, untouched);
            // Behind them stands the row that was cut; only where it was cut within a quote of several lines is there more than one.
            if (cut.Count - untouched > 1) Assert.Contains("BrokenQuote", cut[untouched], StringComparison.Ordinal);
        }
        Assert.InRange(before, rows.Count - 1, rows.Count);
    }

    private static List<string> Rows(byte[] bytes, string encoding) =>
        [.. TempFile.Lines(new CsvRows(() => TextEncoding.AsUtf8(new MemoryStream(bytes), encoding), ',', encoding != TextEncoding.Utf8).Read())];
}
