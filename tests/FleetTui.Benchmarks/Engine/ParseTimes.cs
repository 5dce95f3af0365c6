using System.Diagnostics;
using System.Globalization;
using FleetTui.Terminal;

namespace FleetTui.Benchmarks.Engine;

/// <summary>How fast one core takes a program's output: bytes to cells and scrollback, nothing shown.</summary>
internal static class ParseTimes
{
    /// <summary>What a busy pane hands over in one turn.</summary>
    private const int Chunk = 64 * 1024;

    /// <summary>MB/s by the median of <paramref name="rounds"/> rounds over each file, and by the best, as "NAME MEDIAN BEST", one line each.</summary>
    public static void Print(IEnumerable<string> files, int rounds)
    {
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var terminal = new VirtualTerminal(Payload.Columns, Payload.Rows, new TerminalOptions(), new SilentEffects());
            var warm = Stopwatch.StartNew();
            // Until the hot methods are compiled for good: their counters are read every 100 ms.
            while (warm.ElapsedMilliseconds < 1000)
                Feed(terminal, bytes);
            var times = new List<double>();
            for (var i = 0; i < rounds; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Feed(terminal, bytes);
                times.Add(bytes.Length / 1e6 / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            times.Sort();
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)} {times[rounds / 2]:F1} {times[^1]:F1}"));
        }
    }

    private static void Feed(VirtualTerminal terminal, byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i += Chunk)
            terminal.Feed(bytes.AsSpan(i, Math.Min(Chunk, bytes.Length - i)));
    }
}
