using FleetTui.Console.Alerting;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Scrolling;

public sealed class ClipboardSpecs
{
    [Fact]
    public async Task A_copy_is_kept_here_and_sent_and_never_called_copied()
    {
        var fleet = await CopyModeSpecs.Copying("g v e y");
        Assert.Contains(fleet.Done, effect => effect is Effect.Clipboard { Text: "alpha" });
        Assert.Contains("5 characters sent to the terminal's clipboard (OSC 52), if it takes it; C-b ] pastes", fleet.Model.Notices[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_users_desktop_its_own_tool_is_used_and_a_failure_is_told()
    {
        var fleet = new SampleFleet(80, 24);
        fleet.Model.Clipboard = ClipboardRoute.Of(remote: false, name => name == "DISPLAY" ? ":0" : null, new Tools("xclip"));
        fleet.Take(new ConsoleMessage.Copied("text"));
        var run = Assert.Single(fleet.Effects.OfType<Effect.RunProgram>());
        Assert.Contains("xclip", run.Command[2], StringComparison.Ordinal);
        Assert.Equal("text", run.Input);
        fleet.Take(run.Failed("exit code 1"));
        Assert.Equal("xclip did not take it (exit code 1); C-b ] pastes", fleet.Model.Notice!.Text);
        await fleet.SettleAsync();
    }

    [Theory]
    [InlineData(true, "DISPLAY", "xclip", "OSC 52")]
    [InlineData(false, "", "xclip", "OSC 52")]
    [InlineData(false, "DISPLAY", "", "OSC 52")]
    [InlineData(false, "DISPLAY", "xsel", "xsel")]
    [InlineData(false, "WAYLAND_DISPLAY", "wl-copy", "wl-copy")]
    public void Over_SSH_only_the_terminal_reaches_the_user(bool remote, string display, string tool, string name) =>
        Assert.Equal(name, ClipboardRoute.Of(remote, asked => asked == display ? "x" : null, new Tools(tool)).Name);

    [Fact]
    public void A_text_that_terminals_would_cut_goes_to_a_file_and_its_path_is_told()
    {
        using var directory = new FleetTui.Testing.TemporaryDirectory();
        var fleet = new SampleFleet(80, 24, SampleFleet.Options with { StateFile = directory["console.json"] });
        fleet.Effects.Clear();
        fleet.Take(new ConsoleMessage.Copied(new string('ä', 40_000)));
        Assert.DoesNotContain(fleet.Effects, effect => effect is Effect.Clipboard);
        var file = Assert.Single(fleet.Effects.OfType<Effect.WriteCopy>());
        Assert.Contains(directory["copied.txt"], fleet.Model.Notice!.Text, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            Assert.Null(CopiedFile.Write(file.File, file.Text));
        }

        Assert.Equal(40_000, File.ReadAllText(file.File).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.File));
    }

    [Fact]
    public void Inside_tmux_it_goes_both_ways_that_tmux_may_allow()
    {
        var bytes = new ByteWriter();
        new OuterVoice(bytes, NotifyBy.Nothing, insideTmux: true).Say(new Effect.Clipboard("hi"));
        Assert.Equal("\ePtmux;\e\e]52;c;aGk=\a\e\\\e]52;c;aGk=\a", System.Text.Encoding.ASCII.GetString(bytes.Written.Span));
    }

    [Fact]
    public async Task The_list_of_copied_texts_pastes_and_drops_any_of_them()
    {
        var fleet = new SampleFleet(80, 24);
        foreach (var text in new[] { "one", "two\nlines", "three" })
        {
            fleet.Take(new ConsoleMessage.Copied(text));
        }

        fleet.Press("C-b =");
        Assert.Contains("two⏎lines", fleet.Screen(), StringComparison.Ordinal);
        await fleet.Press("j Enter").SettleAsync();
        Assert.Equal("two\nlines", Assert.Single(fleet.Done.OfType<Effect.SendPaste>()).Text);
        fleet.Press("C-b # j d Escape");
        Assert.Equal(["three", "one"], fleet.Model.Buffers);
        fleet.Press("C-b -");
        Assert.Equal(["one"], fleet.Model.Buffers);
    }

    private sealed class Tools(string name) : ILocalPrograms
    {
        public Task<string?> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string input, CancellationToken cancellation) => Task.FromResult<string?>(null);

        public bool Has(string asked) => asked == name;
    }
}
