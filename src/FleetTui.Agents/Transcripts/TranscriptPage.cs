namespace FleetTui.Agents.Transcripts;

/// <summary>A stretch of a transcript.</summary>
/// <param name="Entries">In order, each with the offset of its line.</param>
/// <param name="Start">Where the stretch begins; 0: at the transcript's start.</param>
/// <param name="End">Where it ends, the start of the next line.</param>
/// <param name="Malformed">Lines in it that are no JSON, or too long.</param>
public sealed record TranscriptPage(IReadOnlyList<(long Offset, TranscriptEntry Entry)> Entries, long Start, long End, int Malformed);
