using System.Text.Unicode;

namespace Huitou.Connect.Files;

/// <summary>
/// The part of a text file that reading is at. It begins with the record at hand and grows only as far as
/// <see cref="MostRecordBytes"/>, so that neither a line without end nor an open quote fills the memory.
/// </summary>
/// <param name="stream">UTF-8.</param>
/// <param name="transcoded">The file was in another encoding, so that broken characters have become U+FFFD.</param>
internal sealed class CsvBuffer(Stream stream, bool transcoded) : IDisposable
{
    /// <summary>A record beyond this is an open quote or no table: twice a row whose every cell is at its limit is not written by anything.</summary>
    internal const int MostRecordBytes = 1 << 20;

    private const int FirstBytes = 128 << 10;

    /// <summary>So that a vector can be loaded at the last byte.</summary>
    private const int Padding = 64;

    internal byte[] Bytes { get; private set; } = new byte[FirstBytes + Padding];

    /// <summary>Where the record at hand begins.</summary>
    internal int Start { get; set; }

    internal int End { get; private set; }

    /// <summary>Nothing comes after <see cref="End"/>.</summary>
    internal bool AtEnd { get; private set; }

    /// <summary>No broken character is in the buffer: looked at once for all its rows.</summary>
    internal bool IsClean { get; private set; } = true;

    /// <summary>Reads on, keeping the record at hand; false when that alone is as large as the buffer may get.</summary>
    internal bool Fill()
    {
        var room = Bytes.Length - Padding;
        if (Start == 0 && End == room)
        {
            if (room >= MostRecordBytes) return false;
            var larger = new byte[(room * 2) + Padding];
            Bytes.AsSpan(0, End).CopyTo(larger);
            Bytes = larger;
            room *= 2;
        }
        else
        {
            Bytes.AsSpan(Start..End).CopyTo(Bytes);
            End -= Start;
            Start = 0;
        }
        var read = stream.ReadAtLeast(Bytes.AsSpan(End, room - End), room - End, throwOnEndOfStream: false);
        AtEnd = read < room - End;
        End += read;
        IsClean = !IsBroken(AtEnd ? Bytes.AsSpan(0, End) : TextEncoding.WholeCharacters(Bytes.AsSpan(0, End)));
        return true;
    }

    /// <summary>Forgets everything up to the next line break and what follows it; false at the end of the file.</summary>
    internal bool SkipLine()
    {
        for (; ; )
        {
            var found = Bytes.AsSpan(Start..End).IndexOfAny((byte)'\r', (byte)'\n');
            if (found >= 0 && (found + 1 < End - Start || AtEnd))
            {
                Start = AfterBreak(Start + found);
                return true;
            }
            if (AtEnd)
            {
                Start = End;
                return false;
            }
            // A carriage return at the very end stays: a line feed may follow it.
            Start = found >= 0 ? Start + found : End;
            Fill();
        }
    }

    /// <summary>The place after the line break at <paramref name="at"/>, which may be of two bytes.</summary>
    internal int AfterBreak(int at) => at + (Bytes[at] == '\r' && at + 1 < End && Bytes[at + 1] == '\n' ? 2 : 1);

    /// <summary>Bytes that are no character, or a NUL, which no database keeps.</summary>
    internal bool IsBroken(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) || (transcoded ? bytes.IndexOf("\uFFFD"u8) >= 0 : !Utf8.IsValid(bytes));

    public void Dispose() => stream.Dispose();
}
