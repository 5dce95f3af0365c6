using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;
using FleetTui.Console.Panels.Compose;

namespace FleetTui.Console.Commands;

/// <summary>Prompts for agents: pasted, then Enter.</summary>
internal static class SendCommands
{
    public static readonly ConsoleCommand[] All =
    [
        new("send", "send text", "send SLOT[,SLOT…]|all TEXT: paste text to agents and press Enter", Send, Changes: true),
        new("compose", "write a prompt", "write a prompt for this slot, or for the slots named", Compose, Changes: true),
        new("broadcast", "prompt to several", "write one prompt for all running slots, or those you choose", Broadcast, Changes: true),
    ];

    /// <summary>Slots with a program that could take a prompt from this console.</summary>
    public static IEnumerable<string> Running(ConsoleModel model) =>
        model.Slots.Where(slot => slot.Status.State is not ("stopped" or "crashed") && !slot.Observed).Select(slot => slot.Id);

    /// <summary>What became of it is told slot by slot.</summary>
    public static void Send(CommandContext context, IReadOnlyList<string> slots, string text)
    {
        context.Model.Prompts.Add(text);
        context.Ask(new Effect.KeepPrompts());
        var observed = slots.Where(slot => context.Model.SlotOf(slot) is { Observed: true }).ToList();
        var open = slots.Except(observed).ToList();
        context.Ask(new Effect.Call($"send to {string.Join(' ', slots)}", async (api, cancellation) =>
        {
            var sent = await Sending.ToAsync(api, open, text, enter: true, cancellation).ConfigureAwait(false);
            var done = sent.Where(result => result.Problem is null).Select(result => result.Slot).ToList();
            var failed = sent.Where(result => result.Problem is not null).Select(result => slots.Count == 1 ? result.Problem! : $"not to {result.Slot}: {result.Problem}")
                .Concat(observed.Select(slot => $"not to {slot}: it is read-only here"));
            return new ConsoleMessage.Say(
                string.Join("; ", failed.Prepend(done.Count > 0 ? $"sent to {string.Join(", ", done)}" : "").Where(part => part.Length > 0)),
                Error: done.Count < slots.Count);
        }));
    }

    private static void Send(CommandContext context, string argument)
    {
        var space = argument.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            context.Model.Say("send SLOT[,SLOT…]|all TEXT", error: true);
            return;
        }

        Ask(context, Sending.Named(argument[..space], context.Model.Slots.Select(slot => slot.Status)), argument[(space + 1)..]);
    }

    private static void Compose(CommandContext context, string names)
    {
        IReadOnlyList<string> slots = names.Length > 0 ? [.. names.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)]
            : context.Model.Focused is { } slot ? [slot.Id] : [];
        context.Model.Panel = new ComposePanel(context.Model, slots, choosing: false);
    }

    private static void Broadcast(CommandContext context, string text)
    {
        if (text.Length == 0)
        {
            context.Model.Panel = new ComposePanel(context.Model, Running(context.Model), choosing: true);
        }
        else
        {
            Ask(context, [.. Running(context.Model)], text);
        }
    }

    private static void Ask(CommandContext context, IReadOnlyList<string> slots, string text)
    {
        if (slots.Count == 0)
        {
            context.Model.Say("no slot is running", error: true);
        }
        else if (slots.Count == 1)
        {
            Send(context, slots, text);
        }
        else
        {
            context.Model.Panel = new ConfirmPanel($"send \"{text}\" to {slots.Count} slots ({string.Join(' ', slots)})?", yes => Send(yes, slots, text));
        }
    }
}
