using System.Globalization;
using System.Text;

namespace Huitou.Bench.Identity;

/// <summary>Profiles of some numbers as a CSV file, read as a stream and never held. Whoever has the same number in two files has the same phone and e-mail.</summary>
internal sealed class PeopleFile(IEnumerable<int> numbers, string source) : Stream
{
    private readonly IEnumerator<int> _numbers = numbers.GetEnumerator();
    private byte[] _bytes = Encoding.UTF8.GetBytes("buyer id,buyer name,phone,email,region,city\r\n");
    private int _at;

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
        var text = new StringBuilder();
        while (text.Length < 1 << 16 && _numbers.MoveNext())
            text.Append(CultureInfo.InvariantCulture, $"{source}{_numbers.Current:D8},买家{_numbers.Current},138{_numbers.Current:D8},b{_numbers.Current}@example.com,浙江,杭州\r\n");
        (_bytes, _at) = (Encoding.UTF8.GetBytes(text.ToString()), 0);
        return _bytes.Length > 0;
    }

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

    protected override void Dispose(bool disposing)
    {
        if (disposing) _numbers.Dispose();
        base.Dispose(disposing);
    }
}
