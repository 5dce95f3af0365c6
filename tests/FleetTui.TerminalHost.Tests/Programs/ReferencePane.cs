using System.Diagnostics;
using System.Text;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;

namespace FleetTui.TerminalHost.Tests.Programs;

/// <summary>The same program in a bare pane of tmux, on a server of its own: the reference that a pane of ours is compared with.</summary>
internal sealed class ReferencePane : IAsyncDisposable
{
    private readonly string _directory;

    private ReferencePane(string directory) => _directory = directory;

    public static async Task<ReferencePane> StartAsync(string directory, IEnumerable<KeyValuePair<string, string>> environment, string script, int columns, int rows)
    {
        var pane = new ReferencePane(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, ".reference.conf"), "set -g status off\nset -s escape-time 0\nset -g remain-on-exit on\nset -g default-terminal xterm-256color\n");
        string[] command = ["env", "-i", .. environment.Select(e => $"{e.Key}={e.Value}"), "/bin/sh", "-c", script];
        await pane.TmuxAsync(["new-session", "-d", "-x", $"{columns}", "-y", $"{rows}", "-c", directory, .. command]);
        return pane;
    }

    public Task TypeAsync(string keys) => TmuxAsync(["send-keys", "-H", .. Encoding.UTF8.GetBytes(keys).Select(b => $"{b:x2}")]);

    public async Task<string> TextAsync() => await TmuxAsync(["capture-pane", "-p"]);

    /// <summary>
    /// What the pane shows, cell by cell, and where its cursor is. tmux tells a row only up to the last cell that was written:
    /// the erased ones behind it, whatever their colour, are left out of the row.
    /// </summary>
    public async Task<(Cell[][] Rows, int X, int Y)> CellsAsync(int columns, int rows)
    {
        var cursor = (await TmuxAsync(["display-message", "-p", "#{cursor_x} #{cursor_y}"])).Split(' ').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var captured = (await TmuxAsync(["capture-pane", "-peN"])).TrimEnd('\n').Split('\n');
        var read = new Cell[rows][];
        var carried = "";
        for (var y = 0; y < rows; y++)
        {
            // tmux tells a rendition once and not again on the next line; SO is its line drawing.
            var text = carried + (y < captured.Length ? captured[y] : "");
            var terminal = new VirtualTerminal(columns, 1, new TerminalOptions(0), new SilentEffects());
            terminal.Feed(Encoding.UTF8.GetBytes("\e)0\e[?7l" + text));
            var cells = new Cell[columns];
            terminal.CopyLine(terminal.FirstScreenLine, cells);
            var end = terminal.Cursor.X;
            read[y] = cells[..(cells[end].Text == " " ? end : columns)];
            carried = Renditions(text);
        }

        return (read, Math.Min(cursor[0], columns - 1), cursor[1]);
    }

    public async ValueTask DisposeAsync() => await TmuxAsync(["kill-server"], mayFail: true);

    private static string Renditions(string text)
    {
        var kept = new StringBuilder();
        foreach (var match in System.Text.RegularExpressions.Regex.EnumerateMatches(text, "\e\\[[0-9;:]*m|\x0e|\x0f"))
            kept.Append(text.AsSpan(match.Index, match.Length));
        return kept.ToString();
    }

    private async Task<string> TmuxAsync(string[] arguments, bool mayFail = false)
    {
        var start = new ProcessStartInfo("tmux", ["-S", Path.Combine(_directory, ".reference.sock"), "-f", Path.Combine(_directory, ".reference.conf"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 || mayFail ? output : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {await error}");
    }
}
