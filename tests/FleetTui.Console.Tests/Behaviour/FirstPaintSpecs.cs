using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class FirstPaintSpecs
{
    private readonly SampleFleet _fleet = new(200, 60, slots: 0);

    public FirstPaintSpecs()
    {
        (_fleet.Model.Host, _fleet.Model.Daemon, _fleet.Model.Fleet) = (LinkState.Up, LinkState.Connecting, null);
        _fleet.Model.KeptSlots = ["win", "vscode", "gone"];
        _fleet.Model.WantedFocus = "vscode";
        _fleet.Effects.Clear();
        _fleet.Take(new ConsoleMessage.HostPanes([FakePaneView.Running("another"), FakePaneView.Running("vscode"), FakePaneView.Running("win")]));
    }

    private IEnumerable<string> Watched => _fleet.Effects.OfType<Effect.Watch>().Select(watch => watch.Pane);

    [Fact]
    public void Panes_are_watched_in_the_order_they_were_left_in_before_the_daemon_has_told_of_them()
    {
        Assert.Equal(["win", "vscode"], Watched);
        Assert.Equal("vscode", _fleet.Model.Focused?.Id);
    }

    [Fact]
    public void What_the_daemon_tells_then_takes_its_place_without_watching_anything_twice()
    {
        _fleet.Take(new ConsoleMessage.Fleet(new FleetUpdate(SampleFleet.Status(3), null)));
        Assert.Equal(["vscode", "win", "ps1"], _fleet.Model.Slots.Select(slot => slot.Id));
        Assert.Equal(["win", "vscode", "ps1"], Watched);
        Assert.Equal("vscode", _fleet.Model.Focused?.Id);
        Assert.Equal("needs-input", _fleet.Model.Focused?.Status.State);
    }
}
