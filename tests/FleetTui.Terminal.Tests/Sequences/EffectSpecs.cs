namespace FleetTui.Terminal.Tests.Sequences;

public sealed class EffectSpecs
{
    [Theory]
    [InlineData("\a", "bell")]
    [InlineData("\e]0;hello\a", "title hello")]
    [InlineData("\e]2;⠂ busy\e\\", "title ⠂ busy")]
    [InlineData("\e]2;ü\u009c", "title ü")]
    [InlineData("\e]9;build done\a", "notification |build done")]
    [InlineData("\e]777;notify;Codex;needs you\a", "notification Codex|needs you")]
    [InlineData("\e]99;i=1;hello\e\\", "notification hello|")]
    [InlineData("\e]99;i=1:p=body:e=1;aGk=\e\\", "notification |hi")]
    [InlineData("\e]9;4;1;42\a", "progress Normal 42")]
    [InlineData("\e]9;4;3\a", "progress Indeterminate 0")]
    [InlineData("\e]9;4;0;\a", "progress None 0")]
    [InlineData("\e]7;file://host/tmp\a", "directory file://host/tmp")]
    [InlineData("\e]52;c;aGVsbG8=\a", "clipboard c|hello")]
    [InlineData("\e]52;;aGVsbG8\a", "clipboard c|hello")]
    [InlineData("\e]133;A\a", "prompt PromptStart ")]
    [InlineData("\e]133;C\a", "prompt OutputStart ")]
    [InlineData("\e]133;D;130\a", "prompt CommandFinished 130")]
    [InlineData("\e]7501;state=working:app=codex\a", "status working")]
    public void A_command_is_told_as_an_event(string bytes, string expected) =>
        Assert.Equal([expected], new Screenful().Feed(bytes).Effects.Events);

    [Theory]
    [InlineData("\e]7501;state=dancing\a")]
    [InlineData("\e]52;c;\a")]
    [InlineData("\e]52;c;***\a")]
    [InlineData("\e]9;4;9\a")]
    [InlineData("\e]9;\a")]
    [InlineData("\e]99;p=icon;x\a")]
    [InlineData("\e]7777;x\a")]
    [InlineData("\e]x;y\a")]
    [InlineData("\e]2;cut off\x18")]
    public void What_is_unknown_empty_or_broken_tells_nothing(string bytes) =>
        Assert.Empty(new Screenful().Feed(bytes).Effects.Events);

    [Fact]
    public void A_program_status_carries_its_decoded_texts()
    {
        var status = new Screenful().Feed("\e]7501;state=blocked:kind=permission:app=claude:id=7:progress=40:title=QnVpbGQ=:msg=TWF5IEk/\e\\").Effects.Status;
        Assert.Equal(new ProgramStatus("blocked", "permission", "claude", "7", "Build", "May I?", 40), status);
    }

    [Fact]
    public void Too_long_an_osc_is_dropped_and_the_screen_goes_on()
    {
        var screen = new Screenful();
        screen.Feed("\e]2;" + new string('x', 2_000_000) + "\aok");
        Assert.Empty(screen.Effects.Events);
        Assert.Equal("ok///", screen.Text);
    }

    [Fact]
    public void Titles_are_pushed_and_popped()
    {
        var screen = new Screenful();
        screen.Feed("\e]2;one\a\e[22;0t\e]2;two\a\e[23;0t\e[23;0t");
        Assert.Equal(["title one", "title two", "title one"], screen.Effects.Events);
        Assert.Equal("one", screen.Terminal.Title);
    }

    [Fact]
    public void A_reset_ends_the_programs_status_and_keeps_the_title()
    {
        var screen = new Screenful();
        screen.Feed("\e]2;t\a\e]7501;state=working\a\ec");
        Assert.Equal(["title t", "status working", "status clear"], screen.Effects.Events);
        Assert.Equal("t", screen.Terminal.Title);
    }

    [Fact]
    public void More_links_than_there_is_room_for_are_dropped_until_old_ones_are_gone()
    {
        var screen = new Screenful(100, 100, 0);
        for (var i = 0; i < 9_000; i++)
            screen.Feed($"\e]8;;http://a/{i}\ax\e]8;;\a");
        Assert.Equal("http://a/0", screen.Terminal.LinkUri(screen.Cell(0, 0).Style.Link));
        Assert.Equal(0, screen.Cell(0, 80).Style.Link);
        screen.Feed("\e[2J\e[H");
        for (var i = 0; i < 300; i++)
            screen.Feed($"\e]8;;http://b/{i}\ax\e]8;;\a");
        Assert.Equal("http://b/299", screen.Terminal.LinkUri(screen.Cell(99, 2).Style.Link));
    }

    [Fact]
    public void Hyperlinks_reach_cells_and_scrollback()
    {
        var screen = new Screenful(20, 2);
        screen.Feed("\e]8;id=a;https://example.org/\e\\link\e]8;;\e\\ off\r\n\r\n\r\n");
        var cells = new FleetTui.Terminal.Cells.Cell[20];
        screen.Terminal.CopyLine(0, cells);
        Assert.Equal("https://example.org/", screen.Terminal.LinkUri(cells[0].Style.Link));
        Assert.Equal(0, cells[4].Style.Link);
    }
}
