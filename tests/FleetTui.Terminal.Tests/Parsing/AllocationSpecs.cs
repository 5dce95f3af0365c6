using System.Text;

namespace FleetTui.Terminal.Tests.Parsing;

public sealed class AllocationSpecs
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Drawing_frames_allocates_nothing(int kind)
    {
        var terminal = new VirtualTerminal(120, 40, new TerminalOptions(200), new SilentEffects());
        var frame = Frame(kind);
        for (var i = 0; i < 200; i++)
            terminal.Feed(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            terminal.Feed(frame);
        // A page of scrollback may be made now and then; nothing per frame.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    /// <summary>0 a repainted screen, 1 coloured lines that scroll, 2 a scroll region with wide text and clusters.</summary>
    private static byte[] Frame(int kind)
    {
        var text = new StringBuilder();
        for (var y = 1; y <= 40; y++)
        {
            text.Append(kind switch
            {
                0 => $"\e[?2026h\e[{y};1H\e[1;38;5;{y + 16}mcolumn one\e[0m and \e[4;38;2;{y};9;200mmore\e[0m\e[K\e[?2026l",
                1 => $"\e[3{y % 8}mline {y}\e[0m of some text é → ✓\r\n",
                _ => $"\e[5;30r\e[30;1H\n日本語 👨‍👩‍👧 e\u0301 {y}\e[r\e[40;1Hstatus\e[1M\e[1L",
            });
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed class SilentEffects : ITerminalEffects
    {
        public void Reply(ReadOnlySpan<byte> bytes)
        {
        }

        public void TitleChanged(string title)
        {
        }

        public void Bell()
        {
        }

        public void Notification(string title, string body)
        {
        }

        public void ClipboardWrite(string selection, string text)
        {
        }

        public void WorkingDirectory(string uri)
        {
        }

        public void Progress(ProgressState state, int percent)
        {
        }

        public void ProgramStatus(ProgramStatus status)
        {
        }

        public void PromptMark(PromptMark mark, int? exitCode)
        {
        }
    }
}
