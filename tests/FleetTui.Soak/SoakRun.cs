using System.Diagnostics;
using FleetTui.Terminal;

namespace FleetTui.Soak;

/// <summary>One console for a while.</summary>
public sealed class SoakRun
{
    private static readonly TimeSpan TmuxEvery = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan OpenPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PaintPatience = TimeSpan.FromSeconds(20);
    private const int ByTerminate = 128 + 15;
    private readonly SoakCounts _counts = new();
    private readonly bool _synchronized;
    private readonly ConsoleProcess _console;
    private readonly TmuxOpinion? _tmux;
    private readonly ScreenCheck _check;
    private bool _ended;

    private SoakRun(ConsoleProcess console, TmuxOpinion? tmux, (int Columns, int Rows) size, bool synchronized)
    {
        _console = console;
        _tmux = tmux;
        _synchronized = synchronized;
        _check = new ScreenCheck(size.Columns, size.Rows, _counts, new Answers(this), bytes => tmux?.Feed(bytes));
    }

    /// <param name="program">A built fleet.</param>
    /// <param name="synchronized">The terminal says that it knows synchronized updates.</param>
    /// <param name="tmux">Ask tmux, too, where it is installed.</param>
    public static SoakCounts Execute(string program, (int Columns, int Rows) size, TimeSpan time, int seed, bool synchronized, bool tmux, CancellationToken cancellation)
    {
        using var console = new ConsoleProcess(program, size.Columns, size.Rows);
        using var opinion = tmux ? TmuxOpinion.Start(size.Columns, size.Rows) : null;
        var run = new SoakRun(console, opinion, size, synchronized);
        try
        {
            run.Go(size, time, seed, cancellation);
        }
        finally
        {
            run.End();
        }

        return run._counts;
    }

    private void Go((int Columns, int Rows) size, TimeSpan time, int seed, CancellationToken cancellation)
    {
        var user = new RandomUser(seed, size, _console, _check, _counts, Resize);
        var opened = Stopwatch.GetTimestamp();
        while (_counts.Frames == 0 && !_ended && !cancellation.IsCancellationRequested)
        {
            Take(_console.Next(TimeSpan.FromSeconds(1)));
            if (Stopwatch.GetElapsedTime(opened) > OpenPatience)
            {
                _counts.Fault("no console", () => string.Join('\n', Enumerable.Range(0, _check.Screen.Rows).Select(_check.Screen.TextOf)));
                return;
            }
        }

        var began = Stopwatch.GetTimestamp();
        var (act, ask) = (began, began);
        while (!_ended && !cancellation.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < time)
        {
            var now = Stopwatch.GetTimestamp();
            Take(_console.Next(act > now ? Stopwatch.GetElapsedTime(now, act) : TimeSpan.Zero));
            now = Stopwatch.GetTimestamp();
            if (now >= act)
            {
                act = now + (long)(user.Act().TotalSeconds * Stopwatch.Frequency);
            }

            if (_tmux is not null && Stopwatch.GetElapsedTime(ask) > TmuxEvery && _check.Settled)
            {
                ask = now;
                AskTmux();
            }

            if (_check.ResizedAt >= 0 && Stopwatch.GetElapsedTime(_check.ResizedAt) > PaintPatience)
            {
                _counts.Fault("not painted after another size", () => $"{_check.Screen.Columns}x{_check.Screen.Rows}");
                return;
            }
        }

        if (_ended)
        {
            _counts.Fault("console ended", () => string.Join('\n', Enumerable.Range(0, _check.Screen.Rows).Select(_check.Screen.TextOf)));
        }
    }

    private void End()
    {
        _console.End();
        while (!_ended)
        {
            Take(_console.Next(TimeSpan.FromSeconds(1)));
        }

        _check.Finish();
        var terminal = _check.Screen.Terminal;
        var modes = terminal.Modes;
        if (modes.AlternateScreen || modes.BracketedPaste || modes.FocusReports || modes.Mouse != MouseTracking.Off || modes.KittyKeyboard != 0 || !terminal.Cursor.Visible)
        {
            _counts.Fault("terminal not restored", () => $"{modes} {terminal.Cursor}");
        }

        if (_console.ExitCode() is not (0 or ByTerminate) and var code)
        {
            _counts.Fault("console failed", () => $"exit code {code}:\n{string.Join('\n', Enumerable.Range(0, _check.Screen.Rows).Select(_check.Screen.TextOf))}");
        }
    }

    private void Take(ConsoleEvent? happened)
    {
        switch (happened)
        {
            case ConsoleEvent.Wrote wrote:
                _check.Wrote(wrote.Bytes);
                break;
            case ConsoleEvent.Logged logged:
                _check.Logged(logged.Line);
                break;
            case ConsoleEvent.Ended:
                _ended = true;
                break;
        }
    }

    private void Resize(int columns, int rows)
    {
        _console.Resize(columns, rows);
        _check.Resize(columns, rows, Stopwatch.GetTimestamp());
        _tmux?.Resize(columns, rows);
    }

    private void AskTmux()
    {
        if (_tmux!.Screen() is not { } rows)
        {
            _counts.Fault("tmux did not take the bytes", () => "");
            return;
        }

        _counts.TmuxScreens++;
        for (var y = 0; y < _check.Screen.Rows && y < rows.Length; y++)
        {
            var ours = _check.Screen.TextOf(y).TrimEnd(' ');
            if (ours != rows[y] && !ours.Any(c => c is '\u200d' or '\ufe0f' || char.IsSurrogate(c)))
            {
                var (line, theirs) = (y, rows[y]);
                _counts.Fault("row that tmux shows otherwise", () => $"row {line}\n  ours {ours}\n  tmux {theirs}");
            }
        }
    }

    /// <summary>The terminal's answers go to the console.</summary>
    private sealed class Answers(SoakRun run) : SilentEffects
    {
        public override void Reply(ReadOnlySpan<byte> bytes)
        {
            if (!run._synchronized && bytes.StartsWith("\e[?2026;"u8))
            {
                bytes = "\e[?2026;0$y"u8;
            }

            // tmux, which sees the same bytes, knows no margins at the sides.
            if (run._tmux is not null && bytes.StartsWith("\e[?69;"u8))
            {
                bytes = "\e[?69;0$y"u8;
            }

            run._console.Type(bytes);
        }
    }
}
