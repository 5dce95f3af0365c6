namespace FleetTui.Landing.Journal;

/// <summary>
/// What the lane is about to do and what came of it, in a file that is only appended to and synced to disk before the step it announces: one JSON object a line.
/// A last line without its end (the machine died while writing it) announces nothing that was done, and is cut off. Not thread-safe.
/// </summary>
internal sealed class LandingJournal : IDisposable
{
    private const int RecentCommits = 100;
    private readonly FileStream file;
    private readonly Dictionary<string, string> landedOf = new(StringComparer.Ordinal);
    private readonly List<LandedCommit> recent = [];

    private LandingJournal(FileStream file) => this.file = file;

    /// <summary>The train whose outcome is not known: it was announced and the process died.</summary>
    internal JournalRecord? Open { get; private set; }

    internal long NextTrain { get; private set; } = 1;

    /// <summary>Commits landed so far.</summary>
    internal long Landed { get; private set; }

    /// <summary>Newest first.</summary>
    internal IReadOnlyList<LandedCommit> Recent => [.. Enumerable.Reverse(recent)];

    internal static LandingJournal Load(string directory)
    {
        Directory.CreateDirectory(directory);
        var file = new FileStream(Path.Combine(directory, "landing.jsonl"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var journal = new LandingJournal(file);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var start = 0;
        for (var end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            if (JournalLine.Read(bytes.AsMemory(start, end - start)) is { } record)
                journal.Apply(record);
            start = end + 1;
        }

        file.SetLength(start);
        file.Position = start;
        return journal;
    }

    /// <summary>Returns when it is on the disk.</summary>
    /// <exception cref="IOException">Disk full: nothing was announced, so nothing may be done.</exception>
    internal void Write(JournalRecord record)
    {
        var line = JournalLine.Write(record);
        var start = file.Position;
        try
        {
            file.Write(line.Span);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(start);
            file.Position = start;
            throw;
        }

        Apply(record);
    }

    /// <summary>The target's commit that a slot's commit became (itself, when it was absorbed); null when it has not landed.</summary>
    internal string? LandedAs(string original) => landedOf.GetValueOrDefault(original);

    internal bool HasLanded(string original) => landedOf.ContainsKey(original);

    public void Dispose() => file.Dispose();

    private void Apply(JournalRecord record)
    {
        NextTrain = Math.Max(NextTrain, record.Train + 1);
        switch (record.Kind)
        {
            case "intent":
                Open = record;
                break;
            case "landed" when Open is not null && Open.Train == record.Train:
                foreach (var slot in Open.Slots ?? [])
                    Remember(slot, record.At);
                Open = null;
                break;
            case "dropped" when Open is not null && Open.Train == record.Train:
                Open = null;
                break;
            case "absorbed":
                foreach (var slot in record.Slots ?? [])
                    Remember(slot, record.At);
                break;
        }
    }

    private void Remember(JournalSlot slot, DateTimeOffset at)
    {
        foreach (var commit in slot.Commits)
        {
            landedOf[commit.Original] = commit.Landed;
            recent.Add(new LandedCommit(slot.Slot, slot.Role, commit.Landed, commit.Original, commit.Subject, commit.Author, at));
            Landed++;
        }

        foreach (var absorbed in slot.Absorbed)
            landedOf[absorbed] = absorbed;
        if (recent.Count > RecentCommits)
            recent.RemoveRange(0, recent.Count - RecentCommits);
    }
}
