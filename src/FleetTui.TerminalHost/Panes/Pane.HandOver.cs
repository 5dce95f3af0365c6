using System.Text;
using FleetTui.Terminal;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Protocol;
using FleetTui.TerminalHost.Pty;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Panes;

/// <summary>How a pane goes from one program of the host to the next.</summary>
internal sealed partial class Pane
{
    private const string Lost = "── the screen was lost when the terminal host was upgraded ──";

    /// <summary>Its whole state; null when there is nothing to keep. Nothing may flow while it is taken, nor afterwards: what the program prints now stays in the kernel.</summary>
    public PaneHandOver? HandOver()
    {
        lock (Gate)
        {
            var journal = _journal.HandOver();
            if (_info is null && journal.Sequence == 0) return null;
            return new PaneHandOver(
                Name, Info, _screen.Terminal?.ScrollbackLimit ?? 0, _screen.Terminal?.Snapshot() ?? [], _screen.HeldSince, _process?.HandOver(_graceOver.At), _activity.HandOver(), journal);
        }
    }

    /// <summary>Goes on where the program before has stopped. A screen that cannot be read is told of, begins empty, and the program is asked to draw anew.</summary>
    public void Restore(PaneHandOver before)
    {
        lock (Gate)
        {
            _journal.Restore(before.Journal);
            if (before.Info is not { } info) return;
            _info = info;
            var terminal = TerminalOf(before, info, out var isLost);
            _screen.Restore(terminal, info, before.HeldSince);
            _activity.Restore(before.Activity);
            if (before.Process is not { } process) return;
            _process = new PaneProcess(_host, this, PseudoTerminal.Adopt(process.Master), process.ProcessId);
            _process.Restore(process.Input);
            if (process.KillAt is { } at) _graceOver.Arm(at);
            if (isLost) _process.AskToRedraw(terminal.Columns, terminal.Rows);
            _process.Run();
        }
    }

    private VirtualTerminal TerminalOf(PaneHandOver before, PaneInfo info, out bool isLost)
    {
        var options = Options(Math.Clamp(before.ScrollbackLines, 0, HostLimits.ScrollbackLines));
        try
        {
            isLost = false;
            return VirtualTerminal.Restore(before.Snapshot, options, _effects);
        }
        catch (Exception damaged) when (damaged is FormatException or OverflowException or IndexOutOfRangeException)
        {
            isLost = true;
            _host.Tell(new TerminalHostException($"The screen of pane {Name} was lost in the upgrade, its program goes on: {damaged.Message}"));
            var empty = new VirtualTerminal(info.Columns, info.Rows, options, _effects);
            empty.Feed(Encoding.UTF8.GetBytes($"{Lost}\r\n"));
            return empty;
        }
    }
}
