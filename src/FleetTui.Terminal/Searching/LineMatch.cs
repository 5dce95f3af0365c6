namespace FleetTui.Terminal.Searching;

/// <summary>A place in the text: from a line and column up to, not including, another. Lines are absolute numbers, columns cells from 0.</summary>
public readonly record struct LineMatch(long Line, int Column, long EndLine, int EndColumn);

/// <param name="Pattern">Plain text, or a regular expression.</param>
/// <param name="IsRegex">A .NET regular expression without backtracking constructs.</param>
/// <param name="MaxMatches">Where the search ends.</param>
public sealed record LineQuery(string Pattern, bool IsRegex = false, int MaxMatches = 10_000)
{
    /// <summary>Case counts only when the pattern has an upper-case letter.</summary>
    public bool IgnoresCase => !Pattern.Any(char.IsUpper);
}
