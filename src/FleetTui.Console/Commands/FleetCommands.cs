using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>What the daemon does for the console. What is hard to take back asks first.</summary>
internal static class FleetCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("land", "land now", "land this slot now; at the prompt: land SLOT… or land --all", Land, Changes: true),
        new("hold", "hold/resume lane", "stop the lane before its next train, or let it go on", (context, argument) => Hold(context, argument), Changes: true),
        new("restart", "restart", "restart the slot's agent", (context, name) => Ask(context, name, "restart", "its program is ended and started again", Restart), Changes: true),
        new("stop", "stop", "stop the slot's agent; its worktree stays. An empty place is closed", AskStop, Changes: true),
        new("start", "start", "start the slot's agent", (context, name) => Start(context, Named(context, name)), Changes: true),
        new("up", "start slots", "start slots: up SLOT…, or all that are meant to run", (context, names) => Start(context, Words(names)), Changes: true),
        new("down", "stop slots", "stop slots: down SLOT…", Down, Changes: true),
        new("role", "role assign", "role assign SLOT ROLE [--swap]; role try PATTERN…: what such a domain would take in", Role),
        new("undo", "take back", "take back what this console did last: a role, holding the lane, a stop, a name, an exchange", (context, _) => Undoing.Last(context)),
        new("migration", "next migration", "migration next [SLOT]: the next free version; migration fix SLOT: rename its migrations that collide or are too old", Migration),
    ];

    public static void Assign(CommandContext context, string slot, string role, bool swap, string reason, bool undo = false) =>
        Call(context, $"role {role} for {slot}", async (api, cancellation) =>
        {
            var result = await api.AssignRoleAsync(slot, role, swap, reason, preview: false, cancellation).ConfigureAwait(false);
            return new ConsoleMessage.Assigned(result, swap, undo);
        });

    private static void Land(CommandContext context, string argument)
    {
        var all = argument == "--all";
        var slots = all ? [] : argument.Length > 0 ? Words(argument) : Named(context, "");
        if (slots.Count == 0 && !all)
        {
            return;
        }

        var what = all ? "all ready slots" : string.Join(", ", slots);
        if (LandQuestion.NothingFor(context.Model, slots) is { } nothing)
        {
            context.Model.Say(nothing);
            return;
        }

        context.Model.Panel = new ConfirmPanel(LandQuestion.Of(context.Model, slots), yes =>
        {
            yes.Model.Say($"landing {what}…");
            Call(yes, $"land {what}", async (api, cancellation) =>
            {
                var result = await api.LandAsync(slots, wait: true, cancellation).ConfigureAwait(false);
                var text = string.Join(";  ", result.Slots.Select(landing => $"{landing.Slot}: {landing.Outcome}{(landing.Reason.Length > 0 ? $", {landing.Reason}" : "")}"));
                return new ConsoleMessage.Say(text.Length > 0 ? text : "nothing to land", result.Slots.Any(landing => landing.Outcome is "held" or "refused" or "infrastructure" or "unknown"));
            });
        });
    }

    private static void Hold(CommandContext context, string argument, bool undo = false)
    {
        var resume = argument == "resume" || (argument.Length == 0 && context.Model.Lane?.State == "paused");
        Call(context, resume ? "resume the lane" : "hold the lane", async (api, cancellation) =>
        {
            await (resume ? api.ResumeLaneAsync(cancellation) : api.PauseLaneAsync(cancellation)).ConfigureAwait(false);
            var text = resume ? "the lane goes on" : "the lane is held: nothing lands until it is resumed (same key)";
            return undo ? new ConsoleMessage.Say(text, Error: false) : new ConsoleMessage.Done(resume ? "resuming the lane" : "holding the lane", back => Hold(back, resume ? "pause" : "resume", undo: true), text);
        });
    }

    private static void Ask(CommandContext context, string name, string verb, string consequence, Action<CommandContext, string> yes)
    {
        var slots = Named(context, name);
        if (slots.Count == 1)
        {
            context.Model.Panel = new ConfirmPanel($"{verb} {slots[0]}: {consequence}. Sure?", then => yes(then, slots[0]));
        }
    }

    private static void AskStop(CommandContext context, string name)
    {
        if (name.Length == 0 && context.Model.EmptyFocus is not null)
        {
            context.Run("close");
        }
        else
        {
            Ask(context, name, "stop", "its program is ended", Stop);
        }
    }

    private static void Restart(CommandContext context, string slot) => Call(context, $"restart {slot}", async (api, cancellation) =>
    {
        await api.RestartSlotAsync(slot, cancellation).ConfigureAwait(false);
        return new ConsoleMessage.Say($"{slot} is restarted", Error: false);
    }, starts: true);

    private static void Stop(CommandContext context, string slot) => Call(context, $"stop {slot}", async (api, cancellation) =>
    {
        await api.StopSlotsAsync([slot], cancellation).ConfigureAwait(false);
        return new ConsoleMessage.Done($"stopping {slot}", back => Start(back, [slot]), $"{slot} is stopped; Enter starts it again");
    });

    private static void Start(CommandContext context, IReadOnlyList<string> slots) => Call(context, $"start {string.Join(' ', slots)}", async (api, cancellation) =>
    {
        await api.StartSlotsAsync(slots, cancellation).ConfigureAwait(false);
        return null;
    }, starts: true);

    private static void Down(CommandContext context, string names)
    {
        var slots = Words(names);
        if (slots.Count == 0)
        {
            context.Model.Say("down SLOT…: which slots?", error: true);
            return;
        }

        context.Model.Panel = new ConfirmPanel($"stop {string.Join(", ", slots)}?", yes => Call(yes, "down", async (api, cancellation) =>
        {
            await api.StopSlotsAsync(slots, cancellation).ConfigureAwait(false);
            return null;
        }));
    }

    private static void Role(CommandContext context, string argument)
    {
        var words = Words(argument);
        if (words is ["assign", .., "--reason", _])
        {
            VerbCommands.Run(context, $"role {argument}");
            return;
        }

        if (words is ["list", ..] or [])
        {
            context.Run("roles");
            return;
        }

        if (words[0] == "try")
        {
            if (context.Model.Board is Boards.Roles.RolesBoard open)
            {
                open.Try([.. words.Skip(1)], context);
            }
            else
            {
                Boards.Opening.Put(context, new Boards.Roles.RolesBoard([.. words.Skip(1)]));
            }

            return;
        }

        if (words.Count < 3 || words[0] != "assign")
        {
            context.Model.Say("role assign SLOT ROLE [--swap], role try PATTERN…, role list", error: true);
            return;
        }

        if (context.Model.Options.ReadOnly)
        {
            context.Model.Say("this console is read-only: role is not done", error: true);
            return;
        }

        Assign(context, words[1], words[2], words.Contains("--swap"), "");
    }

    private static void Migration(CommandContext context, string argument)
    {
        var words = Words(argument);
        if (words.Count == 0 || words[0] == "check")
        {
            context.Run("migrations");
            return;
        }

        if (words is ["fix", _] && context.Model.Options.ReadOnly)
        {
            context.Model.Say("this console is read-only: nothing is renamed", error: true);
            return;
        }

        if (words is ["fix", var mended])
        {
            Call(context, "migration fix", async (api, cancellation) =>
            {
                var fix = await api.FixMigrationsAsync(mended, dryRun: false, cancellation).ConfigureAwait(false);
                return new ConsoleMessage.Say(fix.Done.Count + fix.Left.Count == 0 ? $"nothing to mend in {mended}" : $"{mended}: {string.Join("; ", fix.Done.Concat(fix.Left))}", Error: fix.Left.Count > 0);
            });
            return;
        }

        if (words[0] != "next" || (words.Count > 1 ? words[1] : context.Model.Focused?.Id) is not { } slot)
        {
            context.Model.Say("migration next [SLOT], migration fix SLOT", error: true);
            return;
        }

        if (context.Model.Options.ReadOnly)
        {
            // The version it tells is the slot's from then on.
            context.Model.Say("this console is read-only: no version is reserved", error: true);
            return;
        }

        Call(context, "migration next", async (api, cancellation) =>
        {
            var next = await api.NextMigrationAsync(slot, null, dryRun: false, cancellation).ConfigureAwait(false);
            return new ConsoleMessage.Say($"next for {next.Slot}: {next.Version}{(next.Path is { } path ? $"  ({path})" : "")}{(next.Note is { } note ? $"  {note}" : "")}", Error: false);
        });
    }

    private static List<string> Named(CommandContext context, string name) =>
        name.Length > 0 ? [name] : context.Model.Focused is { } slot ? [slot.Id] : [];

    private static List<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static void Call(CommandContext context, string what, Func<Api.Client.IFleetApi, CancellationToken, Task<ConsoleMessage?>> work, bool starts = false) =>
        context.Ask(new Effect.Call(what, work, starts));
}
