using System.Runtime.InteropServices;
using FleetTui.Soak;

// Runs the real console for a while and compares every frame that it meant with what its bytes give: scripts/soak-console.
var options = SoakOptions.Parse(args);
if (options is null || options.Program.Length == 0)
{
    await System.Console.Error.WriteLineAsync(SoakOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
var faults = 0L;
foreach (var size in options.Sizes)
{
    var counts = SoakRun.Execute(options.Program, size, options.Time, options.Seed, options.Synchronized, options.Tmux, stop.Token);
    System.Console.WriteLine($"{size.Columns}x{size.Rows}, seed {options.Seed}, {(options.Synchronized ? "synchronized updates" : "no synchronized updates")}: {counts}");
    faults += counts.Faults.Values.Sum();
}

return faults == 0 ? 0 : 1;

void End(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
