using System.Runtime.InteropServices;

namespace FleetTui.Cli.CommandLine;

/// <summary>Turns the first SIGINT, SIGTERM or SIGHUP into a cancellation, so that a verb can end in order; a second one kills as usual.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupt() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, On),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, On),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, On),
    ];

    public CancellationToken Token => _source.Token;

    /// <summary>The number of the signal that came, as the shell counts it; null when none did.</summary>
    public int? Signal { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void On(PosixSignalContext context)
    {
        if (Signal is not null)
        {
            return;
        }

        Signal = context.Signal switch { PosixSignal.SIGHUP => 1, PosixSignal.SIGINT => 2, _ => 15 };
        context.Cancel = true;
        _source.Cancel();
    }
}
