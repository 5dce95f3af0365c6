using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Scrolling.Transcripts;

/// <summary>A row of a transcript as it is shown.</summary>
/// <param name="Entry">Which entry it belongs to, counted from the first that was read.</param>
/// <param name="Wraps">It goes on in the next row.</param>
/// <param name="Prompt">A prompt of the user's begins here.</param>
internal readonly record struct TranscriptRow(Cell[] Cells, int Entry, bool Wraps, bool Prompt);
