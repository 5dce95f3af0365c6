using BenchmarkDotNet.Attributes;
using FleetTui.Terminal;

namespace FleetTui.Benchmarks.Engine;

/// <summary>A megabyte of each kind of output through the engine: bytes per second are 10⁶ ÷ mean. Allocated must stay near nothing.</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private byte[] bytes = [];
    private VirtualTerminal terminal = null!;

    public static IEnumerable<string> Kinds => Payload.Kinds;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        bytes = Payload.Make(Kind, 1_000_000);
        terminal = new VirtualTerminal(Payload.Columns, Payload.Rows, new TerminalOptions(), new SilentEffects());
        // The scrollback is full and every style known, as in a pane that runs for a while.
        for (var i = 0; i < 20; i++)
            terminal.Feed(bytes);
    }

    [Benchmark]
    public void Parse() => terminal.Feed(bytes);
}
