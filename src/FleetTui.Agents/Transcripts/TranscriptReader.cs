using System.Buffers;

namespace FleetTui.Agents.Transcripts;

/// <summary>
/// Reads what was appended to a transcript since it was last asked, a block at a time: memory does not depend on the file's size. A last line that is not whole yet waits
/// for its rest. A file that became shorter, or whose bytes before the position changed, was written anew: it is read again from its start, and told so. One owner at a time.
/// </summary>
public sealed class TranscriptReader
{
    private const int Block = 128 * 1024;
    private readonly string path;
    private readonly TranscriptLines lines;
    private TranscriptPosition position;

    /// <param name="take">Given each line's offset and what it says, in order.</param>
    /// <param name="from">Where to begin; default: at the file's start.</param>
    public TranscriptReader(string path, ITranscriptFormat format, Action<long, TranscriptRecord> take, TranscriptPosition? from = null)
    {
        this.path = path;
        lines = new TranscriptLines((offset, line) =>
        {
            if (format.Read(line) is { } record)
            {
                take(offset, record);
            }
            else
            {
                Malformed++;
            }
        });
        if (from is { } known)
        {
            position = known;
            lines.StartAt(known.Offset);
        }
        else
        {
            position = new TranscriptPosition(0, TranscriptFile.NoBytes);
        }
    }

    /// <summary>To be given to a later reader: the start of the line that is not whole yet.</summary>
    public TranscriptPosition Position => position;

    /// <summary>Lines that are no JSON.</summary>
    public long Malformed { get; private set; }

    /// <summary>Lines passed over for their length.</summary>
    public long TooLong => lines.TooLong;

    /// <summary>Reads to the end of the file.</summary>
    /// <param name="rewritten">Called before the first line when the file is read again from its start.</param>
    /// <returns>False when there is no such file, or it cannot be read now.</returns>
    public bool Read(Action? rewritten = null)
    {
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            using var file = TranscriptFile.Open(path);
            if (RandomAccess.GetLength(file) < lines.Offset || TranscriptFile.PositionAt(file, position.Offset) != position)
            {
                lines.StartAt(0);
                rewritten?.Invoke();
            }

            for (int read; (read = RandomAccess.Read(file, block, lines.Offset)) > 0;)
            {
                lines.Add(block.AsMemory(0, read));
            }

            position = TranscriptFile.PositionAt(file, lines.LineStart);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
