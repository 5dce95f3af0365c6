using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Alerting;

/// <summary>
/// Tells of new needs: each once, those of two seconds together, none that has gone by then, and none of the slot that the user is looking at.
/// What is there at the attach is on the screen and rings for nobody.
/// </summary>
internal sealed class Attention
{
    /// <summary>How long the first of several waits for the others.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    private HashSet<Need> _known = [];
    private readonly List<Need> _new = [];

    /// <summary>When <see cref="Tell"/> has something to say; null while nothing is new.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <param name="first">The console has just learnt of the fleet.</param>
    public void Look(ConsoleModel model, bool first)
    {
        var now = model.Slots.SelectMany(Need.Of).ToHashSet();
        _new.RemoveAll(need => !now.Contains(need));
        if (!first)
        {
            _new.AddRange(now.Where(need => !_known.Contains(need) && model.Options.Alerts.On.Contains(need.Kind)));
        }

        _known = now;
        Due = _new.Count == 0 ? null : Due ?? model.Now + Together;
    }

    /// <summary>What is to be done for the needs that are due.</summary>
    public IEnumerable<Effect> Tell(ConsoleModel model)
    {
        if (Due is not { } due || model.Now < due)
        {
            yield break;
        }

        var needs = _new.Where(need => !(model.WindowFocused && model.Focused?.Id == need.Slot)).ToList();
        _new.Clear();
        Due = null;
        var options = model.Options.Alerts;
        if (needs.Count == 0 || options.IsQuiet(TimeZoneInfo.ConvertTime(model.Now, model.Zone).TimeOfDay))
        {
            yield break;
        }

        var (title, text) = Words(model, needs);
        if (options.Bell)
        {
            yield return new Effect.Bell();
        }

        yield return new Effect.Notify(title, text);
        if (options.Command.Length > 0 && model.Options.Programs is not null)
        {
            yield return new Effect.RunProgram(
                ["/bin/sh", "-c", options.Command],
                new Dictionary<string, string>
                {
                    ["FLEET_ALERT_TITLE"] = title,
                    ["FLEET_ALERT_TEXT"] = text,
                    ["FLEET_ALERT_SLOTS"] = string.Join(' ', needs.Select(need => need.Slot).Distinct()),
                },
                "",
                failed => new Loop.ConsoleMessage.Say($"console.alerts.command: {failed}", Error: true));
        }
    }

    private static (string Title, string Text) Words(ConsoleModel model, List<Need> needs)
    {
        var fleet = model.Fleet?.Name ?? "";
        var all = needs.Select(need => need.Words(model.SlotOf(need.Slot)!)).ToList();
        return needs.Count == 1 ? ($"fleet {fleet}", all[0]) : ($"fleet {fleet}: {needs.Count} new", string.Join("; ", all));
    }
}
