using FleetTui.Console;
using FleetTui.Console.Tests.Fakes;
using FleetTui.TerminalHost.Client;

// Two programs in one: "--console SOCKET" is a console on a sample fleet whose panes live in the host at SOCKET; anything else runs the tests.
// With FLEET_TEST_CRASH, SIGUSR1 (10 on Linux) throws on a thread where nobody catches it.
using var crash = Environment.GetEnvironmentVariable("FLEET_TEST_CRASH") is null
    ? null
    : System.Runtime.InteropServices.PosixSignalRegistration.Create(
        (System.Runtime.InteropServices.PosixSignal)10,
        context =>
        {
            context.Cancel = true;
            new Thread(() => throw new InvalidOperationException("meant to crash")).Start();
        });
return args is ["--console", var socket]
    ? await ConsoleProgram.RunAsync(
        SampleFleet.Options,
        async cancellation => await TerminalHostClient.ConnectAsync(socket, cancellation),
        (_, _) => Task.FromResult<FleetTui.Api.Client.IFleetApi?>(new FakeFleetApi()),
        TimeProvider.System,
        CancellationToken.None)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
