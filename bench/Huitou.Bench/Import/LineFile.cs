using System.Globalization;
using System.Text;

namespace Huitou.Bench.Import;

/// <summary>
/// A shop's order lines as a CSV file of any length, read as a stream and never held: orders in the sequence of their time and
/// numbers, as shops export them, 2.3 lines each, their buyers drawn evenly from all customers.
/// </summary>
internal sealed class LineFile(long lines, long customers) : Stream
{
    private const string Header = "order no,created at,paid at,buyer id,buyer name,region,city,channel,product code,product name,category,quantity,unit price,line amount\r\n";
    private const int Products = 5_000;
    private const int Categories = 60;
    private const int Cities = 340;
    private const int Regions = 31;
    private static readonly string[] Channels = ["天猫", "京东", "抖店", "门店"];
    private static readonly DateTime First = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly Random _random = new(1);
    private readonly StringBuilder _text = new(Header);
    private readonly long _orders = (long)(lines / 2.3);
    private byte[] _bytes = [];
    private int _at;
    private long _written;
    private long _order;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _bytes.Length && !Fill()) return 0;
        var count = Math.Min(buffer.Length, _bytes.Length - _at);
        _bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private bool Fill()
    {
        while (_written < lines && _text.Length < 1 << 16) Order();
        _bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _at = 0;
        _text.Clear();
        return _bytes.Length > 0;
    }

    private void Order()
    {
        var customer = _random.NextInt64(customers);
        var created = First.AddSeconds(3.0 * 365 * 86_400 * _order / _orders);
        var order = string.Create(CultureInfo.InvariantCulture, $"{3_100_000_000_000_000_000 + (_order++ * 1_299_709)}");
        var paid = created.AddSeconds(20 + _random.Next(600));
        var count = 1 + (_random.Next(100) switch { < 36 => 0, < 64 => 1, < 82 => 2, < 92 => 3, < 97 => 4, _ => 5 });
        for (var i = 0; i < count && _written < lines; i++, _written++)
        {
            var product = (int)(Products * Math.Pow(_random.NextDouble(), 2));
            var (quantity, price) = (1 + (_random.Next(10) / 8), 1_990 + (product * 37 % 40_000));
            var city = customer % Cities;
            _text.Append(CultureInfo.InvariantCulture,
                $"{order},{created:yyyy-MM-dd HH:mm:ss},{paid:yyyy-MM-dd HH:mm:ss},b{customer * 7_919 % 1_000_003:D7}{customer},{Name(customer)},省{city % Regions},城市{city},{Channels[customer % Channels.Length]},")
                .Append(CultureInfo.InvariantCulture,
                $"P{product:D5},春夏新款 {product} 号女装,女装 / 类目{product % Categories},{quantity},{price / 100}.{price % 100:D2},{price * quantity / 100}.{price * quantity % 100:D2}\r\n");
        }
    }

    private static string Name(long customer) =>
        string.Create(2, customer, (name, who) => (name[0], name[1]) = ((char)('一' + (who % 400)), (char)('丁' + (who / 400 % 4_000))));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
