using System.Text;

namespace FleetTui.Terminal.Tests.Bounds;

public sealed class WorkBoundSpecs
{
    /// <summary>A hang guard: the slowest of them takes a second here; a sequence that did what its number says would take hours.</summary>
    private const int Milliseconds = 60_000;

    public static TheoryData<string> Costly => [.. HostileOutput.Costly];

    [Theory(Timeout = Milliseconds)]
    [MemberData(nameof(Costly))]
    public async Task No_number_in_a_sequence_makes_it_more_work_than_the_screen(string sequence)
    {
        await Task.Run(
            () =>
            {
                var terminal = new VirtualTerminal(200, 60, new TerminalOptions(500), new SilentEffects());
                var bytes = Encoding.UTF8.GetBytes("some text\r\n" + sequence);
                for (var i = 0; i < 200; i++)
                    terminal.Feed(bytes);
                terminal.Feed("\ec\e[Hdone"u8);
                Assert.Equal("done", terminal.TextOf(terminal.FirstScreenLine));
            },
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Sequences_over_the_whole_screen_allocate_nothing_each()
    {
        var terminal = new VirtualTerminal(200, 60, new TerminalOptions(500), new SilentEffects());
        foreach (var sequence in HostileOutput.Costly.Where(s => !s.EndsWith('y') && !s.EndsWith('|')))
        {
            var bytes = Encoding.UTF8.GetBytes("text\r\n" + sequence);
            for (var i = 0; i < 50; i++)
                terminal.Feed(bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
                terminal.Feed(bytes);
            // A page of scrollback now and then is all.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        }
    }

    [Theory]
    [InlineData("\eP$q")]
    [InlineData("\e]0;")]
    public void A_string_past_its_bound_leaves_the_same_terminal_however_it_is_cut(string start)
    {
        var text = Encoding.ASCII.GetBytes(start + new string('x', 1_100_000));
        var (whole, cut) = (new Screenful(), new Screenful());
        whole.Terminal.Feed(text);
        foreach (var part in text.Chunk(1000))
            cut.Terminal.Feed(part);
        Assert.Equal(whole.Terminal.Snapshot(), cut.Terminal.Snapshot());
    }
}
