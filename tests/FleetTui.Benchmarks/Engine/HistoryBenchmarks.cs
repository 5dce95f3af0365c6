using BenchmarkDotNet.Attributes;
using FleetTui.Terminal;
using FleetTui.Terminal.Searching;

namespace FleetTui.Benchmarks.Engine;

/// <summary>What takes the whole scrollback of 10,000 lines into its hands.</summary>
[MemoryDiagnoser]
public class HistoryBenchmarks
{
    private readonly TerminalOptions options = new();
    private readonly SilentEffects effects = new();
    private VirtualTerminal terminal = null!;
    private byte[] snapshot = [];
    private bool wide;

    [Params("crlf", "sgr")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        terminal = new VirtualTerminal(Payload.Columns, Payload.Rows, options, effects);
        terminal.Feed(Payload.Make(Kind, 4_000_000));
        snapshot = terminal.Snapshot();
    }

    /// <summary>Narrower and wider by turns.</summary>
    [Benchmark]
    public void Reflow()
    {
        terminal.Resize(wide ? Payload.Columns : Payload.Columns - 40, Payload.Rows);
        wide = !wide;
    }

    [Benchmark]
    public int SearchPlain() => terminal.Search(new LineQuery("rendering")).Count;

    [Benchmark]
    public int SearchRegex() => terminal.Search(new LineQuery("[xz]rror.*warn", IsRegex: true)).Count;

    [Benchmark]
    public int Snapshot() => terminal.Snapshot().Length;

    [Benchmark]
    public VirtualTerminal Restore() => VirtualTerminal.Restore(snapshot, options, effects);
}
