using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Huitou.Connect.Presets;

/// <summary>Where customers and shop met.</summary>
internal sealed class TouchParser(RowReader reader) : RowParser(reader)
{
    protected override SourceFact? Fact(long number)
    {
        if (!Reader.Words.Touch(out var kind) || !Reader.Times.Demand(Field.TouchedAt, out var at)) return null;
        if (!Reader.Buyer.Read(out var buyer) || !Reader.Times.Time(Field.ModifiedAt, out var modified)) return null;
        if (!Cells.IsKey(Field.OrderNo, 64) || !Cells.IsKey(Field.ProductCode, 100) || !Cells.IsKey(Field.TouchId, 100)) return null;
        var orderNo = Cells.Text(Field.OrderNo);
        if (buyer.IsNobody && orderNo.Length == 0 && !Reader.Buyer.Nobody()) return null;
        if (!Reader.Words.Stars(Reader.Amounts, out var rating)) return null;
        var touch = new SourceTouch(number)
        {
            Id = Cells.Text(Field.TouchId),
            Kind = kind,
            At = at,
            Buyer = buyer,
            OrderNo = orderNo,
            ProductCode = Cells.Text(Field.ProductCode),
            Channel = Cells.Cut(Field.Channel, 100),
            Staff = Cells.Cut(Field.Staff, 100),
            Rating = rating,
            Comment = Cells.Cut(Field.Comment, 2_000),
            ModifiedAt = modified,
        };
        return touch.Id.Length > 0 ? touch : touch with { Id = ContentId(touch) };
    }

    /// <summary>The same for the same content: a file imported again says nothing new.</summary>
    private static string ContentId(SourceTouch touch)
    {
        var content = string.Join('\n', (string?[])
        [
            ((int)touch.Kind).ToString(CultureInfo.InvariantCulture), touch.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            touch.Buyer.Id, touch.Buyer.Phone, touch.Buyer.Email, touch.OrderNo, touch.ProductCode, touch.Channel, touch.Staff,
            touch.Rating?.ToString(CultureInfo.InvariantCulture), touch.Comment,
        ]);
        return SourceTouch.ByContent + SourceTouch.ByContent + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }
}
