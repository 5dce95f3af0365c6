using System.Diagnostics;

namespace FleetTui.Terminal.Fuzzing;

/// <summary>Case after case until enough bytes were fed; looks after time and memory.</summary>
internal sealed class FuzzRun(FuzzOptions options)
{
    /// <summary>What the heap may grow by, after the first cases, before it counts as a leak.</summary>
    private const long Growth = 32 << 20;

    private const int CasesBetweenLooks = 2000;
    private long number = options.From;

    /// <summary>The case that runs.</summary>
    public long Case => Interlocked.Read(ref number);

    public long Bytes { get; private set; }

    public double Seconds { get; private set; }

    /// <summary>Live bytes after the first cases, and at the last look.</summary>
    public long FirstHeap { get; private set; }

    public long LastHeap { get; private set; }

    public long SlowestCase { get; private set; } = -1;

    public double SlowestMegabytes { get; private set; } = double.PositiveInfinity;

    public string? Fault { get; private set; }

    public void Execute()
    {
        var start = Stopwatch.GetTimestamp();
        var piece = new Piece(options.Recordings);
        var fuzz = new FuzzCase(piece);
        while (Fault is null && Bytes < options.Bytes && Case - options.From < options.Cases)
        {
            var began = Stopwatch.GetTimestamp();
            Fault = fuzz.Run(new Random(HashCode(options.Seed, Case)));
            Bytes += fuzz.Bytes;
            var speed = fuzz.Bytes / 1e6 / Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (speed < SlowestMegabytes && Case > options.From + 50)
                (SlowestCase, SlowestMegabytes) = (Case, speed);
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (Fault is not null)
                return;
            Interlocked.Increment(ref number);
            if (Case % CasesBetweenLooks == 0)
                Look();
        }
    }

    private void Look()
    {
        LastHeap = GC.GetTotalMemory(forceFullCollection: true);
        if (FirstHeap == 0)
            FirstHeap = LastHeap;
        Console.WriteLine($"{Bytes / 1_000_000} MB, case {Case}, {Bytes / 1e6 / Seconds:F1} MB/s, heap {LastHeap / 1e6:F1} MB");
        if (LastHeap > FirstHeap + Growth)
            Fault = $"the heap grew from {FirstHeap} to {LastHeap} bytes";
    }

    private static int HashCode(int seed, long number)
    {
        var h = ((ulong)(uint)seed << 32 | (uint)number) * 0x9E3779B97F4A7C15ul;
        return (int)((h ^ (h >> 29)) >> 33);
    }
}
