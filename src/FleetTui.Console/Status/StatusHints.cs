using FleetTui.Console.Commands;
using FleetTui.Console.Model;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Status;

/// <summary>What the status line says can be pressed now, the most useful first. A pending prefix shows its keys whatever the level.</summary>
public static class StatusHints
{
    public const int Most = 2;

    private static readonly string[] AfterPrefix = ["next-attention", "zoom", "overview", "split right", "split below", "next-layout", "detach"];

    public static IReadOnlyList<string> Of(ConsoleModel model)
    {
        if (model.PrefixPending)
        {
            return [.. AfterPrefix.Select(command => Follow(model, command)).OfType<string>(), "? all keys"];
        }

        if (model.Hints == 0)
        {
            return [];
        }

        // A view has its own hints at its edge.
        var view = model.Panel is not null || model is { Board: not null, BoardHasKeys: true };
        var hints = new List<string>();
        var attention = model.Slots.Any(slot => slot.Status.Attention && slot != model.Focused);
        if (attention && (model.Options.AltKeys && model.Focused?.AltKeysLocked != true ? "M-a" : model.Keys.Spell("next-attention")) is { } next)
        {
            hints.Add($"{next} next");
        }

        hints.AddRange(view ? [] : Here(model));
        hints.Add($"{model.Keys.PrefixKey} ? keys");
        if (model.Focused is { Status.Agent: "claude", Scroll: null } && model.Keys.PrefixKey.ToString() == "C-b")
        {
            // Claude's own C-b is behind our prefix, and its hint knows only of tmux.
            hints.Add("C-b C-b background");
        }

        if (!view && model is { TellsShiftEnter: false, Focused: { Status.Agent: "claude" or "codex", Scroll: null } })
        {
            // The terminal sends the same for both: S-Enter would send the prompt.
            hints.Add("C-j new line");
        }

        if (model.Hints == Most && !view)
        {
            hints.AddRange(More(model).Select(command => model.Keys.Spell(command.Command) is { } key ? $"{key} {command.Word}" : null).OfType<string>());
        }

        return hints;
    }

    /// <summary>What only makes sense where the keyboard is just now.</summary>
    private static IEnumerable<string> Here(ConsoleModel model) => model switch
    {
        { EmptyFocus: not null } => ["Enter choose a slot", $"{model.Keys.Spell("stop")} close"],
        { Focused.Scroll: { Prompt: { } prompt } } => [prompt.IsSearch ? "Enter search" : "Enter go", "Esc leave"],
        { Focused.Scroll: { Anchor: not null } } => model.Options.EmacsModeKeys ? ["M-w copy", "C-g clear", "q leave"] : ["y copy", "Esc clear", "q leave"],
        { Focused.Scroll: { Copying: false } } => ["End follow"],
        { Focused.Scroll: not null } => model.Options.EmacsModeKeys ? ["C-Space select", "C-s search", "q leave"] : ["v select", "/ search", "q leave"],
        { Focused.View.Info.Life: PaneLife.Exited or PaneLife.Failed, Options.ReadOnly: false } => ["Enter start"],
        { Focused.Pan: not null } => [$"{model.Keys.Spell("pan-reset")} follow"],
        { Zoomed: true } => [$"{model.Keys.Spell("zoom")} back"],
        _ => [],
    };

    private static IEnumerable<(string Command, string Word)> More(ConsoleModel model)
    {
        if (model.Plan.Pages > 1)
        {
            yield return ("next-page", "page");
        }

        if (!model.Zoomed)
        {
            yield return ("zoom", "zoom");
        }

        yield return ("split right", "split");
        yield return ("overview", "all slots");
        yield return ("detach", "leave");
    }

    private static string? Follow(ConsoleModel model, string command) =>
        model.Keys.Prefix.Where(binding => binding.Command == command).MinBy(binding => binding.Key.ToString().Length) is { } binding && CommandTable.Default.Find(command) is { } found
            ? $"{binding.Key} {found.Short}"
            : null;
}
