namespace FleetTui.Landing.Gates;

/// <summary>
/// Holds a slot that points a submodule at a commit nobody else can get: one without an entry in .gitmodules, or one that its own checkout
/// has pushed nowhere. (A plain push lets that through and breaks everyone's next clone.)
/// </summary>
public sealed class SubmoduleGate : IGate
{
    private const string Modules = ".gitmodules";

    public string Name => "submodules";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
    {
        var links = (from slot in train.Slots
                     from change in slot.Commits.SelectMany(commit => commit.Changes).Where(change => change.NewMode == "160000").GroupBy(change => change.Path, StringComparer.Ordinal).Select(changes => changes.Last())
                     select (slot.Slot, change.Path, change.NewId)).ToList();
        if (links.Count == 0) return [];

        var known = await train.Repository.Configuration.ValuesOfFileAsync($"{train.Tip}:{Modules}", @"^submodule\..*\.path$", cancellation).ConfigureAwait(false);
        var findings = new List<GateFinding>();
        foreach (var (slot, path, id) in links)
        {
            if (!known.Contains(path))
                findings.Add(new(slot.Id, $"{path} is a repository inside the repository without an entry in {Modules}: use git submodule add, or take it out (git rm --cached {path}).", [path]) { Fix = $"use git submodule add, or take it out (git rm --cached {path})" });
            else if (await train.Repository.Refs.IsPushedAsync(Path.Combine(slot.Worktree, path), id, cancellation).ConfigureAwait(false) == false)
                findings.Add(new(slot.Id, $"The submodule {path} points at {id[..8]}, which is on none of its remotes: push it there first.", [path]) { Fix = "push it there first" });
        }

        return findings;
    }
}
