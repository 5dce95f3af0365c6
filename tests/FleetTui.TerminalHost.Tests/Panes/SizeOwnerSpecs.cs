using FleetTui.Terminal.Input;

namespace FleetTui.TerminalHost.Tests.Panes;

/// <summary>Whose size a pane has when several clients show it, each at a size of its own.</summary>
public sealed class SizeOwnerSpecs
{
    [Fact]
    public async Task Who_only_looks_changes_no_size_who_types_does_and_the_one_before_gets_it_back()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "exec cat");
        await using var view = await fixture.WatchAsync("one");
        var large = await fixture.ConnectAsync();
        var small = await fixture.ConnectAsync();

        await large.OfferSizeAsync("one", 200, 50, default);
        await view.UntilAsync(shown => (shown.Columns, shown.Rows) == (200, 50));

        // A request is handled before the next one of the same client is answered.
        await small.OfferSizeAsync("one", 80, 20, default);
        Assert.Equal(200, Assert.Single(await small.ListAsync(default)).Columns);
        await large.OfferSizeAsync("one", 190, 45, default);
        await view.UntilAsync(shown => (shown.Columns, shown.Rows) == (190, 45));

        await small.KeyAsync("one", new KeyEvent(Key.Character, 'x'), default);
        await view.UntilAsync(shown => (shown.Columns, shown.Rows) == (80, 20));
        await large.OfferSizeAsync("one", 180, 40, default);
        Assert.Equal(80, Assert.Single(await large.ListAsync(default)).Columns);

        // What it offered meanwhile is what it gets when the small one goes.
        await small.DisposeAsync();
        await view.UntilAsync(shown => (shown.Columns, shown.Rows) == (180, 40));
    }

    [Fact]
    public async Task A_size_is_taken_by_asking_and_by_a_paste_but_not_by_one_who_offers_none()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "exec cat");
        await using var view = await fixture.WatchAsync("one");
        var first = await fixture.ConnectAsync();
        var second = await fixture.ConnectAsync();
        await first.OfferSizeAsync("one", 100, 30, default);
        await second.OfferSizeAsync("one", 90, 25, default);
        await view.UntilAsync(shown => shown.Columns == 100);

        await second.ResizeAsync("one", 91, 26, default);
        await view.UntilAsync(shown => (shown.Columns, shown.Rows) == (91, 26));
        await first.PasteAsync("one", "text", default);
        await view.UntilAsync(shown => (shown.Columns, shown.Rows) == (100, 30));

        await fixture.Host.KeyAsync("one", new KeyEvent(Key.Character, 'x'), default);
        await fixture.Host.PasteAsync("one", "sent", default);
        await first.FocusAsync("one", true, default);
        await second.FocusAsync("one", true, default);
        Assert.Equal((100, 30), Assert.Single(await second.ListAsync(default)) is var info ? (info.Columns, info.Rows) : default);
    }

    [Fact]
    public async Task Each_owner_that_goes_leaves_the_size_to_the_one_that_typed_before()
    {
        await using var fixture = await HostFixture.StartAsync();
        await fixture.RunAsync("one", "exec cat");
        await using var view = await fixture.WatchAsync("one");
        var clients = new[] { await fixture.ConnectAsync(), await fixture.ConnectAsync(), await fixture.ConnectAsync() };
        for (var index = 0; index < 3; index++)
        {
            await clients[index].OfferSizeAsync("one", 101 + index, 30, default);
        }

        foreach (var index in new[] { 1, 0, 2 })
        {
            await clients[index].KeyAsync("one", new KeyEvent(Key.Character, 'x'), default);
            await view.UntilAsync(shown => shown.Columns == 101 + index);
        }

        await clients[2].DisposeAsync();
        await view.UntilAsync(shown => shown.Columns == 101);
        await clients[0].DisposeAsync();
        await view.UntilAsync(shown => shown.Columns == 102);
    }
}
