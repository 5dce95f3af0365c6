using System.Globalization;

namespace FleetTui.Landing.Journal;

/// <summary>
/// Cuts a journal that has grown large down to its newest trains, which are all that recovery asks for; what landed before is found on the target by its content. The old file is kept whole beside it
/// (<c>landing-TRAIN.jsonl</c>), the newest ten of them. The new one is complete and on the disk before it takes the place, by one rename.
/// </summary>
internal static class JournalRotation
{
    private const int Archives = 10;

    /// <param name="lines">Every whole line of the journal, without its end.</param>
    /// <param name="landed">Commits landed so far.</param>
    /// <param name="keep">Commits whose trains stay, at least.</param>
    internal static void Rotate(string file, IReadOnlyList<ReadOnlyMemory<byte>> lines, long landed, long nextTrain, int keep, DateTimeOffset now)
    {
        var (from, stay) = (lines.Count, 0L);
        for (var i = lines.Count - 1; i >= 0 && stay < keep; i--)
        {
            // A train is cut off whole: from its announcement on.
            if (JournalLine.Read(lines[i]) is not { Slots: { } slots })
                continue;
            stay += slots.Sum(static slot => slot.Commits.Count);
            from = i;
        }

        var directory = Path.GetDirectoryName(file)!;
        var archive = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"landing-{nextTrain - 1:D8}.jsonl"));
        Write(file + ".old.tmp", lines);
        File.Move(file + ".old.tmp", archive, overwrite: true);

        var begin = new JournalRecord("begun", nextTrain - 1, now, Reason: (landed - stay).ToString(CultureInfo.InvariantCulture));
        Write(file + ".tmp", [JournalLine.Write(begin)[..^1], .. lines.Skip(from)]);
        File.Move(file + ".tmp", file, overwrite: true);
        foreach (var old in Directory.GetFiles(directory, "landing-*.jsonl").Order(StringComparer.Ordinal).SkipLast(Archives))
            File.Delete(old);
    }

    private static void Write(string path, IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        foreach (var line in lines)
        {
            stream.Write(line.Span);
            stream.WriteByte((byte)'\n');
        }

        stream.Flush(flushToDisk: true);
    }
}
