using FleetTui.Console;
using FleetTui.Console.Tests.Fakes;
using FleetTui.TerminalHost.Client;

// Two programs in one: "--console SOCKET" is a console on a sample fleet whose panes live in the host at SOCKET; anything else runs the tests.
return args is ["--console", var socket]
    ? await ConsoleProgram.RunAsync(
        SampleFleet.Options,
        async cancellation => await TerminalHostClient.ConnectAsync(socket, cancellation),
        (_, _) => Task.FromResult<FleetTui.Api.Client.IFleetApi?>(new FakeFleetApi()),
        TimeProvider.System,
        CancellationToken.None)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
