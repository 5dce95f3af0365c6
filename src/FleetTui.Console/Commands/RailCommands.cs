using FleetTui.Console.Layouts;

namespace FleetTui.Console.Commands;

/// <summary>The list at the left: shown, narrow, hidden, or as wide as the user likes it.</summary>
internal static class RailCommands
{
    private const string Usage = "rail wide | narrow | hidden | wider | narrower | COLUMNS";

    private const int Step = 2;

    public static readonly ConsoleCommand[] All =
    [
        new("rail", "rail wide/narrow/off", $"the list at the left: the next of wide, narrow, hidden; or {Usage}", Rail),
    ];

    /// <summary>Gives the rail a width, as far as a slot beside it keeps its 80 columns.</summary>
    public static void Widen(CommandContext context, int columns)
    {
        var model = context.Model;
        model.Rail = RailWidth.Automatic;
        model.RailColumns = Math.Clamp(columns, ScreenPlanner.LeastRailColumns, ScreenPlanner.MostRailColumns);
        // What the window does not allow is not kept either: the next step back is seen at once.
        model.RailColumns = ScreenPlanner.RailColumns(model.Plan.Status.Width - Boards.BoardPlace.SideColumns(model), model.Rail, model.RailColumns);
        Cutting.Changed(context);
    }

    public static void By(CommandContext context, int columns) => Widen(context, (context.Model.Plan.Rail?.Width ?? 0) + 2 + columns);

    private static void Rail(CommandContext context, string argument)
    {
        var model = context.Model;
        if (argument is "wider" or "narrower")
        {
            By(context, argument == "wider" ? Step : -Step);
        }
        else if (int.TryParse(argument, out var columns) && columns is >= ScreenPlanner.LeastRailColumns and <= ScreenPlanner.MostRailColumns)
        {
            Widen(context, columns);
        }
        else if (Width(argument, model.Rail) is { } width)
        {
            // Asked for by its name, the wide one is again as the window has it.
            (model.Rail, model.RailColumns) = (width, argument == "wide" ? 0 : model.RailColumns);
            Cutting.Changed(context);
        }
        else
        {
            model.Say($"{Usage} (from {ScreenPlanner.LeastRailColumns})", error: true);
            return;
        }

        if (model.Plan.Rail is null && model.Rail != RailWidth.Hidden)
        {
            model.Say("this layout has no rail; \"layout rail\" has one where the window is large enough");
        }
    }

    private static RailWidth? Width(string name, RailWidth now) => name switch
    {
        "" => (RailWidth)(((int)now + 1) % 3),
        "wide" => RailWidth.Automatic,
        "narrow" => RailWidth.Narrow,
        "hidden" => RailWidth.Hidden,
        _ => null,
    };
}
