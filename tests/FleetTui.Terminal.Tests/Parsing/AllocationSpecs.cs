using System.Buffers;
using FleetTui.Benchmarks.Engine;

namespace FleetTui.Terminal.Tests.Parsing;

public sealed class AllocationSpecs
{
    public static TheoryData<string> Kinds => [.. Payload.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parsing_allocates_nothing_for_what_it_has_seen(string kind)
    {
        var terminal = new VirtualTerminal(Payload.Columns, Payload.Rows, new TerminalOptions(200), new SilentEffects());
        var output = Payload.Make(kind, 400_000);
        for (var i = 0; i < 3; i++)
            terminal.Feed(output);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 5; i++)
            terminal.Feed(output);
        // Two megabytes of output: a page of scrollback may be made now and then, nothing per byte, cell or frame.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 140_000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Telling_a_watcher_of_frames_allocates_nothing(string kind)
    {
        var terminal = new VirtualTerminal(Payload.Columns, Payload.Rows, new TerminalOptions(200), new SilentEffects());
        var output = Payload.Make(kind, 400_000);
        var changed = new bool[Payload.Rows];
        var wire = new ArrayBufferWriter<byte>(1 << 20);
        Frames(terminal, output, changed, wire);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Frames(terminal, output, changed, wire);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 140_000);
    }

    /// <summary>As a host does: some output, then every changed row packed for the wire.</summary>
    private static void Frames(VirtualTerminal terminal, byte[] output, bool[] changed, ArrayBufferWriter<byte> wire)
    {
        const int Turn = 4096;
        for (var i = 0; i < output.Length; i += Turn)
        {
            terminal.Feed(output.AsSpan(i, Math.Min(Turn, output.Length - i)));
            _ = terminal.ScrolledSinceTake;
            terminal.TakeChanges(changed);
            wire.ResetWrittenCount();
            for (var y = 0; y < changed.Length; y++)
            {
                if (changed[y])
                    terminal.EncodeLine(terminal.FirstScreenLine + y, wire);
            }
        }
    }
}
