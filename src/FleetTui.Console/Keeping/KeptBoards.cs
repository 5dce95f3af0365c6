using FleetTui.Console.Boards;
using FleetTui.Console.Boards.Diff;
using FleetTui.Console.Boards.Fleet;
using FleetTui.Console.Boards.Lane;
using FleetTui.Console.Boards.Log;
using FleetTui.Console.Boards.Migrations;
using FleetTui.Console.Boards.Roles;
using FleetTui.Console.Model;

namespace FleetTui.Console.Keeping;

/// <summary>The view that was open, from the words of its <see cref="Board.Kept"/>. It asks the daemon for nothing before it is told to.</summary>
internal static class KeptBoards
{
    /// <summary>Null for what no view of this version wrote.</summary>
    public static Board? Of(string[] words, ConsoleModel model) => words switch
    {
        ["fleet", var column, var order, var chosen] => new FleetBoard(model, column, order == "reversed", Or(chosen)),
        ["lane"] => new LaneBoard(),
        ["log", var slot, var kind, var text] => new LogBoard(new LogFilter(Or(slot), Or(kind), Or(text))),
        ["diff", var slot] => new DiffBoard(slot),
        ["roles", .. var tried] => new RolesBoard(tried),
        ["migrations", var day] => new MigrationsBoard(Or(day)),
        _ => null,
    };

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
