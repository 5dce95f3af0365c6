using Microsoft.Win32.SafeHandles;

namespace FleetTui.Agents.Transcripts;

/// <summary>Reads a transcript's lines backwards from a place, a block at a time, so that the end of a file of gigabytes is there at once.</summary>
internal static class TranscriptBack
{
    private const int Block = 64 * 1024;

    /// <summary>Whole lines that begin before a place, the last first, each with its offset. One too long to be held is given empty.</summary>
    /// <param name="before">The start of a line, or the file's end: what follows the last line feed before it is not whole yet, and not given.</param>
    public static IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> Lines(SafeFileHandle file, long before)
    {
        // What is known of the line whose start is sought: its bytes from "at" on.
        byte[] known = [];
        var (at, whole, passing) = (before, false, false);
        while (at > 0)
        {
            var block = new byte[(int)Math.Min(Block, at)];
            var read = RandomAccess.Read(file, block, at - block.Length);
            if (read < block.Length)
            {
                // It became shorter meanwhile.
                yield break;
            }

            at -= block.Length;
            var end = block.Length;
            for (int feed; (feed = block.AsSpan(0, end).LastIndexOf((byte)'\n')) >= 0; end = feed)
            {
                if (whole)
                {
                    var length = known.Length + (long)(end - feed - 1);
                    yield return (at + feed + 1, passing || length > TranscriptLines.Longest ? default : Join(block.AsMemory(feed + 1, end - feed - 1), known));
                }

                (known, whole, passing) = ([], true, false);
            }

            passing |= known.Length + end > TranscriptLines.Longest;
            known = passing || !whole ? [] : Join(block.AsMemory(0, end), known).ToArray();
        }

        if (whole)
        {
            yield return (0, passing ? default : known);
        }
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> first, byte[] second) => second.Length == 0 ? first : (byte[])[.. first.Span, .. second];
}
