using System.CommandLine;
using System.Globalization;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Cli.Setup;
using FleetTui.Daemon.Landing;
using FleetTui.Git.Running;
using FleetTui.Landing.Keeping;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet recover [SLOT [ID]]</c>: states of slots that vanished from their branches before they had landed. Needs no daemon.</summary>
internal static class RecoverVerb
{
    public static Command Create(CliContext context)
    {
        var slot = new Argument<string?>("SLOT") { Description = "A slot's id; all without it.", Arity = ArgumentArity.ZeroOrOne };
        var id = new Argument<string?>("ID") { Description = "Which state to bring back, as the list names it.", Arity = ArgumentArity.ZeroOrOne };
        var onto = new Option<bool>("--onto") { Description = "Put its commits onto what the slot has now, instead of making a branch of it; only when the slot is clean." };
        var json = VerbExtensions.Json();
        return new Command("recover", "List what vanished from slots before it had landed; with an id bring it back, as the branch fleet/recovered/SLOT-ID.") { slot, id, onto, json }.Does(context, async (parsed, here, cancellation) =>
        {
            var place = await FleetPlace.FindAsync(here, cancellation);
            var read = await ConfigurationCheck.LoadAsync(place.Repository, here.Environment("HOME"), cancellation);
            var configuration = read.Configuration ?? throw new FleetApiException(ExitCode.Input, string.Join('\n', read.Errors));
            var recovery = new Recovery(place.Repository, place.Paths.JournalDirectory);
            try
            {
                var target = await LaneComposition.TargetAsync(place.Repository, configuration.Landing, cancellation);
                var states = await recovery.ListAsync(parsed.GetValue(slot), target, cancellation);
                if (parsed.GetValue(id) is not { } wanted)
                {
                    await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, states) : WriteAsync(states, here));
                    return ExitCode.Done;
                }

                var state = states.FirstOrDefault(one => one.Id == wanted || (wanted.Length >= 4 && one.Commit.StartsWith(wanted, StringComparison.Ordinal)))
                    ?? throw new FleetApiException(ExitCode.Input, $"nothing of {parsed.GetValue(slot)} is kept under {wanted}: fleet recover {parsed.GetValue(slot)} lists what is.");
                var there = LaneComposition.Slots(configuration, place.Repository.Root).FirstOrDefault(one => one.Id == state.Slot);
                var problem = !parsed.GetValue(onto) ? await recovery.ToBranchAsync(state, cancellation)
                    : there is null ? $"there is no slot {state.Slot} any more; without --onto a branch is made of it."
                    : await recovery.OntoAsync(state, there, target, cancellation);
                if (problem is not null)
                {
                    throw new FleetApiException(ExitCode.No, problem);
                }

                await (parsed.GetValue(json) ? CliJson.WriteLineAsync(here.Output, states) : here.Output.WriteLineAsync(parsed.GetValue(onto)
                    ? $"{state.Slot} has its commits again."
                    : $"{Recovery.BranchOf(state)} is at {state.Id}. In the slot's worktree: git cherry-pick HEAD..{Recovery.BranchOf(state)}"));
                return ExitCode.Done;
            }
            catch (GitException error)
            {
                throw new FleetApiException(ExitCode.No, error.Message, error);
            }
        });
    }

    private static async Task WriteAsync(IReadOnlyList<RecoverableState> states, CliContext here)
    {
        if (states.Count == 0)
        {
            await here.Output.WriteLineAsync("nothing is kept: all that slots ever had is still there, or has landed");
            return;
        }

        var table = new TextTable("WHEN", "SLOT", "ID", "WHY", "COMMITS", "LANDED", "LAST");
        foreach (var state in states)
        {
            table.Add(
                state.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), state.Slot, state.Id, state.Why,
                state.Commits.Count.ToString(CultureInfo.InvariantCulture), state.Commits.Count(commit => commit.Landed).ToString(CultureInfo.InvariantCulture),
                Printable.Of(state.Commits.Count > 0 ? state.Commits[^1].Subject : ""));
        }

        await table.WriteAsync(here.Output);
    }
}
