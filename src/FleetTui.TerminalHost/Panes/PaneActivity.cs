using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Upgrading;

namespace FleetTui.TerminalHost.Panes;

/// <summary>
/// Tells when a pane begins to print and when it has been quiet for a second. One deadline a second while it prints, none while it is quiet.
/// Guarded by its pane's gate.
/// </summary>
internal sealed class PaneActivity
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private readonly HostServices _host;
    private readonly string _pane;
    private readonly Lock _gate;
    private readonly PaneJournal _journal;
    private readonly Readiness.Deadline _check;
    private readonly long _quiet;
    private long _lastOutput;
    private bool _active;

    public PaneActivity(HostServices host, string pane, Lock gate, PaneJournal journal)
    {
        _host = host;
        _pane = pane;
        _gate = gate;
        _journal = journal;
        _quiet = host.Deadlines.Ticks(Quiet);
        _check = new Readiness.Deadline(host.Deadlines, Check);
    }

    public DateTimeOffset? LastOutputAt =>
        _lastOutput == 0 ? null : _host.Clock.GetUtcNow() - _host.Clock.GetElapsedTime(_lastOutput);

    public void Reset()
    {
        _lastOutput = 0;
        _active = false;
    }

    public ActivityHandOver HandOver() => new(_lastOutput, _active);

    public void Restore(ActivityHandOver before)
    {
        _lastOutput = before.LastOutput;
        _active = before.Active;
        if (_active) _check.Arm(_lastOutput + _quiet);
    }

    public void Happened()
    {
        _lastOutput = _host.Deadlines.Now;
        if (_active) return;
        _active = true;
        _journal.Expect(new PaneEvent.Activity(_pane, 0, default, true));
        _check.Arm(_lastOutput + _quiet);
    }

    /// <summary>The program is gone: there is nothing to be told later.</summary>
    public void End()
    {
        _check.Cancel();
        if (_active) _journal.Expect(new PaneEvent.Activity(_pane, 0, default, false));
        _active = false;
    }

    private void Check(long now)
    {
        lock (_gate)
        {
            if (!_active) return;
            if (now < _lastOutput + _quiet)
            {
                _check.Arm(_lastOutput + _quiet);
                return;
            }

            _active = false;
            _journal.Expect(new PaneEvent.Activity(_pane, 0, default, false));
            _journal.TellExpected(now);
        }
    }
}
