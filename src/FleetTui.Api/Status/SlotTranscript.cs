using System.Text.Json.Serialization;

namespace FleetTui.Api.Status;

/// <summary>A stretch of what was said in a slot's conversation: <c>fleet transcript SLOT --json</c>, <c>GET /api/slots/{id}/transcript</c>.</summary>
/// <param name="Path">The agent's own file; absolute. Another one than before: another conversation.</param>
/// <param name="Entries">Oldest first.</param>
/// <param name="Before">To ask for what was said before; absent at the conversation's start.</param>
/// <param name="End">To ask for what is said after.</param>
/// <param name="Skipped">Lines of this stretch that could not be read.</param>
public sealed record SlotTranscript(
    string Slot,
    string Path,
    IReadOnlyList<SaidEntry> Entries,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Before,
    long End,
    int Skipped);

/// <param name="Kind">prompt, answer, tool, result, note.</param>
/// <param name="At">Absent when the transcript does not say.</param>
/// <param name="Text">Of any number of lines. A tool's call is one line, its result the first few.</param>
/// <param name="Sidechain">A subagent's.</param>
public sealed record SaidEntry(
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? At,
    string Text,
    bool Sidechain);
