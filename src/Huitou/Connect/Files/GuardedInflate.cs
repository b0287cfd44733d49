using System.IO.Compression;

namespace Huitou.Connect.Files;

/// <summary>
/// A gzip file as a stream of what is in it, which neither becomes a bomb nor ends early without a word. The runtime tells a cut
/// file from a whole one only under its switch System.IO.Compression.UseStrictValidation, which the build sets for every program.
/// </summary>
internal sealed class GuardedInflate : ForwardStream
{
    private readonly Tracked _packed;
    private readonly GZipStream _inflate;
    private long _bytes;

    internal GuardedInflate(Stream packed)
    {
        _packed = new Tracked(packed);
        _inflate = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = _inflate.Read(buffer);
            _bytes += read;
            InflateLimit.Check(_bytes, _packed.Bytes, "the gzip file");
            return read;
        }
        catch (InvalidDataException damage) when (_packed.Ended)
        {
            throw UnreadableFileException.Truncated(
                $"The gzip file ends in the middle, after {_packed.Bytes:N0} bytes. Download or pack it again.", damage);
        }
        catch (InvalidDataException damage)
        {
            throw UnreadableFileException.Damaged(
                $"The gzip file is damaged before byte {_packed.Bytes:N0}. Pack it again, or upload it unpacked.", damage);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflate.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The packed bytes, counted; asking for more than there are is what tells a cut file from a damaged one.</summary>
    private sealed class Tracked(Stream stored) : ForwardStream
    {
        internal long Bytes { get; private set; }

        internal bool Ended { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = stored.Read(buffer);
            Bytes += read;
            Ended |= read == 0 && buffer.Length > 0;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) stored.Dispose();
            base.Dispose(disposing);
        }
    }
}
