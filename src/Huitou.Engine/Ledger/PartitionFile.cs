using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Huitou.Engine;

/// <summary>
/// A partition as bytes: a mark with the version of the layout, its place, its columns as they lie in memory, and a CRC-32C of it all
/// (Castagnoli et al., IEEE Transactions on Communications 41, 1993). Little-endian, for the machine that wrote it.
/// </summary>
public static class PartitionFile
{
    /// <summary>Begins every file. The digit is the version: another layout gets another one, and files of before are no files then.</summary>
    private static ReadOnlySpan<byte> Mark => "HUITOUP2"u8;

    /// <summary>Writes a partition.</summary>
    public static void Write(LedgerPartition partition, ArrayBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(target);
        var begin = target.WrittenCount;
        target.Write(Mark);
        Pass(new Writing(target), partition);
        var crc = Checksum(target.WrittenSpan[begin..]);
        BinaryPrimitives.WriteUInt32LittleEndian(target.GetSpan(sizeof(uint)), crc);
        target.Advance(sizeof(uint));
    }

    /// <summary>Reads a partition back.</summary>
    /// <exception cref="InvalidDataException">These bytes are not what was written.</exception>
    public static LedgerPartition Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (!bytes.StartsWith(Mark) || bytes.Length < Mark.Length + sizeof(uint) || Checksum(bytes[..^sizeof(uint)]) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]))
            throw new InvalidDataException("The file of a partition is damaged, or of another version. Make the partition anew from the database.");
        return Pass(new Reading(file[Mark.Length..^sizeof(uint)]), null);
    }

    /// <summary>The CRC-32C of bytes.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }

    /// <summary>The one list of columns, for both ways: writing gives back what it is given, reading takes no notice of it.</summary>
    private static LedgerPartition Pass(Codec codec, LedgerPartition? partition)
    {
        var place = codec.Array<ulong>(partition is null ? null : [partition.Prefix, (ulong)partition.Depth, (ulong)partition.Touches.From]);
        var (customers, orders, lines, refunds) = (partition?.Customers, partition?.Orders, partition?.Lines, partition?.Refunds);
        return new LedgerPartition(
            (int)place[1], place[0],
            new PartitionTables(
                new CustomerTable
                {
                    Id = codec.Array(customers?.Id), Region = codec.Column(customers?.Region), OrderStart = codec.Array(customers?.OrderStart),
                    RefundStart = codec.Array(customers?.RefundStart), TouchStart = codec.Column(customers?.TouchStart),
                },
                new OrderTable
                {
                    Id = codec.Column(orders?.Id), Day = codec.Array(orders?.Day), Minute = codec.Array(orders?.Minute), Shop = codec.Array(orders?.Shop),
                    Channel = codec.Array(orders?.Channel), Marks = codec.Array(orders?.Marks), Amount = codec.Column(orders?.Amount),
                    Discount = codec.Column(orders?.Discount), Units = codec.Column(orders?.Units), LineStart = codec.Array(orders?.LineStart),
                },
                new LineTable
                {
                    Product = codec.Column(lines?.Product), Quantity = codec.Column(lines?.Quantity), Amount = codec.Column(lines?.Amount),
                    Marks = codec.Array(lines?.Marks),
                },
                new RefundTable
                {
                    Customer = codec.Array(refunds?.Customer), Order = codec.Array(refunds?.Order), Day = codec.Array(refunds?.Day),
                    Amount = codec.Column(refunds?.Amount), Shop = codec.Array(refunds?.Shop), Channel = codec.Array(refunds?.Channel),
                },
                Touches(codec, (int)place[2], partition?.Touches), TouchLives(codec, partition?.TouchLives)),
            partition?.Lives);
    }

    private static TouchTable Touches(Codec codec, int from, TouchTable? touches) => new()
    {
        From = from, Day = codec.Array(touches?.Day), Minute = codec.Array(touches?.Minute), Kind = codec.Array(touches?.Kind), Shop = codec.Column(touches?.Shop),
        Channel = codec.Column(touches?.Channel), Product = codec.Column(touches?.Product), Rating = codec.Column(touches?.Rating),
    };

    private static TouchLifeTable TouchLives(Codec codec, TouchLifeTable? lives) => new()
    {
        Customer = codec.Column(lives?.Customer), Kind = codec.Array(lives?.Kind), Shop = codec.Column(lives?.Shop), Channel = codec.Column(lives?.Channel),
        First = codec.Array(lives?.First), Last = codec.Array(lives?.Last), Touches = codec.Column(lives?.Touches),
    };

    private abstract class Codec
    {
        internal abstract T[] Array<T>(T[]? values) where T : unmanaged;

        internal abstract Column Column(Column? column);
    }

    private sealed class Writing(ArrayBufferWriter<byte> target) : Codec
    {
        internal override T[] Array<T>(T[]? values)
        {
            Write(values!.Length);
            target.Write(MemoryMarshal.AsBytes<T>((ReadOnlySpan<T>)values));
            return values;
        }

        internal override Column Column(Column? column)
        {
            Write(column!.Value.Width);
            Array(column.Value.Bytes);
            return column.Value;
        }

        private void Write(int number)
        {
            BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(sizeof(int)), number);
            target.Advance(sizeof(int));
        }
    }

    private sealed class Reading(ReadOnlyMemory<byte> source) : Codec
    {
        private int _at;

        internal override T[] Array<T>(T[]? values)
        {
            var read = GC.AllocateUninitializedArray<T>(Int());
            var bytes = MemoryMarshal.AsBytes<T>((Span<T>)read);
            source.Span.Slice(_at, bytes.Length).CopyTo(bytes);
            _at += bytes.Length;
            return read;
        }

        internal override Column Column(Column? column)
        {
            var width = Int();
            return Engine.Column.Of(Array<byte>(null), width);
        }

        private int Int()
        {
            _at += sizeof(int);
            return BinaryPrimitives.ReadInt32LittleEndian(source.Span[(_at - sizeof(int))..]);
        }
    }
}
