using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet slot add</c> and <c>fleet slot remove</c>.</summary>
internal static class SlotRosterVerbs
{
    public static Command Add(CliContext context)
    {
        var id = new Argument<string>("ID") { Description = "What commands, its branch and its worktree call it, e.g. ps13." };
        var like = Text("--like", VerbExtensions.SlotName, "The slot whose agent and account it takes; the last one unless given.");
        var role = Text("--role", "ROLE", "The role it holds; without it the slot is free.");
        var agent = Text("--agent", "AGENT", "claude, codex, sh, or a name from [agents] of fleet.toml.");
        var account = Text("--account", "ACCOUNT", "A login of its agent from fleet.toml.");
        var label = Text("--label", "LABEL", "What the console calls it; the id unless given.");
        var stopped = new Option<bool>("--no-start") { Description = "Only write it down: neither worktree nor agent yet." };
        var json = VerbExtensions.Json();
        return new Command("add", "Add a slot behind the last one: written into roles.toml, its worktree made, its agent started.") { id, like, role, agent, account, label, stopped, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectOrStartAsync(here, cancellation);
            var wanted = new SlotAddition(
                parsed.GetRequiredValue(id), parsed.GetValue(like), parsed.GetValue(role), parsed.GetValue(agent), parsed.GetValue(account), parsed.GetValue(label), Start: !parsed.GetValue(stopped));
            var added = await fleet.AddSlotAsync(wanted, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, added) : here.Output.WriteLineAsync(Printable.Of(added.Message)));
            return ExitCode.Done;
        });
    }

    public static Command Remove(CliContext context)
    {
        var (slot, json) = (VerbExtensions.Slot(), VerbExtensions.Json());
        return new Command("remove", "Take a stopped slot off roles.toml; refused while it holds what is not committed or has not landed. Its worktree and branch stay.") { slot, json }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectOrStartAsync(here, cancellation);
            var removed = await fleet.RemoveSlotAsync(parsed.GetRequiredValue(slot), cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, removed) : here.Output.WriteLineAsync(Printable.Of(removed.Message)));
            return ExitCode.Done;
        });
    }

    private static Option<string?> Text(string name, string value, string meaning) => new(name) { HelpName = value, Description = meaning };
}
