using System.Collections.Concurrent;
using FleetTui.Configuration;
using FleetTui.Daemon.Live;
using FleetTui.Daemon.Slots;
using FleetTui.Daemon.Worktrees;
using FleetTui.Git;
using FleetTui.Git.Worktrees;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Status;

/// <summary>Turns what happens in the repository and in the panes into looks at the slots' worktrees: each change is looked at once, by the slots it concerns.</summary>
internal sealed class GitFollowing : IAsyncDisposable
{
    private readonly Repository repository;
    private readonly LiveConfiguration live;
    private readonly SlotSet slots;
    private readonly Action retarget;
    private readonly ConcurrentDictionary<string, string> slotOfGitDirectory = new(StringComparer.Ordinal);
    private readonly RepositoryWatch watch;

    private GitFollowing(Repository repository, LiveConfiguration live, SlotSet slots, FleetTarget target, TimeProvider clock, Action changed, Action retarget, Action<string> tell)
    {
        this.repository = repository;
        this.live = live;
        this.slots = slots;
        this.retarget = retarget;
        Target = target;
        Statuses = new WorktreeStatuses(repository, () => Target.Reference, clock, changed, tell);
        watch = new RepositoryWatch(repository.CommonDirectory, WorktreeChanged, ReferenceChanged, tell);
        slots.Happened += PaneHappened;
        LookAtAll();
    }

    public WorktreeStatuses Statuses { get; }

    public FleetTarget Target { get; private set; }

    /// <param name="retarget">Called, at any time, when <see cref="RetargetAsync"/> should be.</param>
    public static async Task<GitFollowing> StartAsync(
        Repository repository, LiveConfiguration live, SlotSet slots, TimeProvider clock, Action changed, Action retarget, Action<string> tell, CancellationToken cancellation) =>
        new(repository, live, slots, await FleetTarget.FindAsync(repository, live.Current.Configuration.Landing, cancellation), clock, changed, retarget, tell);

    /// <summary>After a change of the configuration: other slots, perhaps another target.</summary>
    public async Task RetargetAsync(CancellationToken cancellation)
    {
        Target = await FleetTarget.FindAsync(repository, live.Current.Configuration.Landing, cancellation);
        slotOfGitDirectory.Clear();
        LookAtAll();
    }

    public ValueTask DisposeAsync()
    {
        slots.Happened -= PaneHappened;
        watch.Dispose();
        Statuses.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Place(SlotDefinition slot) => Path.GetFullPath(slot.Worktree, repository.Root);

    private void LookAtAll()
    {
        foreach (var slot in live.Current.Configuration.Slots)
        {
            Statuses.Changed(slot.Id, Place(slot), WorktreeStatuses.AfterGit);
        }
    }

    private void PaneHappened(SlotDefinition slot, PaneEvent happened)
    {
        if (happened is PaneEvent.Started or PaneEvent.Exited)
        {
            Statuses.Changed(slot.Id, Place(slot), WorktreeStatuses.AfterGit);
        }
        else if (happened is PaneEvent.Activity { Active: false } or PaneEvent.Prompt or PaneEvent.Status)
        {
            Statuses.Changed(slot.Id, Place(slot), WorktreeStatuses.AfterOutput);
        }
    }

    private void WorktreeChanged(string gitDirectory)
    {
        var id = slotOfGitDirectory.GetOrAdd(gitDirectory, SlotOf);
        if (live.Current.Configuration.Slots.FirstOrDefault(slot => slot.Id == id) is { } slot)
        {
            Statuses.Changed(slot.Id, Place(slot), WorktreeStatuses.AfterGit);
        }
        else
        {
            // Unknown now; it may belong to a worktree that is being made.
            slotOfGitDirectory.TryRemove(gitDirectory, out _);
        }
    }

    private string SlotOf(string gitDirectory) =>
        live.Current.Configuration.Slots.FirstOrDefault(slot => Path.GetFileName(WorktreeGitDirectory.Of(Place(slot)) ?? "") == gitDirectory)?.Id ?? "";

    private void ReferenceChanged(string reference)
    {
        if (reference.Length == 0 || reference == Target.Reference || IsTarget(reference))
        {
            retarget();
        }
        else if (live.Current.Configuration.Slots.FirstOrDefault(slot => $"refs/heads/{slot.Branch}" == reference) is { } slot)
        {
            Statuses.Changed(slot.Id, Place(slot), WorktreeStatuses.AfterGit);
        }
    }

    /// <summary>Either place where the target branch is kept: the lane's and the user's.</summary>
    private bool IsTarget(string reference) =>
        reference.EndsWith($"/{Target.Branch}", StringComparison.Ordinal)
        && (reference.StartsWith("refs/fleet/target/", StringComparison.Ordinal) || reference.StartsWith("refs/remotes/", StringComparison.Ordinal));
}
