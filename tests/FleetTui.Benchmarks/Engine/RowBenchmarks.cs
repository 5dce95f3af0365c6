using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using FleetTui.Terminal;
using FleetTui.Terminal.Cells;

namespace FleetTui.Benchmarks.Engine;

/// <summary>A screen's rows: printed, scrolled away into the scrollback, packed for the wire and unpacked at the other end.</summary>
[MemoryDiagnoser]
public class RowBenchmarks
{
    private readonly ArrayBufferWriter<byte> wire = new(1 << 20);
    private readonly Cell[] cells = new Cell[Payload.Columns];
    private readonly byte[] oneRun = Encoding.ASCII.GetBytes("\e[H" + new string('x', Payload.Columns - 1));
    private readonly byte[] lineFeeds = Encoding.ASCII.GetBytes(new string('\n', Payload.Rows));
    private VirtualTerminal terminal = null!;
    private byte[] screen = [];
    private byte[][] packed = [];

    public static IEnumerable<string> Kinds => ["crlf", "sgr", "dense", "unicode"];

    /// <summary>What the screen shows.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        screen = Payload.Make(Kind, 8_000);
        terminal = new VirtualTerminal(Payload.Columns, Payload.Rows, new TerminalOptions(), new SilentEffects());
        terminal.Feed(screen);
        packed = [.. Enumerable.Range(0, Payload.Rows).Select(y =>
        {
            wire.ResetWrittenCount();
            terminal.EncodeLine(terminal.FirstScreenLine + y, wire);
            return wire.WrittenSpan.ToArray();
        })];
    }

    /// <summary>One run of ASCII over one row.</summary>
    [Benchmark]
    public void PrintRun() => terminal.Feed(oneRun);

    /// <summary>A screen of rows goes up into the scrollback (blank ones after the first time: the cost of scrolling alone).</summary>
    [Benchmark]
    public void ScrollBlank() => terminal.Feed(lineFeeds);

    /// <summary>The screen is painted and goes up into the scrollback.</summary>
    [Benchmark]
    public void PaintAndScroll()
    {
        terminal.Feed(screen);
        terminal.Feed(lineFeeds);
    }

    /// <summary>Every row of the screen, as a host packs them for a frame.</summary>
    [Benchmark]
    public void Encode()
    {
        wire.ResetWrittenCount();
        for (var y = 0; y < Payload.Rows; y++)
            terminal.EncodeLine(terminal.FirstScreenLine + y, wire);
    }

    /// <summary>Every row of a screen of this kind, as a console unpacks them.</summary>
    [Benchmark]
    public void Decode()
    {
        foreach (var row in packed)
            RowCodec.Decode(row, cells, _ => 1, out var _);
    }
}
