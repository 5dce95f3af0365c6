using System.Globalization;
using System.Text.RegularExpressions;
using FleetTui.Testing;

namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>A real terminal: one tmux server of its own with one pane that runs a program; its screen stays after the program's end.</summary>
public sealed partial class TmuxTerminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryDirectory _directory = new();
    private readonly IReadOnlyDictionary<string, string> _environment;

    private TmuxTerminal(IReadOnlyDictionary<string, string> environment) => _environment = environment;

    public static async Task<TmuxTerminal> OpenAsync(IReadOnlyDictionary<string, string> environment, string directory, int columns, int rows, IReadOnlyList<string> command)
    {
        var terminal = new TmuxTerminal(environment);
        await File.WriteAllTextAsync(
            terminal._directory["conf"],
            "set -g status off\nset -s escape-time 0\nset -g default-terminal screen-256color\nset -g remain-on-exit on\nset -g history-limit 5000\n");
        await terminal.TmuxAsync("new-session", "-d", "-x", $"{columns}", "-y", $"{rows}", "-c", directory, string.Join(' ', command.Select(Quoted)));
        return terminal;
    }

    /// <summary>Keys by tmux's names: C-b, Enter, Up…</summary>
    public Task PressAsync(params string[] keys) => TmuxAsync(["send-keys", .. keys]);

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    /// <summary>A click of the left button at a cell, from 0, as a terminal with SGR mouse reports sends it.</summary>
    public async Task ClickAsync(int x, int y)
    {
        foreach (var end in "Mm")
        {
            var report = $"\e[<0;{x + 1};{y + 1}{end}";
            await TmuxAsync(["send-keys", "-H", .. report.Select(one => ((int)one).ToString("x2", CultureInfo.InvariantCulture))]);
        }
    }

    /// <summary>One of tmux's own options, for the whole server.</summary>
    public Task SetAsync(string option, string value) => TmuxAsync("set", "-s", option, value);

    /// <summary>What tmux keeps as copied last; empty when there is nothing.</summary>
    public async Task<string> BufferAsync() => (await TryTmuxAsync("show-buffer")).Output;

    public Task ResizeAsync(int columns, int rows) => TmuxAsync("resize-window", "-x", $"{columns}", "-y", $"{rows}");

    /// <summary>The visible screen, row by row.</summary>
    public async Task<string> ScreenAsync() => (await TmuxAsync("capture-pane", "-p")).Output;

    public async Task<int> ProcessAsync() => Number((await TmuxAsync("display-message", "-p", "#{pane_pid}")).Output);

    /// <summary>Waits until the screen shows a text, and returns the screen.</summary>
    public Task<string> ShowsAsync(string text) => ShowsAsync(screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}'");

    /// <summary>Waits until the console shows a role and, below it, the prompt of the focused slot's shell: from then on it takes what is typed.</summary>
    public Task ReadyAsync(string role = "role-a") => ShowsAsync(
        screen => screen.Contains(role, StringComparison.Ordinal) && Prompt().IsMatch(screen),
        $"{role} and a prompt");

    public async Task<string> ShowsAsync(Func<string, bool> condition, string what)
    {
        var screen = "";
        await Eventually.TrueAsync(async () => condition(screen = await ScreenAsync()), () => $"{what} on the screen:\n{screen}");
        return screen;
    }

    /// <summary>Waits until the program has ended; its exit code, or minus the signal that ended it.</summary>
    public async Task<int> EndsAsync()
    {
        string[] words = [];
        await Eventually.TrueAsync(
            async () =>
            {
                words = (await TmuxAsync("display-message", "-p", "#{pane_dead} c#{pane_dead_status} s#{pane_dead_signal}")).Output.Trim().Split(' ');
                if (words[0] != "1" || words[1].Length > 1 || words[2].Length > 1)
                {
                    return words[0] == "1";
                }

                // tmux 3.3a now and then misses a child's SIGCHLD and keeps the zombie; another child makes it look again.
                await TmuxAsync("run-shell", "true");
                return false;
            },
            () => $"the program to end ({string.Join(' ', words)})");
        return words[1].Length > 1 ? Number(words[1][1..]) : -Number(words[2][1..]);
    }

    public async ValueTask DisposeAsync()
    {
        await TryTmuxAsync("kill-server");
        _directory.Dispose();
    }

    private async Task<ProgramRun> TmuxAsync(params string[] arguments)
    {
        var run = await TryTmuxAsync(arguments);
        return run.Code == 0 ? run : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {run.Error}");
    }

    private Task<ProgramRun> TryTmuxAsync(params string[] arguments) =>
        ProgramRun.OfAsync("tmux", ["-S", _directory["s"], "-f", _directory["conf"], .. arguments], _directory.Path, _environment, Patience);

    [GeneratedRegex("(^|[┃│])[#$]", RegexOptions.Multiline)]
    private static partial Regex Prompt();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
