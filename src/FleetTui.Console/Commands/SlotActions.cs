using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;
using FleetTui.Console.Panels.Find;
using FleetTui.Console.Panels.Popups;

namespace FleetTui.Console.Commands;

/// <summary>What is done to one slot besides starting and stopping it: its menu, its name, its agent, its worktree.</summary>
internal static class SlotActions
{
    private const string Editor = "exec ${VISUAL:-${EDITOR:-vi}} ";

    public static readonly ConsoleCommand[] All =
    [
        new("slot-menu", "slot menu", "all that can be done with this slot", (context, name) => Menu(context, name)),
        new("resume", "resume", "start the slot's agent where it left off; one that runs goes on", (context, name) => Resume(context, name), Changes: true),
        new("rename-slot", "rename the slot", "give this slot another name; its id stays", RenameSlot, Changes: true),
        new("rename", "rename a slot", "rename SLOT NAME: give a slot another name; its id stays", Rename, Changes: true),
        new("agent", "agent or account", "give a slot another agent or account; agent [SLOT [AGENT [ACCOUNT]]]", Agent, Changes: true),
        new("open", "worktree in editor", "open the slot's worktree in $VISUAL or $EDITOR, over the slots", (context, name) => Worktree(context, name, "edit", Editor + "."), Changes: true),
        new("shell", "shell in worktree", "open a shell in the slot's worktree, over the slots", (context, name) => Worktree(context, name, "shell", "exec \"${SHELL:-/bin/sh}\""), Changes: true),
        new("find-all", "find in all slots", "find a text in all slots' screens and scrollback; find-all [TEXT]", Find),
        new("settings", "settings", "edit fleet.toml; a valid change is in force at once", (context, _) => Settings(context), Changes: true),
    ];

    /// <summary>Asks first where a program is ended for it.</summary>
    public static void Exchange(CommandContext context, string slot, string agent, string account)
    {
        var settings = new SlotSettings(Agent: agent, Account: account);
        var what = $"{agent}{(account.Length > 0 ? $" as {account}" : "")}";
        if (context.Model.SlotOf(slot) is { Status.Pid: not null })
        {
            context.Model.Panel = new ConfirmPanel($"{slot}: its program is ended, and {what} started. Sure?", yes => Configure(yes, slot, settings, $"{slot} with {what}"));
        }
        else
        {
            Configure(context, slot, settings, $"{slot} with {what}");
        }
    }

    private static void Configure(CommandContext context, string slot, SlotSettings settings, string what, bool undo = false) =>
        context.Ask(new Effect.Call(what, async (api, cancellation) =>
        {
            var result = await api.ConfigureSlotAsync(slot, settings, cancellation).ConfigureAwait(false);
            return undo || result.Before == new SlotSettings()
                ? new ConsoleMessage.Say(result.Message, Error: false)
                : new ConsoleMessage.Done(what, back => Configure(back, slot, result.Before, what, undo: true), result.Message);
        }));

    private static void Menu(CommandContext context, string name)
    {
        if (Named(context, name) is { } slot)
        {
            context.Model.Panel = new MenuPanel($"{slot.Status.Number} {slot.Id}", [.. Entries(slot, context.Model)]);
        }
    }

