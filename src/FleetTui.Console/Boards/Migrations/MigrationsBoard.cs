using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;

namespace FleetTui.Console.Boards.Migrations;

/// <summary>A day of migrations (<c>prefix S</c>): collisions first, then who owns which part of the day and what is used of it, then the day's files.</summary>
/// <param name="day">As yyyy-MM-dd; null is today.</param>
public sealed class MigrationsBoard(string? day = null) : LineBoard
{
    private const string Format = "yyyy-MM-dd";

    private string? _day = day;
    private string _seen = "";

    public override string Mode => "MIGRATIONS";

    public override IReadOnlyList<string> Kept => ["migrations", _day ?? ""];

    protected override string Title(ConsoleModel model) => model.MigrationDay is { } day ? $"migrations of {day.Day}, {day.Scheme}" : "migrations";

    protected override IReadOnlyList<Hint> Hints(ConsoleModel model) =>
    [
        new("[", "day before"), new("]", "day after"), new("t", "today"),
        .. model.Options.ReadOnly ? Array.Empty<Hint>() : [new("n", $"reserve the next for {Chosen ?? model.Focused?.Id}")],
        new("{", "earlier files"), new("}", "later files"), new("r", "read again"),
        .. !model.Options.ReadOnly && Broken(model) is { } slot ? [new Hint("f", $"mend {slot}'s")] : Array.Empty<Hint>(),
    ];

    /// <summary>Whose migrations can be mended by renaming them: the chosen slot's, else those of the first that has such.</summary>
    private string? Broken(ConsoleModel model)
    {
        var slots = (model.MigrationDay?.Findings ?? []).Where(finding => finding.Suggestion is not null && finding.Slot.Length > 0).Select(finding => finding.Slot).ToList();
        return Chosen is { } chosen && slots.Contains(chosen) ? chosen : slots.FirstOrDefault();
    }

    public override void Opened(CommandContext context) => Read(context);

    public override void Heard(FleetUpdate update, CommandContext context)
    {
        var now = string.Join(' ', context.Model.Slots.Select(slot => $"{slot.Status.Ahead}/{slot.Status.Dirty}")) + $" {context.Model.Lane?.Landed}";
        if (update.Status is not null && now != _seen)
        {
            _seen = now;
            Reading.Changed();
            Reread(context);
        }
    }

    /// <summary>The answer to what was asked.</summary>
    public void Take(MigrationDayReport day, ConsoleModel model)
    {
        Answered();
        model.MigrationDay = day;
    }

    protected override IReadOnlyList<BoardLine> Lines(ConsoleModel model, int width) => MigrationLines.Of(model, width);

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        Settle(context.Model);
        var day = context.Model.MigrationDay;
        switch (key.ToString())
        {
            case "r":
                Read(context);
                return true;
            case "t":
                Go(null, context);
                return true;
            case "[" or "Left" when day is not null:
                Go(Move(day.Day, -1), context);
                return true;
            case "]" or "Right" when day is not null:
                Go(Move(day.Day, 1), context);
                return true;
            case "{" when day is not null:
                Jump(day.Before, "no migration is older", context);
                return true;
            case "}" when day is not null:
                Jump(day.After, "no migration is newer", context);
                return true;
            case "n" when (Chosen ?? context.Model.Focused?.Id) is { } slot:
                context.Run($"migration next {slot}");
                return true;
            case "f" when Broken(context.Model) is { } slot:
                context.Run($"migration fix {slot}");
                return true;
            case "Enter":
                Enter(context);
                return true;
            default:
                return base.Act(key, context);
        }
    }

    protected override void Enter(CommandContext context) => GoToChosenSlot(context);

    private static string Move(string day, int by) => DateOnly.ParseExact(day, Format, CultureInfo.InvariantCulture).AddDays(by).ToString(Format, CultureInfo.InvariantCulture);

    private void Jump(string? day, string none, CommandContext context)
    {
        if (day is null)
        {
            context.Model.Say(none);
        }
        else
        {
            Go(day, context);
        }
    }

    private void Go(string? day, CommandContext context)
    {
        _day = day;
        Read(context);
    }

    protected override void Read(CommandContext context)
    {
        var day = _day;
        Ask(context, "migrations", async (api, cancellation) => new ConsoleMessage.MigrationDay(this, await api.MigrationDayAsync(day, cancellation).ConfigureAwait(false)));
    }
}
