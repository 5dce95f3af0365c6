using System.Globalization;
using System.Runtime.InteropServices;
using FleetTui.LandingSoak;

// Random fleets beside a model: scripts/soak. With "lane" first it is the lane's process, which is to be killed.
if (args is ["lane", var world, var slotCount])
    return await LaneProcess.RunAsync(world, int.Parse(slotCount, CultureInfo.InvariantCulture));

var (rounds, seed) = (60, Random.Shared.Next(1_000_000));
for (var i = 0; i < args.Length; i += 2)
{
    var value = i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : -1;
    if (value < 0 || args[i] is not ("--rounds" or "--seed"))
    {
        await Console.Error.WriteLineAsync("usage: scripts/soak [--rounds N] [--seed S]");
        return 2;
    }

    (rounds, seed) = args[i] == "--rounds" ? (value, seed) : (rounds, value);
}

var counts = new SoakCounts();
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
for (var done = 0; done < rounds && !stop.IsCancellationRequested; done += FleetRun.Rounds, seed++)
{
    var size = Math.Min(FleetRun.Rounds, rounds - done);
    if (await FleetRun.ExecuteAsync(seed, size, counts) is not { } fault)
        continue;
    Console.WriteLine($"FAULT, seed {seed}: {fault}\nreplay: scripts/soak --rounds {size} --seed {seed}\n{counts}");
    return 1;
}

Console.WriteLine($"{counts}: every commit once");
return 0;

// The fleet at work comes to its end: nothing is left behind.
void End(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
