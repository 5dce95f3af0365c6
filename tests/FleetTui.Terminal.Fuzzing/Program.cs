using System.Diagnostics;
using System.Globalization;
using FleetTui.Terminal.Fuzzing;

// FleetTui.Terminal.Fuzzing [--bytes N] [--seed S] [--from CASE] [--cases N] [--recordings DIRECTORY]
//
// Feeds the engine N random and mutated bytes (1e9 is a number). Each case is told by the seed and its number alone: a fault prints both,
// and --seed S --from CASE --cases 1 does that case again. Exit code 1 on a fault.
var options = FuzzOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("usage: [--bytes N] [--seed S] [--from CASE] [--cases N] [--recordings DIRECTORY]");
    return 2;
}

Console.WriteLine($"seed {options.Seed}");
var run = new FuzzRun(options);
var work = Task.Factory.StartNew(run.Execute, TaskCreationOptions.LongRunning);
while (!work.IsCompleted)
{
    var seen = run.Case;
    await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(options.HangSeconds)));
    // A case takes milliseconds, a second on a loaded machine.
    if (!work.IsCompleted && run.Case == seen)
    {
        Console.WriteLine($"HANG in case {seen} of seed {options.Seed}");
        return 1;
    }
}

var fault = work.IsFaulted ? work.Exception!.GetBaseException().ToString() : run.Fault;
using var self = Process.GetCurrentProcess();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{run.Bytes:N0} bytes in {run.Case - options.From:N0} cases, {run.Seconds:F0} s, {run.Bytes / 1e6 / Math.Max(run.Seconds, 1e-3):F1} MB/s; peak memory {self.PeakWorkingSet64 / 1e6:F0} MB, heap {run.FirstHeap / 1e6:F1} → {run.LastHeap / 1e6:F1} MB; slowest case {run.SlowestCase} ({run.SlowestMegabytes:F2} MB/s); seed {options.Seed}"));
if (fault is not null)
    Console.WriteLine($"FAULT in case {run.Case} of seed {options.Seed}: {fault}");
else
    Console.WriteLine("no crash, no hang, no growth, no difference between one feed and many");
return fault is null ? 0 : 1;
