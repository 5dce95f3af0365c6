using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Commands;

/// <summary>Slots that come and go.</summary>
internal static class RosterCommands
{
    private const string Usage = "new-slot ID [like SLOT] [role ROLE] [agent AGENT] [account ACCOUNT]";

    public static readonly ConsoleCommand[] All =
    [
        new("new-slot", "new slot", $"{Usage}: add a slot and start it, with the agent of this one unless you say otherwise", New, Changes: true),
        new("remove-slot", "remove the slot", "take a stopped slot off the fleet; one that holds what has not landed is refused", Remove, Changes: true),
    ];

    private static void New(CommandContext context, string argument)
    {
        var model = context.Model;
        if (argument.Length == 0)
        {
            var like = model.Focused is { } slot ? $" ({slot.Id} is the pattern; or: ID like SLOT role ROLE agent AGENT)" : "";
            model.Panel = new PromptPanel($"id of the new slot{like}: ", "new-slot ");
            return;
        }

        if (Wanted([.. argument.Split(' ', StringSplitOptions.RemoveEmptyEntries)], model.Focused?.Id) is not { } wanted)
        {
            model.Say(Usage, error: true);
            return;
        }

        model.Coming = wanted.Id;
        context.Ask(new Effect.Call($"adding {wanted.Id}", async (api, cancellation) =>
        {
            var added = await api.AddSlotAsync(wanted, cancellation).ConfigureAwait(false);
            return new ConsoleMessage.Done($"adding {added.Slot}", back => TakeOff(back, added.Slot, stop: true), added.Message);
        }, true));
    }

    /// <summary>Null when the words make no sense.</summary>
    private static SlotAddition? Wanted(string[] words, string? here)
    {
        var wanted = new SlotAddition(words[0], here);
        for (var i = 1; i < words.Length; i += 2)
        {
            if (i + 1 == words.Length)
            {
                return null;
            }

            var value = words[i + 1];
            SlotAddition? with = words[i].TrimStart('-') switch
            {
                "like" => wanted with { Like = value },
                "role" => wanted with { Role = value },
                "agent" => wanted with { Agent = value },
                "account" => wanted with { Account = value },
                "label" => wanted with { Label = value },
                _ => null,
            };
            if (with is null)
            {
                return null;
            }

            wanted = with;
        }

        return wanted;
    }

    private static void Remove(CommandContext context, string name)
    {
        var model = context.Model;
        if ((name.Length > 0 ? model.SlotOf(name) : model.Focused) is not { } slot)
        {
            model.Say(name.Length > 0 ? $"there is no slot {name}" : "there is no slot here", error: true);
        }
        else if (Refusal(slot) is { } refusal)
        {
            model.Say($"{slot.Id} is not removed: {refusal}", error: true);
        }
        else
        {
            model.Panel = new ConfirmPanel($"take {slot.Id} off the fleet? Its worktree and branch stay.", yes => TakeOff(yes, slot.Id, stop: false));
        }
    }

    /// <summary>As far as it is known here; the daemon looks again. Null: it may go.</summary>
    public static string? Refusal(SlotModel slot) => slot.Status switch
    {
        { Pid: not null } => "it runs",
        { Dirty: > 0 } status => $"{status.Dirty} dirty {(status.Dirty == 1 ? "file" : "files")}",
        { Ahead: > 0 } status => $"{status.Ahead} {(status.Ahead == 1 ? "commit has" : "commits have")} not landed",
        _ => null,
    };

    /// <param name="stop">It was only just added: its program may be ended for it.</param>
    private static void TakeOff(CommandContext context, string slot, bool stop) => context.Ask(new Effect.Call($"removing {slot}", async (api, cancellation) =>
    {
        if (stop)
        {
            await api.StopSlotsAsync([slot], cancellation).ConfigureAwait(false);
        }

        var removed = await api.RemoveSlotAsync(slot, cancellation).ConfigureAwait(false);
        return new ConsoleMessage.Done($"removing {slot}", back => PutBack(back, removed), removed.Message);
    }));

    private static void PutBack(CommandContext context, SlotRemoval removed) => context.Ask(new Effect.Call($"putting {removed.Slot} back", async (api, cancellation) =>
    {
        var added = await api.PutBackSlotAsync(removed, cancellation).ConfigureAwait(false);
        return new ConsoleMessage.Say(added.Message, Error: false);
    }));
}
