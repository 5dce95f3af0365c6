namespace FleetTui.Agents.Transcripts;

/// <summary>Follows how full the context of one conversation is, from what its transcript says. One owner at a time.</summary>
/// <param name="extended">See <see cref="ContextWindows.Of"/>.</param>
public sealed class ContextMeter(string path, ITranscriptFormat format, bool extended)
{
    /// <summary>The last request is sought no further back than this, in bytes: a turn with many images lies between.</summary>
    private const long Furthest = 32 << 20;

    private TranscriptReader? reader;
    private TokenUsage? last;
    private string model = "";
    private long? window;

    public string Path => path;

    /// <summary>Null while nothing was asked of the model, or since the context was compacted.</summary>
    public ContextFill? Fill { get; private set; }

    /// <summary>Takes in what was written since; at first only the end of the file, as far as needed.</summary>
    /// <returns>True when <see cref="Fill"/> changed.</returns>
    public bool Read()
    {
        reader ??= Begin();
        if (reader?.Read(Forget) != true)
        {
            return false;
        }

        var before = Fill;
        Fill = last is null ? null : new ContextFill(last.Context, window ?? ContextWindows.Of(model, last.Context, extended), model);
        return Fill != before;
    }

    private TranscriptReader? Begin()
    {
        try
        {
            using var file = TranscriptFile.Open(path);
            var length = RandomAccess.GetLength(file);
            var end = -1L;
            var found = new Stack<TranscriptRecord>();
            foreach (var (offset, line) in TranscriptBack.Lines(file, length))
            {
                end = end < 0 ? offset + line.Length + 1 : end;
                if (format.Read(line) is { } record)
                {
                    found.Push(record);
                }

                var settled = found.Any(one => one.Compacted || one.Usage is { Sidechain: false }) && found.Any(one => one.Model is not null || one.Window is not null);
                if (settled || length - offset > Furthest)
                {
                    break;
                }
            }

            foreach (var record in found)
            {
                Take(0, record);
            }

            return new TranscriptReader(path, format, Take, TranscriptFile.PositionAt(file, Math.Max(0, end)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Forget() => (last, model, window) = (null, "", null);

    private void Take(long offset, TranscriptRecord record)
    {
        (model, window) = (record.Model ?? model, record.Window ?? window);
        last = record.Compacted ? null : record.Usage is { Sidechain: false } usage ? usage : last;
    }
}
