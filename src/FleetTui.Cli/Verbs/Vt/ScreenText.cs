using System.Text;
using FleetTui.Terminal;

namespace FleetTui.Cli.Verbs.Vt;

/// <summary>The screen as text: every row on a line of its own, right-trimmed.</summary>
internal static class ScreenText
{
    public static string Of(VirtualTerminal terminal)
    {
        var text = new StringBuilder();
        for (var y = 0; y < terminal.Rows; y++)
            text.Append(terminal.TextOf(terminal.FirstScreenLine + y)).Append('\n');
        return text.ToString();
    }
}
