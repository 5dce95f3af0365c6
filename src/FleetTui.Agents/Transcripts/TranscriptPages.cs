namespace FleetTui.Agents.Transcripts;

/// <summary>Stretches of a transcript for reading back: never more of the file than was asked for.</summary>
public static class TranscriptPages
{
    /// <summary>Bytes after which a page ends, however few entries it has.</summary>
    private const int Most = 4 << 20;

    /// <summary>The entries before a place.</summary>
    /// <param name="before">A page's <see cref="TranscriptPage.Start"/>; null: the newest.</param>
    /// <param name="entries">How many; those of one line stay together.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static TranscriptPage Before(string path, ITranscriptFormat format, long? before, int entries)
    {
        using var file = TranscriptFile.Open(path);
        var from = Math.Min(before ?? long.MaxValue, RandomAccess.GetLength(file));
        var (found, start, end, malformed) = (new List<(long Offset, TranscriptEntry Entry)>(), 0L, -1L, 0);
        foreach (var (offset, line) in TranscriptBack.Lines(file, from))
        {
            end = end < 0 ? offset + line.Length + 1 : end;
            start = offset;
            var record = format.Read(line);
            malformed += record is null && !IsBlank(line) ? 1 : 0;
            found.AddRange((record?.Entries ?? []).Reverse().Select(entry => (offset, entry)));
            if (offset > 0 && (found.Count >= entries || from - offset >= Most))
            {
                found.Reverse();
                return new TranscriptPage(found, start, end, malformed);
            }
        }

        found.Reverse();
        return new TranscriptPage(found, 0, Math.Max(0, end), malformed);
    }

    /// <summary>The entries from a place on.</summary>
    /// <param name="after">A page's <see cref="TranscriptPage.End"/>.</param>
    /// <inheritdoc cref="Before" path="/exception"/>
    public static TranscriptPage After(string path, ITranscriptFormat format, long after, int entries)
    {
        using var file = TranscriptFile.Open(path);
        var (found, malformed) = (new List<(long Offset, TranscriptEntry Entry)>(), 0);
        var lines = new TranscriptLines((offset, line) =>
        {
            var record = format.Read(line);
            malformed += record is null ? 1 : 0;
            found.AddRange((record?.Entries ?? []).Select(entry => (offset, entry)));
        });
        lines.StartAt(after);
        var block = new byte[64 * 1024];
        for (int read; found.Count < entries && lines.Offset - after < Most && (read = RandomAccess.Read(file, block, lines.Offset)) > 0;)
        {
            lines.Add(block.AsMemory(0, read));
        }

        return new TranscriptPage(found, after, lines.LineStart, malformed);
    }

    private static bool IsBlank(ReadOnlyMemory<byte> line) => line.Span.Trim(" \r\t"u8).Length == 0;
}
