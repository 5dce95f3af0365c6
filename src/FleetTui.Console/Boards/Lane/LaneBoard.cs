using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards.Lane;

/// <summary>The lane (<c>prefix Q</c>): the train under way, what waits and why, what could not land and what to do, and what landed.</summary>
public sealed class LaneBoard : LineBoard
{
    public override string Mode => "LANE";

    public override IReadOnlyList<string> Kept => ["lane"];

    protected override string Title(ConsoleModel model) => model.Lane is { Target.Length: > 0 } lane ? $"lane to {lane.Target}" : "lane";

    protected override IReadOnlyList<Hint> Hints(ConsoleModel model)
    {
        var resumes = model.Lane?.State is "paused" or "halted";
        var all = new List<Hint> { new("H", resumes ? "resume" : "hold") };
        if (Chosen is { } slot)
        {
            all.AddRange([new("L", $"land {slot} now"), new("V", "diff"), new("Enter", "go to it")]);
        }

        all.AddRange([new("N", "land all now"), new("e", "log")]);
        return all;
    }

    protected override IReadOnlyList<BoardLine> Lines(ConsoleModel model, int width) => LaneLines.Of(model, width);

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        Settle(context.Model);
        switch (key.ToString())
        {
            case "H":
                context.Run(context.Model.Lane?.State == "halted" ? "hold resume" : "hold");
                return true;
            case "N":
                context.Run("land --all");
                return true;
            case "e":
                context.Run("log");
                return true;
            case "L" when (Chosen ?? context.Model.Focused?.Id) is { } slot:
                context.Run($"land {slot}");
                return true;
            case "V" when Chosen is { } slot:
                context.Run($"review {slot}");
                return true;
            case "Enter" when Chosen is not null:
                Enter(context);
                return true;
            default:
                return base.Act(key, context);
        }
    }

    protected override void Enter(CommandContext context) => GoToChosenSlot(context);
}
