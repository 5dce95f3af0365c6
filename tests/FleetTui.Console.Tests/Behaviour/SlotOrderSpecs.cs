using FleetTui.Console.Model;
using FleetTui.Console.Tests.Fakes;

namespace FleetTui.Console.Tests.Behaviour;

public sealed class SlotOrderSpecs
{
    [Fact]
    public void By_attention_those_that_need_the_user_come_first_and_the_slot_with_the_keyboard_stays()
    {
        var fleet = new SampleFleet(200, 50).Press("M-3 C-b N");
        Assert.Equal(SlotOrder.Attention, fleet.Model.Order);
        var slots = fleet.Model.Plan.Tiles.Select(tile => tile.Slot).ToList();
        Assert.Equal(2, slots[2]);
        Assert.Equal([6, 0], slots.Take(2));

        // A new need takes a place; the keyboard's slot is where it was.
        Needs(fleet, 11);
        slots = [.. fleet.Model.Plan.Tiles.Select(tile => tile.Slot)];
        Assert.Equal(2, slots[2]);
        Assert.Contains(11, slots.Take(4));
        Assert.Equal(Enumerable.Range(0, 12), fleet.Press("C-b N").Model.Plan.Tiles.Select(tile => tile.Slot));
    }

    [Fact]
    public void The_option_sets_the_order_at_the_start() =>
        Assert.Equal([6, 0], new SampleFleet(200, 50, SampleFleet.Options with { Order = SlotOrder.Attention }).Model.Plan.Tiles.Take(2).Select(tile => tile.Slot));

    [Fact]
    public void Beside_the_rail_a_new_need_takes_the_place_of_the_slot_used_least_and_the_pinned_stay()
    {
        var fleet = new SampleFleet(200, 50).Press("C-b Space M-4 C-b k M-1");
        Assert.Equal([0, 1, 3, 6], fleet.Model.Plan.Tiles.Select(tile => tile.Slot));
        Needs(fleet, 11);
        Assert.Equal([0, 11, 3, 6], fleet.Model.Plan.Tiles.Select(tile => tile.Slot));
    }

    private static void Needs(SampleFleet fleet, int slot)
    {
        var status = SampleFleet.Status();
        fleet.Take(new Loop.ConsoleMessage.Fleet(new Api.Client.FleetUpdate(
            status with { Slots = [.. status.Slots.Select((one, index) => index == slot ? one with { State = "needs-input", Attention = true, Since = SampleFleet.Now } : one)] }, null)));
    }
}
