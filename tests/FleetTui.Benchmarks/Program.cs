using System.Diagnostics;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Benchmarks;
using FleetTui.Benchmarks.Engine;
using FleetTui.Benchmarks.Migrations;
using FleetTui.Console;
using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;

// The pieces that scripts/bench-terminal measures, without a repository or a daemon:
//   host SOCKET                                        a terminal host
//   start SOCKET PANE COLUMNS ROWS LINES COMMAND…      a pane in it
//   attach SOCKET STATEFILE                            the console on it
//   mirror SOCKET PANE SECONDS                         a client that only counts frames: JSON on standard output
//   echo SOCKET PANE KEYS                              key to echo in a client without a screen: JSON on standard output
//   stop SOCKET                                        end the host
// And the engine alone:
//   parse ROUNDS FILE…                                 MB/s of the engine on one core, a line for each file
//   migrations GRAMMAR DIRECTORY ROUNDS                times of the check of migrations over paths from standard input: JSON on standard output
//   micro …                                            BenchmarkDotNet's micro-benchmarks (its own options follow, as --filter '*Parse*' --job short)
var asked = 0;
var socket = args.Length > 1 ? args[1] : "";
switch (args.FirstOrDefault())
{
    case "host":
        return await HostProgram.RunAsync(socket, TimeProvider.System, default);
    case "start":
        await using (var host = await TerminalHostClient.ConnectAsync(socket, default))
        {
            var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
                .Select(pair => KeyValuePair.Create((string)pair.Key, (string?)pair.Value ?? ""));
            var info = await host.StartAsync(
                new PaneStart(args[2], args[6..], Environment.CurrentDirectory, PaneEnvironment.ForPane(environment), Number(3), Number(4), Number(5)), default);
            System.Console.WriteLine(info.Failure ?? $"{info.ProcessId}");
            return info.Life == PaneLife.Failed ? 1 : 0;
        }

    case "attach":
        return await ConsoleProgram.RunAsync(
            new ConsoleOptions("C-b", false, false, "dark", false, false, new Dictionary<string, string>(), false, args[2]),
            async cancellation => await TerminalHostClient.ConnectAsync(socket, cancellation),
            (_, cancellation) => NoDaemonAsync(cancellation),
            TimeProvider.System,
            default);
    case "mirror":
        await using (var host = await TerminalHostClient.ConnectAsync(socket, default))
        await using (var view = await host.WatchAsync(args[2], default))
        {
            var clock = Stopwatch.StartNew();
            var first = view.Version;
            await Task.Delay(TimeSpan.FromSeconds(Number(3)));
            System.Console.WriteLine($"{{\"frames\":{view.Version - first},\"seconds\":{clock.Elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)}}}");
            return 0;
        }

    case "echo":
        System.Console.WriteLine(await EchoTimes.MeasureAsync(socket, args[2], Number(3)));
        return 0;
    case "stop":
        await using (var host = await TerminalHostClient.ConnectAsync(socket, default)) await host.ShutdownAsync(default);
        return 0;
    case "parse":
        ParseTimes.Print(args[2..], Number(1));
        return 0;
    case "migrations":
        MigrationTimes.Print(args[1], args[2], Number(3));
        return 0;
    case "micro":
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(ParseBenchmarks).Assembly).Run(args[1..]);
        return 0;
    default:
        await System.Console.Error.WriteLineAsync("usage: host | start | attach | mirror | echo | stop | parse | migrations | micro");
        return 2;
}

int Number(int index) => int.Parse(args[index], CultureInfo.InvariantCulture);

// The console shows the host's panes once the daemon is known to be away; after that it is left in peace.
async Task<IFleetApi?> NoDaemonAsync(CancellationToken cancellation)
{
    if (Interlocked.Increment(ref asked) > 1) await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
    throw new IOException("there is no daemon in a measurement");
}
