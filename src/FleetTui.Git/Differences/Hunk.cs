namespace FleetTui.Git.Differences;

/// <summary>One hunk of a unified diff.</summary>
/// <param name="OldStart">First line, from 1; 0 in a file that is new.</param>
/// <param name="Heading">What git writes after the second <c>@@</c>: the function it lies in.</param>
/// <param name="Lines">Each with its first character: <c>' '</c>, <c>'+'</c>, <c>'-'</c>, and <c>'\'</c> for a missing line end. Bytes that are not UTF-8 are U+FFFD; a carriage return at the end is kept.</param>
public sealed record Hunk(int OldStart, int OldLines, int NewStart, int NewLines, string Heading, IReadOnlyList<string> Lines);
