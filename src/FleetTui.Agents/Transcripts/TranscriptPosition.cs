namespace FleetTui.Agents.Transcripts;

/// <summary>How far a transcript has been read: enough to go on later, also in another process, and to notice that the file is another one by then.</summary>
/// <param name="Offset">In bytes; the start of a line.</param>
/// <param name="Mark">Stands for the bytes before it.</param>
public readonly record struct TranscriptPosition(long Offset, ulong Mark);
