using System.CommandLine;
using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet send SLOT TEXT [--enter]</c>: types into a slot as a paste.</summary>
internal static class SendVerb
{
    public static Command Create(CliContext context)
    {
        var slot = VerbExtensions.Slot();
        var text = new Argument<string>("TEXT") { Description = "What to type; put -- before a text that begins with a dash." };
        var enter = new Option<bool>("--enter") { Description = "Press Enter after it." };
        return new Command("send", "Type into a slot.") { slot, text, enter }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            await fleet.SendAsync(parsed.GetRequiredValue(slot), parsed.GetRequiredValue(text), parsed.GetValue(enter), cancellation);
            return ExitCode.Done;
        });
    }
}
