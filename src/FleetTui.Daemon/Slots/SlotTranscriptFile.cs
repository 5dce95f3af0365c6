using FleetTui.Agents.Launch;
using FleetTui.Agents.Transcripts;

namespace FleetTui.Daemon.Slots;

/// <summary>
/// The transcript of the conversation a slot's agent is in: found when something was heard of the agent, watched while it runs, read as it grows. Owned by the slot's
/// supervisor.
/// </summary>
internal sealed class SlotTranscriptFile(FollowedFiles files, Action grew) : IDisposable
{
    private IDisposable? watching;
    private ContextMeter? meter;
    private int pending;

    /// <summary>Absolute; null when there is none (yet).</summary>
    public string? Path => meter?.Path;

    public ContextFill? Fill => meter?.Fill;

    /// <summary>Looks for it anew and reads what came since.</summary>
    /// <param name="watch">Whether it will be written to.</param>
    public void Find(IAgentAdapter adapter, TranscriptSearch search, bool watch)
    {
        if (adapter.TranscriptFormat is not { } format || adapter.Transcript(search) is not { } path)
        {
            return;
        }

        if (path != Path)
        {
            Leave();
            meter = new ContextMeter(path, format, adapter.HasExtendedContext(search));
        }

        if (watch)
        {
            watching ??= files.Watch(path, Changed);
        }

        Read();
    }

    /// <summary>Takes in what was written since.</summary>
    public void Read()
    {
        // First: what is written from here on asks again.
        Volatile.Write(ref pending, 0);
        meter?.Read();
    }

    /// <summary>Nothing more will be written; what was can still be read back.</summary>
    public void Leave()
    {
        watching?.Dispose();
        watching = null;
    }

    /// <summary>Another conversation is to come.</summary>
    public void Forget()
    {
        Leave();
        meter = null;
    }

    public void Dispose() => Leave();

    private void Changed()
    {
        if (Interlocked.Exchange(ref pending, 1) == 0)
        {
            grew();
        }
    }
}
