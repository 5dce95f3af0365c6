using System.Runtime.InteropServices;
using FleetTui.Console.Loop;

namespace FleetTui.Console.Outer;

/// <summary>Signals become messages, or the end: SIGTERM, SIGHUP, SIGINT and SIGQUIT leave as a detach does, with the terminal restored.</summary>
internal sealed class ConsoleSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    public ConsoleSignals(Action<ConsoleMessage> post, Action end)
    {
        void On(PosixSignalContext context, ConsoleMessage? message)
        {
            context.Cancel = true;
            if (message is null)
            {
                end();
            }
            else
            {
                post(message);
            }
        }

        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ =>
            {
                var (columns, rows) = OuterTerminal.Size();
                post(new ConsoleMessage.Resized(columns, rows));
            }),
            PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context => On(context, new ConsoleMessage.StopAsked())),
            PosixSignalRegistration.Create(PosixSignal.SIGCONT, context => On(context, new ConsoleMessage.WasContinued())),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => On(context, null)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => On(context, null)),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => On(context, null)),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context => On(context, null)),
        ];
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
