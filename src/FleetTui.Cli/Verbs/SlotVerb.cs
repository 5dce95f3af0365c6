using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet slot …</c>: everything that can be done to one slot, as the console's slot menu has it.</summary>
internal static class SlotVerb
{
    public static Command Create(CliContext context) => new("slot", "Do something to one slot: start, stop, name, agent, account, its worktree; add one, remove one.")
    {
        Act("start", "Start its agent.", context, (fleet, slot, cancellation) => fleet.StartSlotsAsync([slot], cancellation), starts: true),
        Act("resume", "Start its agent where it left off, in the same conversation; one that runs goes on.", context, (fleet, slot, cancellation) => fleet.StartSlotsAsync([slot], cancellation), starts: true),
        Act("stop", "End its agent; its worktree and work stay.", context, (fleet, slot, cancellation) => fleet.StopSlotsAsync([slot], cancellation)),
        Act("restart", "End its agent and start it again, in the same conversation.", context, (fleet, slot, cancellation) => fleet.RestartSlotAsync(slot, cancellation)),
        Change("rename", "LABEL", "What the console shall call it; '' for its id.", "Give it another name; its id stays.", context, text => new SlotSettings(Label: text)),
        Agent(context),
        Change("account", "ACCOUNT", "A login of its agent from fleet.toml; '' for the agent's own.", "Give it another account; an agent that runs is started again.", context, text => new SlotSettings(Account: text)),
        SlotRosterVerbs.Add(context),
        SlotRosterVerbs.Remove(context),
        Open("open", "Open its worktree in $VISUAL or $EDITOR.", "exec ${VISUAL:-${EDITOR:-vi}} .", context),
        Open("shell", "Open $SHELL in its worktree.", "exec \"${SHELL:-/bin/sh}\"", context),
    };

    private static Command Act(string name, string description, CliContext context, Func<IFleetApi, string, CancellationToken, Task> act, bool starts = false)
    {
        var slot = VerbExtensions.Slot();
        return new Command(name, description) { slot }.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = starts ? await here.Fleets.ConnectOrStartAsync(here, cancellation) : await here.Fleets.ConnectAsync(here, cancellation);
            await act(fleet, parsed.GetRequiredValue(slot), cancellation);
            return ExitCode.Done;
        });
    }

    private static Command Agent(CliContext context)
    {
        var account = new Option<string>("--account") { Description = "A login of that agent from fleet.toml.", HelpName = "ACCOUNT" };
        var command = Change("agent", "AGENT", "claude, codex, sh, or a name from [agents] of fleet.toml.", "Give it another agent; one that runs is ended, and the new one started.", context, text => new SlotSettings(Agent: text), account);
        return command;
    }

    private static Command Change(string name, string value, string meaning, string description, CliContext context, Func<string, SlotSettings> settings, Option<string>? account = null)
    {
        var (slot, text, json) = (VerbExtensions.Slot(), new Argument<string>(value) { Description = meaning }, VerbExtensions.Json());
        var command = new Command(name, description) { slot, text, json };
        if (account is not null)
        {
            command.Add(account);
        }

        return command.Does(context, async (parsed, here, cancellation) =>
        {
            await using var fleet = await here.Fleets.ConnectAsync(here, cancellation);
            var wanted = settings(parsed.GetRequiredValue(text));
            wanted = account is not null && parsed.GetValue(account) is { } login ? wanted with { Account = login } : wanted;
            var result = await fleet.ConfigureSlotAsync(parsed.GetRequiredValue(slot), wanted, cancellation);
            await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, result) : here.Output.WriteLineAsync(Printable.Of(result.Message)));
            return ExitCode.Done;
        });
    }

    /// <summary>Runs in this terminal; the exit code is the program's.</summary>
    private static Command Open(string name, string description, string script, CliContext context)
    {
        var slot = VerbExtensions.Slot();
        return new Command(name, description) { slot }.Does(context, async (parsed, here, cancellation) =>
        {
            var id = parsed.GetRequiredValue(slot);
            string worktree;
            await using (var fleet = await here.Fleets.ConnectAsync(here, cancellation))
            {
                var status = await fleet.StatusAsync(cancellation);
                var found = status.Slots.FirstOrDefault(one => one.Id == id)
                    ?? throw new FleetApiException(ExitCode.Input, $"there is no slot '{id}'; the slots are {string.Join(", ", status.Slots.Select(one => one.Id))}");
                worktree = Path.GetFullPath(found.Worktree, status.Fleet.Repository);
            }

            if (!Directory.Exists(worktree))
            {
                throw new FleetApiException(ExitCode.No, $"slot {id} has no worktree yet: fleet slot start {id} makes it");
            }

            return await Processes.ForegroundProcess.RunShellAsync(script, worktree);
        });
    }
}
