using FleetTui.Console.Model;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Views;

/// <summary>That a conversation's context is nearly full: <c>ctx 83%</c>; <c>ctx 94%!</c> where the agent will soon have to forget.</summary>
/// <param name="IsLoud">There is hardly any room left.</param>
public readonly record struct ContextSign(string Text, string Number, CellStyle Style, bool IsLoud)
{
    /// <summary>In percent.</summary>
    private const int Loud = 90;

    /// <summary>Null while there is room, or nobody knows.</summary>
    public static ContextSign? Of(SlotModel slot, ConsoleModel model)
    {
        if (slot.Status.Context is not { Percent: { } percent } || percent < model.Options.ContextWarning)
        {
            return null;
        }

        var loud = percent >= Loud;
        var number = $"{percent}%{(loud ? "!" : "")}";
        return new ContextSign($"ctx {number}", number, loud ? model.Theme.Failed : model.Theme.Needs, loud);
    }
}
