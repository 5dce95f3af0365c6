using FleetTui.Coordination.Events;
using FleetTui.Daemon.Landing;
using FleetTui.Daemon.Live;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Landing.Hooks;

namespace FleetTui.Daemon.Worktrees;

/// <summary>Keeps the commit lock in the slots' worktrees as the roles are now. That it cannot is told and hinders nothing: the gate holds what it would have refused.</summary>
internal sealed class HookDesk(Repository repository, string stateDirectory, Func<ConfigurationSnapshot> current, EventLog log)
{
    private readonly CommitHooks hooks = new(repository, stateDirectory);

    /// <summary>Every slot's: at the start, and after a change of the files.</summary>
    public Task ApplyAsync(CancellationToken cancellation) => TryAsync(null, now =>
        hooks.ApplyAsync(LaneComposition.Slots(now.Configuration, repository.Root), now.Roles, now.Configuration.Landing.CommitHook, cancellation));

    /// <summary>One slot's, before its agent starts.</summary>
    public Task EnsureAsync(string slot, CancellationToken cancellation) => TryAsync(slot, now =>
        LaneComposition.Slots(now.Configuration, repository.Root).FirstOrDefault(one => one.Id == slot) is { } found
            ? hooks.EnsureAsync(found, now.Roles, now.Configuration.Landing.CommitHook, cancellation)
            : Task.CompletedTask);

    private async Task TryAsync(string? slot, Func<ConfigurationSnapshot, Task> act)
    {
        try
        {
            await act(current());
        }
        catch (Exception error) when (error is GitException or IOException or UnauthorizedAccessException)
        {
            log.Append("hooks.failed", slot, $"The commit hooks could not be brought up to date: {error.Message} Commits pass them; the landing gate looks at all.");
        }
    }
}
