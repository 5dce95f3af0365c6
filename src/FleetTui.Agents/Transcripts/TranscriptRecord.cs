namespace FleetTui.Agents.Transcripts;

/// <summary>What one line of a transcript says, as far as it matters to the fleet.</summary>
public sealed record TranscriptRecord
{
    /// <summary>A line that is whole and says nothing of interest.</summary>
    public static readonly TranscriptRecord Nothing = new();

    public IReadOnlyList<TranscriptEntry> Entries { get; init; } = [];

    public TokenUsage? Usage { get; init; }

    /// <summary>The model used from here on; null when the line does not say.</summary>
    public string? Model { get; init; }

    /// <summary>How many tokens the model's context holds, where the program says so itself.</summary>
    public long? Window { get; init; }

    /// <summary>From here on the context holds a summary of what was before; how long that is, the next request will tell.</summary>
    public bool Compacted { get; init; }
}
