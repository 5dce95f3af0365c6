using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Tests.Fakes;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class TypedAheadSpecs
{
    private readonly SampleFleet _fleet = new(120, 40, slots: 0);

    public TypedAheadSpecs()
    {
        _fleet.Model.Slots.Clear();
        (_fleet.Model.Host, _fleet.Model.Daemon) = (LinkState.Connecting, LinkState.Connecting);
        _fleet.Effects.Clear();
    }

    private IEnumerable<string> Sent => _fleet.Effects.Select(effect => effect switch
    {
        Effect.SendKey key => $"{key.Pane}:{(char)key.Key.Rune}",
        Effect.SendPaste paste => $"{paste.Pane}:[{paste.Text}]",
        _ => "",
    }).Where(text => text.Length > 0);

    [Fact]
    public void What_is_typed_before_the_connection_is_up_reaches_the_focused_slot_in_order()
    {
        Type("ab");
        _fleet.Take(new InputEvent.Paste("pasted"));
        Type("c");
        _fleet.Take(new ConsoleMessage.HostLink(LinkState.Up, ""));
        Type("d");
        _fleet.Take(new ConsoleMessage.Fleet(new Api.Client.FleetUpdate(SampleFleet.Status(2), null)));
        Type("e");
        Assert.Empty(Sent);
        _fleet.Take(new ConsoleMessage.Watched("win", new FakePaneView("win")));
        Assert.Empty(Sent);
        _fleet.Take(new ConsoleMessage.Watched("vscode", new FakePaneView("vscode")));
        Type("f");
        Assert.Equal(["vscode:a", "vscode:b", "vscode:[pasted]", "vscode:c", "vscode:d", "vscode:e", "vscode:f"], Sent);
        Assert.Null(_fleet.Model.Notice);
    }

    [Fact]
    public void A_slot_that_turns_out_not_to_run_gets_nothing_and_is_not_started_by_it()
    {
        _fleet.Take(new InputEvent.Pressed(new KeyEvent(Key.Enter)));
        Connect(new FakePaneView("vscode") { Info = FakePaneView.Running("vscode") with { Life = PaneLife.Exited, ExitCode = 0 } });
        Assert.Empty(Sent);
        Assert.DoesNotContain(_fleet.Effects, effect => effect is Effect.Call);
        Assert.Contains("reached no slot", _fleet.Model.Notice!.Text, StringComparison.Ordinal);
        Assert.True(_fleet.Model.Ahead.IsEmpty);
    }

    [Fact]
    public void It_is_bounded_and_what_does_not_fit_is_told()
    {
        _fleet.Take(new InputEvent.Paste(new string('x', TypedAhead.Most - 1)));
        Type("ab");
        Assert.Contains("dropped", _fleet.Model.Notice!.Text, StringComparison.Ordinal);
        Connect(new FakePaneView("vscode"));
        Assert.Equal(["vscode:a"], Sent.Skip(1));
    }

    [Fact]
    public void The_console_can_be_left_while_it_connects()
    {
        Type("a");
        _fleet.Press("C-b d");
        Assert.Contains(_fleet.Effects, effect => effect is Effect.Detach);
    }

    private void Connect(FakePaneView view)
    {
        _fleet.Take(new ConsoleMessage.HostLink(LinkState.Up, ""));
        _fleet.Take(new ConsoleMessage.Fleet(new Api.Client.FleetUpdate(SampleFleet.Status(1), null)));
        _fleet.Take(new ConsoleMessage.Watched("vscode", view));
    }

    private void Type(string text)
    {
        foreach (var c in text) _fleet.Take(new InputEvent.Pressed(KeyEvent.Of(c)));
    }
}
