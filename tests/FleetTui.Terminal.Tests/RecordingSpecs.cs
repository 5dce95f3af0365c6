namespace FleetTui.Terminal.Tests;

/// <summary>
/// Real programs on 100 × 30, recorded once; the agents against a stub of their service, with a pane that answers as ours does.
/// The expected screens were compared cell by cell, colours and all, with what tmux 3.3a shows for the same bytes.
/// </summary>
public sealed class RecordingSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recordings");

    [Theory]
    [InlineData("claude-2.1.197")]
    [InlineData("claude-2.1.329")]
    [InlineData("codex-0.169.0")]
    [InlineData("less-590")]
    public void A_recorded_program_leaves_the_screen_it_should(string name)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, name + ".screen.txt"));
        Assert.Equal(string.Join('/', expected), Play(name).Text);
    }

    [Fact]
    public void Claude_asks_who_we_are_and_turns_on_paste_and_focus()
    {
        var screen = Play("claude-2.1.197");
        Assert.StartsWith("^[P>|fleet test^[\\^[[?64", screen.Replies, StringComparison.Ordinal);
        Assert.True(screen.Terminal.Modes is { BracketedPaste: true, FocusReports: true, AlternateScreen: false });
        Assert.Contains(screen.Effects.Events, e => e.StartsWith("title ✳", StringComparison.Ordinal));
    }

    [Fact]
    public void Newer_Claude_asks_more_takes_the_alternate_screen_and_tells_its_state()
    {
        var screen = Play("claude-2.1.329");
        Assert.Contains("^[[?0u^[]7501;?", screen.Replies, StringComparison.Ordinal);
        Assert.True(screen.Replies.IndexOf("7501", StringComparison.Ordinal) < screen.Replies.IndexOf("[?64", StringComparison.Ordinal));
        Assert.Contains("^[[?2026;2$y", screen.Replies, StringComparison.Ordinal);
        Assert.True(screen.Terminal.Modes is { AlternateScreen: true, BracketedPaste: true, Mouse: MouseTracking.Any, KittyKeyboard: > 0 });
        Assert.Equal("done", screen.Effects.Status?.State);
    }

    [Fact]
    public void Codex_tells_its_state_and_takes_the_keyboard_the_mouse_and_the_alternate_screen()
    {
        var screen = Play("codex-0.169.0");
        Assert.Contains("status working", screen.Effects.Events);
        Assert.Equal("codex", screen.Effects.Status?.App);
        Assert.True(screen.Terminal.Modes is { AlternateScreen: true, Mouse: MouseTracking.Any, KittyKeyboard: > 0 });
    }

    private static Screenful Play(string name)
    {
        var screen = new Screenful(100, 30);
        screen.Terminal.Feed(File.ReadAllBytes(Path.Combine(Folder, name + ".vt")));
        return screen;
    }
}
