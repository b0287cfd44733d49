using System.Text;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Connect;

/// <summary>What a preview makes of an upload of each kind.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private ImportBench _bench = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    private Task<UploadPreview> UploadAsync(string text) => _bench.UploadAsync("a.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private async Task<UploadPreview> ReadAgainAsync(UploadPreview preview, FileReading reading)
    {
        var outcome = await _bench.Installation.Get<PreviewUpload>().RunAsync(preview.Upload.Id, reading, Cancel);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    [Theory]
    [InlineData("order no,paid time,buyer id,unit price\n1,2025-01-01,b1,1\n1,2025-01-01,,2\n2,2025-01-01,,1\n3,soon,,1\n", FileKind.Orders, 4, 1, 2, 1)]
    [InlineData("order no,product code,quantity,unit price\n1,p,1,1\n1,q,1,1\n", FileKind.OrderDetails, 2, 0, 1, 0)]
    [InlineData("buyer id,phone,birthday\nb1,,05-17\nb1,13800000001,\n,138****0001,\n", FileKind.Customers, 3, 1, 1, 1)]
    [InlineData("sku,brand\np1,a\np2,b\n", FileKind.Products, 2, 0, 2, 0)]
    [InlineData("order no,freight\n1,2\n2,x\n", FileKind.Costs, 2, 1, 1, 0)]
    [InlineData("kind,time,phone\nview,2025-01-01,13800000001\nview,2025-01-01,13800000002\n", FileKind.Touches, 2, 0, 2, 2)]
    [InlineData("date,visitors\n2025-01-01,\"1,234\"\n", FileKind.Visitors, 1, 0, 1, 0)]
    [InlineData("order no,phone\n1,13800000001\n", FileKind.Buyers, 1, 0, 1, 1)]
    public async Task The_kind_is_found_and_its_items_are_counted(string text, FileKind kind, int rows, int rejected, int items, int withBuyer)
    {
        var preview = await UploadAsync(text);
        Assert.Equal((kind, false), (preview.Reading.Kind, preview.Recognised.NeedsConfirmation));
        Assert.Empty(preview.MissingFields);
        Assert.Equal(new SampleCounts(rows, rejected, items, withBuyer), preview.Sampled);
        Assert.Equal(preview.Reading.Columns.OrderBy(c => c.Key), preview.Suggestions.OrderBy(c => c.Key));
        Assert.Equal(rejected, preview.Rows.Count(row => row.Problems.Count > 0));
    }

    [Fact]
    public async Task A_person_may_say_that_it_is_another_kind()
    {
        var preview = await UploadAsync("order no,phone,fee\n1,13800000001,2\n");
        Assert.Equal(FileKind.Costs, preview.Reading.Kind);
        var corrected = await ReadAgainAsync(preview, preview.Reading with { Kind = FileKind.Buyers, Columns = new Dictionary<string, string>() });
        Assert.Equal((FileKind.Buyers, "generic_buyers", 1), (corrected.Reading.Kind, corrected.Reading.Preset, corrected.Sampled.ItemsWithBuyer));
        Assert.Equal(["orderNo", "phone"], corrected.Reading.Columns.Keys.Order());
    }

    [Fact]
    public async Task Each_column_shows_some_of_its_values_each_once()
    {
        var preview = await UploadAsync("sku,brand,list price\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"=\"p{i}\",{(i % 2 == 0 ? "甲" : "")},{i / 10}\n")));
        Assert.Equal(["p0|p1|p2|p3|p4", "甲", "0|1|2|3"], preview.Samples.Select(values => string.Join('|', values)));
    }

    [Fact]
    public async Task A_layout_that_is_known_in_part_is_offered_for_confirmation()
    {
        var preview = await UploadAsync("主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单状态\n1,2,茶,1,1.00,2025-01-01,已完成\n");
        Assert.Equal(new RecognisedLayout("douyin_orders", null, true), preview.Recognised);
    }

    [Fact]
    public async Task A_saved_mapping_remembers_the_kind()
    {
        const string Header = "编码一,电话二\n";
        var preview = await UploadAsync(Header + "1,13800000001\n");
        Assert.Null(preview.Recognised.Preset);
        var reading = preview.Reading with
        {
            Kind = FileKind.Buyers,
            Preset = "custom",
            Columns = new Dictionary<string, string> { ["orderNo"] = "编码一", ["phone"] = "电话二" },
        };
        Assert.Null(await _bench.Installation.Get<SavedMappings>().SaveAsync("mine", 1, preview.Upload.Id, reading, Cancel));
        var known = await UploadAsync(Header + "2,13800000002\n");
        Assert.Equal(("mine", FileKind.Buyers, "custom", 1), (known.Recognised.Mapping, known.Reading.Kind, known.Reading.Preset, known.Sampled.ItemsWithBuyer));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_no_mapping_of_it_saved()
    {
        var preview = await UploadAsync("order no,phone\n1,13800000001\n");
        var reading = preview.Reading with { Format = FileFormat.Xlsx };
        var start = _bench.Installation.Get<ImportStart>();
        var outcome = await start.RunAsync(new ImportRequest(preview.Upload.Id, 1, reading, "mine"), ImportBench.Somebody, null, Cancel);
        Assert.Equal(ProblemCode.UnreadableFile, outcome.Refusal?.Code);
        Assert.Empty(await _bench.Installation.Get<SavedMappings>().ListAsync(Cancel));
    }

    [Theory]
    [InlineData("buyer", "oaid")]
    [InlineData("buyer", "收件人OAID")]
    [InlineData("omid", "oaid")]
    [InlineData("platformNickname", "买家oaid（加密）")]
    public async Task An_oaid_is_nobodys_id(string field, string header)
    {
        var preview = await UploadAsync($"订单编号,{header}\n1,x\n");
        var reading = preview.Reading with { Kind = FileKind.Buyers, Columns = new Dictionary<string, string> { ["orderNo"] = "订单编号", [field] = header } };
        var outcome = await _bench.Installation.Get<PreviewUpload>().RunAsync(preview.Upload.Id, reading, Cancel);
        Assert.Equal((ProblemCode.InvalidField, "reading.columns"), (outcome.Refusal?.Code, outcome.Refusal?.Path));
    }

    [Theory]
    [InlineData("Jürgen Müller,São Paulo", "gb18030")]
    [InlineData("François Lefèvre,Genève", "gb18030")]
    [InlineData("Åsa Öberg,Malmö", "gb18030")]
    [InlineData("André,Josué", "utf-8")]
    public async Task A_western_file_is_doubted_and_read_right_once_somebody_says_so(string western, string detected)
    {
        var text = $"order no,paid time,buyer name,city,unit price\n1,2025-01-01,{western},1\n";
        var preview = await _bench.UploadAsync("western.csv", new MemoryStream(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)));
        Assert.Equal((detected, true), (preview.Reading.Encoding, preview.Ambiguous.Contains("encoding")));

        var again = await ReadAgainAsync(preview, preview.Reading with { Encoding = "windows-1252", Columns = new Dictionary<string, string>() });
        Assert.Equal(western, string.Join(',', again.Rows[0].Cells.Skip(2).Take(2)));
        Assert.DoesNotContain("encoding", again.Ambiguous);
    }

    [Theory]
    [InlineData("王小明,杭州")]
    [InlineData("朱镕,哈尔滨")]
    [InlineData("李喆 Müller,上海")]
    public async Task Chinese_is_not_doubted_for_a_rare_character(string chinese)
    {
        var text = $"订单编号,付款时间,买家姓名,城市,单价\n1,2025-01-01,{chinese},1\n";
        foreach (var encoding in (Encoding[])[CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, Encoding.UTF8, Encoding.Unicode])
        {
            var preview = await _bench.UploadAsync("chinese.csv", new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
            Assert.DoesNotContain("encoding", preview.Ambiguous);
            Assert.Equal(chinese, string.Join(',', preview.Rows[0].Cells.Skip(2).Take(2)));
        }
    }
}
