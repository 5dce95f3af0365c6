namespace FleetTui.Api.Client;

/// <summary>Which stretch of a transcript is wanted; the newest without a place.</summary>
/// <param name="Most">Entries, at least one.</param>
/// <param name="Before"><see cref="Status.SlotTranscript.Before"/> of the stretch that follows.</param>
/// <param name="After"><see cref="Status.SlotTranscript.End"/> of the stretch before; wins over <paramref name="Before"/>.</param>
public sealed record TranscriptQuery(int Most, long? Before = null, long? After = null);
