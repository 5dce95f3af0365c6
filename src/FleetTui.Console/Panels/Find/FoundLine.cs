namespace FleetTui.Console.Panels.Find;

/// <summary>A line with the text that was looked for.</summary>
/// <param name="Line">Its absolute number in the pane.</param>
/// <param name="Column">Where the first match begins.</param>
public sealed record FoundLine(string Pane, long Line, int Column, string Text);
