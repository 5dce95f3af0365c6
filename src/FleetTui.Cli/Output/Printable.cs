using FleetTui.Console.Compositing;

namespace FleetTui.Cli.Output;

/// <summary>
/// Text of others for a terminal, on one line: names of files, subjects of commits and what remotes say may hold line ends and escape sequences, which would break a table or
/// speak to the user's terminal.
/// </summary>
internal static class Printable
{
    /// <summary>Control characters (C0, DEL, C1) as <c>\n</c>, <c>\t</c> or <c>\x1b</c>; anything else as it is.</summary>
    public static string Of(string text) => Visible.Of(text, char.IsControl);
}
