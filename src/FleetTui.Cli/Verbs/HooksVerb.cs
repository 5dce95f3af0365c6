using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Cli.Setup;
using FleetTui.Configuration;
using FleetTui.Daemon.Landing;
using FleetTui.Git.Running;
using FleetTui.Landing;
using FleetTui.Landing.Hooks;
using FleetTui.Roles;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet hooks status|install|remove</c>: the role's lock at <c>git commit</c> in the slots' worktrees. Needs no daemon.</summary>
internal static class HooksVerb
{
    public static Command Create(CliContext context) => new("hooks", "Show, install or remove the commit hooks of the slots' worktrees.")
    {
        Part("status", "Show which worktrees have them, and which hooks of yours they pass on to.", context, (_, _) => Task.FromResult<string?>(null)),
        Part("install", "Put them into every slot's worktree, also after 'remove'.", context, async (at, cancellation) =>
        {
            if (!at.Configuration.Landing.CommitHook)
            {
                throw new FleetApiException(ExitCode.Input, "landing.commit-hook is false in fleet.toml: set it to true, or take the line away.");
            }

            at.Hooks.Allow();
            await at.Hooks.ApplyAsync(at.Slots, RoleBook.Of(at.Configuration), wanted: true, cancellation);
            return null;
        }),
        Part("remove", "Take them away without a trace, and keep them away until 'install'.", context, (at, cancellation) => at.Hooks.RemoveAsync(cancellation)),
    };

    private sealed record Place(CommitHooks Hooks, FleetConfiguration Configuration, IReadOnlyList<LaneSlot> Slots);

    private static Command Part(string name, string description, CliContext context, Func<Place, CancellationToken, Task<string?>> act)
    {
        var json = VerbExtensions.Json();
        return new Command(name, description) { json }.Does(context, async (parsed, here, cancellation) =>
        {
            var place = await FindAsync(here, cancellation);
            try
            {
                if (await act(place, cancellation) is { } left)
                {
                    await here.Error.WriteLineAsync($"fleet: {left}");
                }

                await WriteAsync(await place.Hooks.StatusAsync(place.Slots, cancellation), parsed.GetValue(json), here);
                return ExitCode.Done;
            }
            catch (Exception error) when (error is GitException or IOException or UnauthorizedAccessException)
            {
                throw new FleetApiException(ExitCode.No, $"the hooks could not be changed: {error.Message}", error);
            }
        });
    }

    private static async Task<Place> FindAsync(CliContext here, CancellationToken cancellation)
    {
        var fleet = await FleetPlace.FindAsync(here, cancellation);
        var read = await ConfigurationCheck.LoadAsync(fleet.Repository, here.Environment("HOME"), cancellation);
        var configuration = read.Configuration ?? throw new FleetApiException(ExitCode.Input, string.Join('\n', read.Errors));
        return new Place(new CommitHooks(fleet.Repository, fleet.Paths.StateDirectory), configuration, LaneComposition.Slots(configuration, fleet.Repository.Root));
    }

    private static async Task WriteAsync(IReadOnlyList<HookState> states, bool json, CliContext here)
    {
        if (json)
        {
            await CliJson.WriteLineAsync(here.Output, states);
            return;
        }

        var table = new TextTable("SLOT", "COMMIT HOOK", "THEN YOUR OWN");
        foreach (var state in states)
        {
            table.Add(state.Slot, state.Installed ? "installed" : $"no: {state.Detail}", state.Hooks.Length > 0 ? state.Hooks : "-");
        }

        await table.WriteAsync(here.Output);
    }
}
