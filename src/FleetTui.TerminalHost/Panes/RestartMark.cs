using System.Globalization;
using System.Text;
using FleetTui.Terminal;

namespace FleetTui.TerminalHost.Panes;

/// <summary>Makes a used terminal ready for the next program: what is on its screen goes to the scrollback, above a line that says so.</summary>
internal static class RestartMark
{
    /// <summary>
    /// Leaves the alternate screen, ends every mode a program may have set and not taken back (DECSTR alone leaves mouse, paste, focus and keyboard modes), and
    /// resets colours and title.
    /// </summary>
    private const string Reset =
        "\e\\\e[?2026l\e[?1049l\e[?47l\e[!p\e[r\e[?6l\e[?69l\e[4l\e[20l\e[?1l\e>\e[?5l\e[?7h\e[?25h\e[0 q"
        + "\e[?9l\e[?1000l\e[?1002l\e[?1003l\e[?1004l\e[?1005l\e[?1006l\e[?1007l\e[?1015l\e[?1016l\e[?2004l\e[?2031l"
        + "\e[<99u\e[=0u\e[>4;0m\e(B\e)B\u000f\e[0m\e]104\e\\\e]110\e\\\e]111\e\\\e]112\e\\\e]2;\e\\";

    public static void Feed(VirtualTerminal terminal, string text)
    {
        terminal.Feed(Encoding.UTF8.GetBytes(Reset));
        var used = UsedRows(terminal);
        var script = new StringBuilder();
        if (used > 0)
        {
            // Below the last text: at the bottom a line feed scrolls, elsewhere it only moves.
            var line = $"── {text} ".PadRight(Math.Min(terminal.Columns, 60), '─');
            line = line.Length > terminal.Columns ? line[..terminal.Columns] : line;
            script.Append(CultureInfo.InvariantCulture, $"\e[{used};1H\r\n\e[2m{line}\e[0m");
            var rows = Math.Min(used + 1, terminal.Rows);
            script.Append(CultureInfo.InvariantCulture, $"\e[{terminal.Rows};1H").Append('\n', rows);
        }

        script.Append("\e[H\e[J\e[3g");
        for (var column = 9; column <= terminal.Columns; column += 8) script.Append(CultureInfo.InvariantCulture, $"\e[{column}G\eH");
        script.Append("\e[H");
        terminal.Feed(Encoding.UTF8.GetBytes(script.ToString()));
    }

    private static int UsedRows(VirtualTerminal terminal)
    {
        for (var row = terminal.Rows - 1; row >= 0; row--)
        {
            if (terminal.TextOf(terminal.FirstScreenLine + row).Length > 0) return row + 1;
        }

        return 0;
    }
}
