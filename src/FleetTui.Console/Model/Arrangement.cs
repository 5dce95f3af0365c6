using FleetTui.Console.Layouts;

namespace FleetTui.Console.Model;

/// <summary>Which slot gets which place. The slot with the keyboard never moves by itself.</summary>
internal static class Arrangement
{
    public static void Arrange(ConsoleModel model)
    {
        model.Focus = model.Slots.Count == 0 ? 0 : Math.Clamp(model.Focus, 0, model.Slots.Count - 1);
        if (model.EmptyFocus is { } empty && (model.Own?.PageOf(empty) ?? -1) < 0)
        {
            model.EmptyFocus = null;
        }

        Remember(model);
        Order(model);
        Fill(model);
        model.Plan = Planned(model);
        if (model.Plan.Kind == LayoutKind.Rail && !model.Plan.Zoomed && model.Plan.Tiles.Count < model.Slots.Count)
        {
            Show(model, model.Plan.Tiles.Count);
            model.Plan = Planned(model);
        }

        model.Dirty = true;
    }

    /// <summary>What the arrangement depends on beside the user's choice: when it changes, places may.</summary>
    public static int Needs(ConsoleModel model)
    {
        var hash = default(HashCode);
        foreach (var slot in model.Slots)
        {
            hash.Add(slot.Status.Attention);
            hash.Add(Urgency(slot));
        }

        return hash.ToHashCode();
    }

    private static void Remember(ConsoleModel model)
    {
        if (model.Focused is { } slot && (model.Recent.Count == 0 || model.Recent[0] != slot.Id))
        {
            model.Recent.Remove(slot.Id);
            model.Recent.Insert(0, slot.Id);
        }
    }

    private static void Order(ConsoleModel model)
    {
        var place = model.Ordered.IndexOf(model.Focus);
        var slots = Enumerable.Range(0, model.Slots.Count);
        var sorted = model.Order switch
        {
            SlotOrder.Attention => slots.OrderBy(slot => Urgency(model.Slots[slot])).ThenBy(slot => Urgency(model.Slots[slot]) == 0 ? model.Slots[slot].Status.Since : default).ToList(),
            SlotOrder.Own => slots.OrderBy(slot => model.OwnOrder.IndexOf(model.Slots[slot].Id) is >= 0 and var at ? at : int.MaxValue).ToList(),
            _ => slots.ToList(),
        };
        if (model.Order == SlotOrder.Attention && place >= 0 && place < sorted.Count && sorted.Remove(model.Focus))
        {
            sorted.Insert(place, model.Focus);
        }

        model.Ordered.Clear();
        model.Ordered.AddRange(sorted);
    }

    /// <summary>What comes and goes every second, working and idle, moves nothing.</summary>
    private static int Urgency(SlotModel slot) => slot.Status.Attention || slot.Mood.Kind is MoodKind.Needs or MoodKind.Failed ? 0 : slot.Mood.Kind is MoodKind.Held or MoodKind.Limited ? 1 : 2;

    private static void Fill(ConsoleModel model)
    {
        model.Shown.RemoveAll(slot => slot >= model.Slots.Count);
        model.Shown.AddRange(model.Ordered.Where(slot => !model.Shown.Contains(slot)).ToList());
    }

    /// <summary>Beside a rail: the focus, the pinned, those that need the user, those used last. Whoever stays keeps its place.</summary>
    private static void Show(ConsoleModel model, int places)
    {
        var wanted = new[] { model.Focus }
            .Concat(model.Ordered.Where(slot => model.Slots[slot].Pinned))
            .Concat(model.Ordered.Where(slot => model.Slots[slot].Status.Attention).OrderBy(slot => model.Slots[slot].Status.Since))
            .Concat(model.Recent.Select(id => model.Slots.FindIndex(slot => slot.Id == id)).Where(slot => slot >= 0))
            .Concat(model.Shown)
            .Distinct()
            .Take(places)
            .ToList();
        var coming = new Queue<int>(wanted.Where(slot => model.Shown.IndexOf(slot) >= places));
        for (var place = places - 1; place >= 0 && coming.Count > 0; place--)
        {
            if (!wanted.Contains(model.Shown[place]))
            {
                var (slot, left) = (coming.Dequeue(), model.Shown[place]);
                model.Shown[model.Shown.IndexOf(slot)] = left;
                model.Shown[place] = slot;
            }
        }
    }

    private static ScreenPlan Planned(ConsoleModel model)
    {
        var side = Boards.BoardPlace.SideColumns(model);
        var plan = ScreenPlanner.Plan(new LayoutRequest(model.Columns - side, model.Rows, [.. model.Slots.Select(slot => slot.Id)], model.Focus, model.Layout, model.Rail, model.Zoomed, model.Shown)
        {
            Order = [.. model.Ordered],
            Own = model.Own,
            EmptyFocus = model.EmptyFocus,
            RailColumns = model.RailColumns,
        });
        if (plan.Kind != LayoutKind.Own && !plan.Zoomed && model.PageNames.Count > 0)
        {
            plan = plan with { PageNames = [.. Enumerable.Range(0, plan.Pages).Select(page => model.PageNames.GetValueOrDefault((plan.Kind, page), ""))] };
        }

        return side == 0 ? plan : plan with { Status = plan.Status with { Width = model.Columns } };
    }
}
