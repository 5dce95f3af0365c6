namespace FleetTui.Agents.Transcripts;

/// <summary>A piece of a conversation, for reading back.</summary>
/// <param name="At">When; null when the transcript does not say.</param>
/// <param name="Text">Of any number of lines, without control characters but line feeds and tabs.</param>
/// <param name="Sidechain">A subagent's, not of the conversation itself.</param>
public sealed record TranscriptEntry(EntryKind Kind, DateTimeOffset? At, string Text, bool Sidechain);
