using System.Diagnostics;
using FleetTui.Testing;

namespace FleetTui.Soak;

/// <summary>The same bytes in a pane of tmux, whose screen must have the same text: a second opinion on what our engine makes of them.</summary>
internal sealed class TmuxOpinion : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TemporaryDirectory _directory = new();
    private readonly FileStream _input;
    private int _mark;

    private TmuxOpinion(int columns, int rows)
    {
        File.WriteAllText(_directory["conf"], "set -g status off\nset -g default-terminal tmux-256color\nset -g history-limit 0\n");
        _ = LibC.MakeFifo(_directory["in"], 0x180);
        _input = new FileStream(_directory["in"], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        Tmux("new-session", "-d", "-x", $"{columns}", "-y", $"{rows}", $"stty raw -echo; exec cat '{_directory["in"]}'");
    }

    /// <summary>Null where tmux is not installed.</summary>
    public static TmuxOpinion? Start(int columns, int rows)
    {
        try
        {
            return new TmuxOpinion(columns, rows);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public void Feed(ReadOnlySpan<byte> bytes) => _input.Write(bytes);

    public void Resize(int columns, int rows) => Tmux("resize-window", "-x", $"{columns}", "-y", $"{rows}");

    /// <summary>The rows of its screen once it has taken all; null when it does not come to that.</summary>
    public string[]? Screen()
    {
        var mark = $"mark-{++_mark}";
        Feed(System.Text.Encoding.ASCII.GetBytes($"\e]2;{mark}\e\\"));
        var began = Stopwatch.GetTimestamp();
        while (Tmux("display-message", "-p", "#{pane_title}").Trim() != mark)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                return null;
            }
        }

        return [.. Tmux("capture-pane", "-p").Split('\n').Select(row => row.TrimEnd(' '))];
    }

    public void Dispose()
    {
        Tmux("kill-server");
        _input.Dispose();
        _directory.Dispose();
    }

    private string Tmux(params string[] words)
    {
        var start = new ProcessStartInfo("tmux", ["-S", _directory["s"], "-f", _directory["conf"], .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