    private static IEnumerable<MenuEntry> Entries(SlotModel slot, ConsoleModel model)
    {
        var id = slot.Id;
        var change = model.Options.ReadOnly ? "this console is read-only" : null;
        var runs = slot.Status.State is not ("stopped" or "crashed");
        yield return new('s', "start", $"start {id}", change ?? (runs ? "it runs already" : null));
        yield return new('r', "resume its conversation", $"resume {id}", change ?? (runs ? "it runs already" : null));
        yield return new('R', "restart", $"restart {id}", change);
        yield return new('x', "stop", $"stop {id}", change ?? (runs ? null : "it does not run"));
        yield return new('A', $"role: {(slot.Status.Role.Length > 0 ? slot.Status.Role : "none")}", $"assign {id}", change);
        yield return new('a', $"agent: {slot.Status.Agent}{(slot.Status.Account.Length > 0 ? $" as {slot.Status.Account}" : "")}", $"agent {id}", change);
        yield return new('n', $"name: {slot.Status.Label}", $"rename-slot {id}", change);
        yield return new('D', "take it off the fleet", $"remove-slot {id}", change ?? RosterCommands.Refusal(slot));
        yield return new('p', "write a prompt", $"compose {id}", change ?? (runs ? null : "it does not run"));
        yield return new('G', "land now", $"land {id}", change ?? (slot.Status.Ahead > 0 ? null : "nothing to land"));
        yield return new('V', "what it has not landed", $"review {id}");
        yield return new('e', "worktree in the editor", $"open {id}", change);
        yield return new('h', "shell in the worktree", $"shell {id}", change);
        yield return new('y', "why this state", $"why {id}");
        yield return new('l', "its log", $"log {id}");
        yield return new('z', "zoom", "zoom", slot == model.Focused ? null : "go there first");
        yield return new('m', slot.Marked ? "clear the mark" : "mark", "mark", slot == model.Focused ? null : "go there first");
        yield return new('O', slot.Observed ? "allow typing here" : "read-only here", "observe", slot == model.Focused ? null : "go there first");
    }

    private static void Find(CommandContext context, string text)
    {
        var panel = new FindPanel(text);
        context.Model.Panel = panel;
        if (text.Length > 0)
        {
            panel.Look(context);
        }
    }

    private static void Resume(CommandContext context, string name)
    {
        if (Named(context, name) is not { } slot)
        {
            return;
        }

        if (slot.Status.State is "stopped" or "crashed")
        {
            context.Run($"start {slot.Id}");
        }
        else
        {
            context.Model.Say($"{slot.Id} runs already");
        }
    }

    private static void RenameSlot(CommandContext context, string name)
    {
        if (Named(context, name) is { } slot)
        {
            context.Model.Panel = new PromptPanel($"name for {slot.Id}: ", $"rename {slot.Id} ", slot.Status.Label);
        }
    }

    private static void Rename(CommandContext context, string argument)
    {
        var space = argument.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || Named(context, argument[..space]) is not { } slot)
        {
            context.Model.Say("rename SLOT NAME", error: true);
            return;
        }

        var label = argument[(space + 1)..].Trim();
        Configure(context, slot.Id, new SlotSettings(Label: label), $"{slot.Id} as \"{label}\"");
    }

    private static void Agent(CommandContext context, string argument)
    {
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Named(context, words.FirstOrDefault() ?? "") is not { } slot)
        {
            return;
        }

        if (words.Length > 1)
        {
            Exchange(context, slot.Id, words[1], words.Length > 2 ? words[2] : "");
            return;
        }

        var panel = new AgentPanel(slot.Id);
        context.Model.Panel = panel;
        context.Ask(new Effect.Call("agents", async (api, cancellation) => new ConsoleMessage.Agents(panel, await api.AgentsAsync(cancellation).ConfigureAwait(false))));
    }

    private static void Worktree(CommandContext context, string name, string kind, string script)
    {
        if (Named(context, name) is not { } slot)
        {
            return;
        }

        var directory = Path.GetFullPath(slot.Status.Worktree, context.Model.Fleet?.Repository is { Length: > 0 } root ? root : "/");
        Popup.Open(context, $"{kind}:{slot.Id}", $"{kind} {slot.Id}   {directory}", script, directory);
    }

    private static void Settings(CommandContext context)
    {
        if (context.Model.Fleet?.Repository is { Length: > 0 } root)
        {
            Popup.Open(context, "settings", "fleet.toml", Editor + "fleet.toml", root);
        }
    }

    private static SlotModel? Named(CommandContext context, string name)
    {
        var slot = name.Length > 0 ? context.Model.SlotOf(name) : context.Model.Focused;
        if (slot is null)
        {
            context.Model.Say(name.Length > 0 ? $"there is no slot {name}" : "there is no slot here", error: true);
        }

        return slot;
    }
}
