namespace FleetTui.Soak;

/// <summary>A row as a frame was meant to show it.</summary>
public readonly record struct WantedRow(int Y, ulong Digest, string Text);

/// <summary>What the console wrote down of a frame; see FrameLog of the console.</summary>
public sealed record FrameEntry(long End, int Columns, int Rows, int X, int Y, IReadOnlyList<WantedRow> Changed);

/// <summary>What came of drawing the model whole after a frame of rows: the lines that differ.</summary>
public sealed record WholeCompared(IReadOnlyList<string> Differences);
