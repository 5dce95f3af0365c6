using System.Globalization;
using System.Text;
using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Pty;
using FleetTui.TerminalHost.Screens;

namespace FleetTui.TerminalHost.Panes;

/// <summary>
/// One named place for a program: its terminal, its process while it runs, who watches, what happened. Everything here is under <see cref="Gate"/>;
/// its screen outlives the program until the pane is removed or started again. This part is its life; <c>Pane.Io.cs</c> is what flows through, <c>Pane.HandOver.cs</c> how it goes to the host's next program.
/// </summary>
internal sealed partial class Pane
{
    private readonly HostServices _host;
    private readonly PaneScreen _screen;
    private readonly PaneJournal _journal;
    private readonly PaneActivity _activity;
    private readonly PaneEffects _effects;
    private readonly Readiness.Deadline _graceOver;
    private readonly List<Action> _whenEnded = [];
    private PaneProcess? _process;
    private PaneInfo? _info;

    public Pane(HostServices host, string name)
    {
        _host = host;
        Name = name;
        _screen = new PaneScreen(host.Deadlines, Publish);
        _journal = new PaneJournal(host.Clock, host.Deadlines, TellExpected);
        _activity = new PaneActivity(host, name, Gate, _journal);
        _effects = new PaneEffects(name, _journal, uri => SetInfo(Info! with { WorkingDirectory = WorkingDirectoryUri.PathOf(uri) ?? Info.WorkingDirectory }));
        _graceOver = new Readiness.Deadline(host.Deadlines, _ => KillNow());
    }

    public Lock Gate { get; } = new();

    public string Name { get; }

    /// <summary>Null until started, and after removal.</summary>
    public PaneInfo? Info => _info is null ? null : _info with
    {
        Title = _screen.Terminal?.Title ?? "",
        LastOutputAt = _activity.LastOutputAt ?? _info.StartedAt,
    };

    /// <summary>True when neither a screen nor a watcher would be lost with it.</summary>
    public bool IsForgettable
    {
        get
        {
            lock (Gate) return _info is null && !_screen.IsWatched;
        }
    }

    /// <exception cref="TerminalHostException">It runs already.</exception>
    public PaneInfo Start(PaneStart start)
    {
        lock (Gate)
        {
            if (_process is not null) throw new TerminalHostException($"Pane {Name} is running: stop it first.");
            int columns = Size(start.Columns), rows = Size(start.Rows);
            var terminal = PrepareTerminal(columns, rows, Math.Clamp(start.ScrollbackLines, 0, HostLimits.ScrollbackLines));
            var now = _host.Clock.GetUtcNow();
            _activity.Reset();
            _info = new PaneInfo(Name, PaneLife.Running, 0, null, null, null, columns, rows, "", start.WorkingDirectory, now, null, now);
            switch (ProgramStart.Run(start, columns, rows))
            {
                case SpawnOutcome.Started started:
                    _info = _info with { ProcessId = started.ProcessId };
                    _process = new PaneProcess(_host, this, started.Terminal, started.ProcessId);
                    _screen.Set(terminal, _info);
                    _journal.Tell(new PaneEvent.Started(Name, 0, default, started.ProcessId));
                    _process.Run();
                    break;
                case SpawnOutcome.Refused refused:
                    terminal.Feed(Encoding.UTF8.GetBytes($"{refused.Reason}\r\n"));
                    _info = _info with { Life = PaneLife.Failed, Failure = refused.Reason, EndedAt = now };
                    _screen.Set(terminal, _info);
                    _journal.Tell(new PaneEvent.Failed(Name, 0, default, refused.Reason));
                    break;
            }

            _screen.Publish(_host.Deadlines.Now);
            return Info!;
        }
    }

    /// <summary>Hangs up on the program, kills it after <paramref name="grace"/>, and calls <paramref name="ended"/> when it is gone.</summary>
    public void Stop(TimeSpan grace, Action ended)
    {
        lock (Gate)
        {
            if (_process is not null)
            {
                _whenEnded.Add(ended);
                _process.Signal(PtyLibc.HangUp);
                _process.Signal(PtyLibc.Continue);
                if (grace <= TimeSpan.Zero) _process.KillSession();
                else _graceOver.Arm(_host.Deadlines.Now + _host.Deadlines.Ticks(grace));
                return;
            }
        }

        ended();
    }

    /// <exception cref="TerminalHostException">It runs, or was never started.</exception>
    public void Remove()
    {
        lock (Gate)
        {
            if (_process is not null) throw new TerminalHostException($"Pane {Name} is running: stop it first.");
            if (_info is null) throw new TerminalHostException($"There is no pane {Name}.");
            _info = null;
            _screen.Set(null, null);
            _screen.Publish(_host.Deadlines.Now);
            _journal.Tell(new PaneEvent.Removed(Name, 0, default));
        }
    }

    /// <summary>Its program has ended and was reaped.</summary>
    internal void Ended(PaneProcess process, ChildExit exit)
    {
        Action[] waiting;
        lock (Gate)
        {
            if (!ReferenceEquals(process, _process)) return;
            process.Close();
            _process = null;
            _graceOver.Cancel();
            _activity.End();
            SetInfo(_info! with { Life = PaneLife.Exited, ExitCode = exit.Code, Signal = exit.Signal, EndedAt = _host.Clock.GetUtcNow() });
            _screen.Publish(_host.Deadlines.Now);
            _journal.Tell(new PaneEvent.Exited(Name, 0, default, exit.Code, exit.Signal));
            waiting = [.. _whenEnded];
            _whenEnded.Clear();
        }

        foreach (var ended in waiting) ended();
    }

    private static int Size(int cells) => Math.Clamp(cells, HostLimits.MinSize, HostLimits.MaxSize);

    private VirtualTerminal PrepareTerminal(int columns, int rows, int scrollback)
    {
        if (_screen.Terminal is not { } used)
            return new VirtualTerminal(columns, rows, Options(scrollback), _effects);
        used.ScrollbackLimit = scrollback;
        used.Resize(columns, rows);
        RestartMark.Feed(used, string.Create(CultureInfo.InvariantCulture, $"started again {_host.Clock.GetLocalNow():yyyy-MM-dd HH:mm:ss}"));
        _effects.ClearReplies();
        return used;
    }

    private static TerminalOptions Options(int scrollback) => new(scrollback, $"fleet {PaneEnvironment.Version}");

    private void SetInfo(PaneInfo info)
    {
        _info = info;
        _screen.Set(Info!);
    }

    private void KillNow()
    {
        lock (Gate) _process?.KillSession();
    }

    private void TellExpected(long now)
    {
        lock (Gate) _journal.TellExpected(now);
    }
}
