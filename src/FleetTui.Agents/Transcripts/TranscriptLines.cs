using System.Buffers;

namespace FleetTui.Agents.Transcripts;

/// <summary>
/// Cuts bytes that come in any pieces into whole lines. A line longer than <see cref="Longest"/> is passed over and counted, and never held in memory whole. One owner at a time.
/// </summary>
public sealed class TranscriptLines(Action<long, ReadOnlyMemory<byte>> take)
{
    /// <summary>In bytes. Longer ones hold images or files, nothing to be read back.</summary>
    public const int Longest = 8 << 20;

    /// <summary>A buffer that one long line made larger than this is given back.</summary>
    private const int Kept = 1 << 20;

    private ArrayBufferWriter<byte> begun = new();
    private bool passing;

    /// <summary>Where the next byte stands in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>Where the line that is not whole yet begins.</summary>
    public long LineStart { get; private set; }

    /// <summary>Lines passed over for their length.</summary>
    public long TooLong { get; private set; }

    /// <summary>Begins at another place, which must be the start of a line.</summary>
    public void StartAt(long offset)
    {
        (Offset, LineStart, passing) = (offset, offset, false);
        begun.ResetWrittenCount();
    }

    public void Add(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var piece = end < 0 ? bytes : bytes[..end];
            if (passing || begun.WrittenCount + (long)piece.Length > Longest)
            {
                passing = true;
                begun.ResetWrittenCount();
            }
            else if (end < 0 || begun.WrittenCount > 0)
            {
                begun.Write(piece.Span);
            }

            if (end < 0)
            {
                Offset += bytes.Length;
                return;
            }

            Offset += end + 1;
            End(begun.WrittenCount > 0 ? begun.WrittenMemory : piece);
            bytes = bytes[(end + 1)..];
        }
    }

    private void End(ReadOnlyMemory<byte> line)
    {
        var start = LineStart;
        LineStart = Offset;
        if (passing)
        {
            TooLong++;
            passing = false;
        }
        else if (line.Length > 0)
        {
            take(start, line);
        }

        begun.ResetWrittenCount();
        begun = begun.Capacity > Kept ? new ArrayBufferWriter<byte>() : begun;
    }
}
