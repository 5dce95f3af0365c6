namespace FleetTui.Terminal.Tests.Bounds;

/// <summary>Alone, since it looks at the heap of the whole process.</summary>
[CollectionDefinition(nameof(MemoryBoundSpecs), DisableParallelization = true)]
public sealed class HeapCollection;

[Collection(nameof(MemoryBoundSpecs))]
public sealed class MemoryBoundSpecs
{
    /// <summary>What a terminal of 80×24 with 1000 lines may hold, whatever is printed: its packed lines are the most, 4 kB each.</summary>
    private const long MostBytes = 8 << 20;

    private const int PartsBefore = 30;
    private const int Parts = 100;

    public static TheoryData<string> Streams => [.. HostileOutput.Streams.Keys];

    [Theory]
    [MemberData(nameof(Streams))]
    public void Whatever_is_printed_memory_stays_bounded(string stream)
    {
        var make = HostileOutput.Streams[stream];
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var terminal = new VirtualTerminal(80, 24, new TerminalOptions(1000), new SilentEffects());
        for (var part = 0; part < PartsBefore; part++)
            terminal.Feed(make(part));
        var early = GC.GetTotalMemory(forceFullCollection: true) - empty;
        for (var part = PartsBefore; part < Parts; part++)
            terminal.Feed(make(part));
        var late = GC.GetTotalMemory(forceFullCollection: true) - empty;
        Assert.InRange(late, long.MinValue, MostBytes);
        Assert.InRange(late - early, long.MinValue, 2 << 20);
        // It still works.
        terminal.Feed("\e\\\ec\e[Hdone"u8);
        Assert.Equal("done", terminal.TextOf(terminal.FirstScreenLine));
        Assert.InRange(terminal.Snapshot().Length, 0, MostBytes);
    }
}
