using FleetTui.Terminal.Input;

namespace FleetTui.TerminalHost.Tests.Panes;

public class InputSpecs
{
    [Fact]
    public async Task Keys_mouse_focus_and_pastes_are_encoded_for_the_modes_of_the_program()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "stty raw -echo; printf '\\033[?1h\\033[?2004h\\033[?1004h\\033[?1000h\\033[?1006hready'; cat -v");
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        await fixture.Host.KeyAsync("one", new KeyEvent(Key.Up), default);
        await fixture.Host.PasteAsync("one", "a\nb", default);
        await fixture.Host.FocusAsync("one", true, default);
        Assert.True(await fixture.Host.MouseAsync("one", new MouseEvent(MouseAction.Press, MouseButton.Left, 4, 2, KeyModifiers.None), default));
        await view.UntilShowsAsync("^[OA^[[200~a^Mb^[[201~^[[I^[[<0;5;3M");
    }

    [Fact]
    public async Task A_mouse_that_the_program_did_not_ask_for_is_not_sent()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "sleep 60");
        Assert.False(await fixture.Host.MouseAsync("one", new MouseEvent(MouseAction.Press, MouseButton.Left, 4, 2, KeyModifiers.None), default));
    }

    [Fact]
    public async Task A_full_screen_program_works()
    {
        await using var fixture = await HostFixture.StartAsync();
        var file = Path.Combine(fixture.WorkingDirectory, "text");
        await File.WriteAllTextAsync(file, "one\ntwo\n");
        await fixture.Host.StartAsync(fixture.Start("one", ["vim", "-u", "NONE", "-N", file]), default);
        await using var view = await fixture.WatchAsync("one");
        await view.UntilShowsAsync("two");
        Assert.True(view.Modes.AlternateScreen);
        foreach (var key in "ihello ") await fixture.Host.KeyAsync("one", KeyEvent.Of(key), default);
        await view.UntilShowsAsync("hello one");
        await fixture.Host.KeyAsync("one", new KeyEvent(Key.Escape), default);
        foreach (var key in ":wq") await fixture.Host.KeyAsync("one", KeyEvent.Of(key), default);
        await fixture.Host.KeyAsync("one", new KeyEvent(Key.Enter), default);
        await view.UntilEndedAsync();
        Assert.Equal(0, view.Info!.ExitCode);
        Assert.Equal("hello one\ntwo\n", await File.ReadAllTextAsync(file));
        Assert.False(view.Modes.AlternateScreen);
    }
}
