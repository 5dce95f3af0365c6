using FleetTui.Roles;
using FleetTui.Roles.Ownership;

namespace FleetTui.Landing.Gates;

/// <summary>
/// Holds a slot whose commits change a path outside its role's domain. Every entry of a tree counts: a rename is its old and its new path; modes, links,
/// submodules, .gitattributes and case-only renames are changes like any other. Each commit is looked at by itself, so that a change and its undoing is two.
/// </summary>
/// <param name="overridden">Told of each override, once; may be null.</param>
public sealed class DomainGate(GateRules rules, Action<DomainOverride>? overridden = null) : IGate
{
    /// <summary>A commit with this trailer and a reason may change any path; it is recorded.</summary>
    public const string OverrideTrailer = "Fleet-Override";

    private const int MostNamed = 3;

    private readonly HashSet<string> toldOverrides = new(StringComparer.Ordinal);

    public string Name => "domain";

    public Task<IReadOnlyList<GateFinding>> CheckAsync(TrainView train, CancellationToken cancellation)
    {
        var book = rules.Book;
        return Task.FromResult<IReadOnlyList<GateFinding>>([.. train.Slots.Select(slot => Check(book, slot)).OfType<GateFinding>()]);
    }

    private GateFinding? Check(RoleBook book, TrainSlot slot)
    {
        var refused = new List<(TrainCommit Commit, PathRefusal Refusal)>();
        foreach (var commit in slot.Commits)
        {
            var refusals = commit.Changes.Select(change => book.Refuse(slot.Slot.Id, change.Path)).OfType<PathRefusal>().DistinctBy(refusal => refusal.Path).ToList();
            if (refusals.Count == 0) continue;
            if (commit.Original.Trailer(OverrideTrailer) is { } reason && !string.IsNullOrWhiteSpace(reason)) Tell(slot, commit, reason.Trim(), refusals);
            else refused.AddRange(refusals.Select(refusal => (commit, refusal)));
        }

        if (refused.Count == 0) return null;
        var paths = refused.Select(one => one.Refusal.Path).Distinct(StringComparer.Ordinal).ToList();
        var named = refused.Select(one => one.Refusal.Message).Distinct(StringComparer.Ordinal).Take(MostNamed);
        var more = paths.Count > MostNamed ? $" (and {paths.Count - MostNamed} more)" : "";
        var commits = string.Join(", ", refused.Select(one => one.Commit.Original.Id[..8]).Distinct(StringComparer.Ordinal).Take(MostNamed));
        var fix = $"take it out of {commits}, or let it land as an exception{Command(slot, [.. refused.Select(one => one.Commit).Distinct()])}{ByRole(refused)}";
        return new(slot.Slot.Id, $"{string.Join("; ", named)}{more}: {fix}.", paths) { Fix = fix };
    }

    /// <summary>What to run in the worktree to give the commit its trailer; the newest commit can be amended, an older one takes a rebase.</summary>
    private static string Command(TrainSlot slot, List<TrainCommit> refused) => refused is [var one] && ReferenceEquals(one, slot.Commits[^1])
        ? $": git commit --amend --no-edit --trailer \"{OverrideTrailer}: why\""
        : $" with a trailer \"{OverrideTrailer}: why\" in each commit's message (git rebase -i {refused[0].Original.Id[..8]}~, reword)";

    /// <summary>Work of a role the slot had before lands when it has that role again.</summary>
    private static string ByRole(List<(TrainCommit Commit, PathRefusal Refusal)> refused) =>
        refused.Select(one => (one.Refusal.Owner as PathOwner.OfRole)?.Role).Distinct(StringComparer.Ordinal).ToList() is [{ } role]
            ? $"; or give the slot the role: fleet role assign {refused[0].Refusal.Slot} {role}{(refused[0].Refusal.Owner is PathOwner.OfRole { Holder: not null } ? " --swap" : "")}"
            : "";

    private void Tell(TrainSlot slot, TrainCommit commit, string reason, List<PathRefusal> refusals)
    {
        // A train is checked again after every change of it; the override is one.
        if (toldOverrides.Add(commit.Original.Id))
            overridden?.Invoke(new(slot.Slot.Id, commit.Original.Id, commit.Original.Subject, reason, [.. refusals.Select(refusal => refusal.Path)]));
    }
}
