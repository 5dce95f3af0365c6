namespace FleetTui.Git.Differences;

/// <summary>How much of a difference is read: nobody reads a million lines, and they must not fill memory or a socket.</summary>
/// <param name="Files">Files with their text; the others are named.</param>
/// <param name="LinesOfFile">Of one file's hunks.</param>
/// <param name="Lines">Of all.</param>
/// <param name="Line">Characters of one line.</param>
/// <param name="FileBytes">A larger file is taken for binary (core.bigFileThreshold).</param>
public sealed record DifferenceLimits(int Files, int LinesOfFile, int Lines, int Line, long FileBytes)
{
    public static readonly DifferenceLimits Overview = new(Files: 1000, LinesOfFile: 2000, Lines: 20_000, Line: 2000, FileBytes: 2 << 20);

    /// <summary>For one file that was cut.</summary>
    public static readonly DifferenceLimits OneFile = new(Files: 4, LinesOfFile: 50_000, Lines: 50_000, Line: 2000, FileBytes: 32 << 20);

    /// <summary>What git prints beyond this is dropped.</summary>
    internal int OutputBytes => (int)Math.Min(int.MaxValue, 16L << 20) + (int)FileBytes;
}
