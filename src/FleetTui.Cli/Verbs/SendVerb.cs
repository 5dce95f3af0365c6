using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet send SLOT[,SLOT…]|all TEXT [--enter]</c>: types into slots as a paste, as the console's compose box does.</summary>
internal static class SendVerb
{
    public static Command Create(CliContext context)
    {
        var slot = new Argument<string>(VerbExtensions.SlotName) { Description = "A slot's id, several as ps1,ps2, or all: every running slot." };
        var text = new Argument<string>("TEXT") { Description = "What to type; put -- before a text that begins with a dash." };
        var enter = new Option<bool>("--enter") { Description = "Press Enter after it." };
        return new Command("send", "Type into a slot, several or all.") { slot, text, enter }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var word = parsed.GetRequiredValue(slot);
            var slots = Sending.Named(word, word == Sending.All ? (await fleet.StatusAsync(cancellation)).Slots : []);
            if (slots is [var one])
            {
                await fleet.SendAsync(one, parsed.GetRequiredValue(text), parsed.GetValue(enter), cancellation);
                return ExitCode.Done;
            }

            if (slots.Count == 0)
            {
                throw new FleetApiException(ExitCode.No, "no slot is running");
            }

            var sent = await Sending.ToAsync(fleet, slots, parsed.GetRequiredValue(text), parsed.GetValue(enter), cancellation);
            foreach (var result in sent)
            {
                await here.Output.WriteLineAsync($"{result.Slot}  {(result.Problem is { } problem ? $"not sent: {Printable.Of(problem)}" : "sent")}");
            }

            return sent.Max(result => result.ExitCode);
        });
    }
}
