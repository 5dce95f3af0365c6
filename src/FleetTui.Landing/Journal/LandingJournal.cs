namespace FleetTui.Landing.Journal;

/// <summary>
/// What the lane is about to do and what came of it, in a file that is only appended to and synced to disk before the step it announces: one JSON object a line.
/// A last line without its end (the machine died while writing it) announces nothing that was done, and is cut off. Not thread-safe.
/// </summary>
internal sealed class LandingJournal : IDisposable
{
    private const int RecentCommits = 100;
    private const string Name = "landing.jsonl";
    private const long MostBytes = 4 << 20;
    private const int KeptCommits = 2000;
    private readonly string directory;
    private readonly long most;
    private readonly int keep;
    private FileStream file;
    private Action? written;
    private readonly Dictionary<string, string> landedOf = new(StringComparer.Ordinal);
    private readonly List<LandedCommit> recent = [];

    private LandingJournal(string directory, long most, int keep)
    {
        (this.directory, this.most, this.keep) = (directory, most, keep);
        file = new FileStream(Path.Combine(directory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>The train whose outcome is not known: it was announced and the process died.</summary>
    internal JournalRecord? Open { get; private set; }

    internal long NextTrain { get; private set; } = 1;

    /// <summary>Commits landed so far.</summary>
    internal long Landed { get; private set; }

    /// <summary>Newest first.</summary>
    internal IReadOnlyList<LandedCommit> Recent => [.. Enumerable.Reverse(recent)];

    /// <param name="most">Bytes after which it is cut down.</param>
    /// <param name="keep">Commits whose trains stay then.</param>
    internal static LandingJournal Load(string directory, long most = MostBytes, int keep = KeptCommits) => Load(directory, null, most, keep);

    /// <param name="written">Called after each record that is on the disk.</param>
    internal static LandingJournal Load(string directory, Action? written, long most = MostBytes, int keep = KeptCommits)
    {
        Directory.CreateDirectory(directory);
        var journal = new LandingJournal(directory, most, keep) { written = written };
        var lines = journal.ReadLines();
        foreach (var line in lines)
        {
            if (JournalLine.Read(line) is { } record)
                journal.Apply(record);
        }

        var end = lines.Sum(static line => line.Length + 1L);
        journal.file.SetLength(end);
        journal.file.Position = end;
        return journal;
    }

    /// <summary>The slots' commits that are known to have landed, for who may not write the journal. Nothing when there is none.</summary>
    internal static IReadOnlySet<string> LandedIn(string directory)
    {
        try
        {
            using var file = new FileStream(Path.Combine(directory, Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var landed = new HashSet<string>(StringComparer.Ordinal);
            var open = new Dictionary<long, IReadOnlyList<JournalSlot>>();
            foreach (var record in Lines(file).Select(JournalLine.Read).OfType<JournalRecord>())
            {
                if (record.Kind == "intent")
                    open[record.Train] = record.Slots ?? [];
                var slots = record.Kind == "absorbed" ? record.Slots : record.Kind == "landed" ? open.GetValueOrDefault(record.Train) : null;
                foreach (var slot in slots ?? [])
                    landed.UnionWith(slot.Commits.Select(static commit => commit.Original).Concat(slot.Absorbed));
            }

            return landed;
        }
        catch (IOException)
        {
            return new HashSet<string>();
        }
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

        written?.Invoke();
        Apply(record);
        if (Open is null && file.Position > most)
            Rotate(record.At);
    }

    /// <summary>The target's commit that a slot's commit became (itself, when it was absorbed); null when it has not landed.</summary>
    internal string? LandedAs(string original) => landedOf.GetValueOrDefault(original);

    internal bool HasLanded(string original) => landedOf.ContainsKey(original);

    public void Dispose() => file.Dispose();

    /// <summary>Between two trains only. A disk that has no room for it leaves the journal as it is: it grows on.</summary>
    private void Rotate(DateTimeOffset now)
    {
        try
        {
            JournalRotation.Rotate(Path.Combine(directory, Name), ReadLines(), Landed, NextTrain, keep, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file.Position = file.Length;
            return;
        }

        file.Dispose();
        file = new FileStream(Path.Combine(directory, Name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.Position = file.Length;
    }

    private List<ReadOnlyMemory<byte>> ReadLines() => Lines(file);

    /// <summary>The whole lines, without their ends.</summary>
    private static List<ReadOnlyMemory<byte>> Lines(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var (lines, start) = (new List<ReadOnlyMemory<byte>>(), 0);
        for (var end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            lines.Add(bytes.AsMemory(start, end - start));
            start = end + 1;
        }

        return lines;
    }

    private void Apply(JournalRecord record)
    {
        NextTrain = Math.Max(NextTrain, record.Train + 1);
        switch (record.Kind)
        {
            case "begun":
                Landed = long.TryParse(record.Reason, System.Globalization.CultureInfo.InvariantCulture, out var before) ? before : 0;
                break;
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
            recent.Add(new LandedCommit(slot.Slot, slot.Role, commit.Landed, commit.Original, commit.Subject, commit.Author, at, commit.Override));
            Landed++;
        }

        foreach (var absorbed in slot.Absorbed)
            landedOf[absorbed] = absorbed;
        if (recent.Count > RecentCommits)
            recent.RemoveRange(0, recent.Count - RecentCommits);
    }
}
