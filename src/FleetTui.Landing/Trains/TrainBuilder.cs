using System.Globalization;
using System.Text;
using FleetTui.Git;
using FleetTui.Git.Building;
using FleetTui.Landing.Slots;

namespace FleetTui.Landing.Trains;

/// <summary>
/// Puts the slots' commits one after another on the target's tip, without a worktree. A commit whose every path is on the tip as the commit found it is made from its tree
/// entries, many with one process; any other by a three-way merge. A slot that conflicts is left out whole and the train goes on.
/// </summary>
internal sealed class TrainBuilder
{
    private readonly Repository repository;
    private readonly long number;
    private readonly string start;
    private readonly string advice;
    private readonly ReadOnlyMemory<byte> committer;
    private readonly IReadOnlyDictionary<string, SourceCommit> sources;
    private readonly TipTree tip;
    private readonly List<BuiltCommit> built = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private string? pinned;

    private TrainBuilder(
        Repository repository, long number, string start, string advice, ReadOnlyMemory<byte> committer, IReadOnlyDictionary<string, SourceCommit> sources, TipTree tip)
    {
        this.repository = repository;
        this.number = number;
        this.start = start;
        this.advice = advice;
        this.committer = committer;
        this.sources = sources;
        this.tip = tip;
    }

    /// <param name="base">The target's commit.</param>
    /// <param name="advice">The commands that bring a worktree onto the target: the same however often it moves, so that an agent can be told once.</param>
    /// <param name="work">In the order to land; each with commits.</param>
    internal static async Task<Train> BuildAsync(
        Repository repository, long number, string @base, string advice, IReadOnlyList<SlotWork> work, TimeProvider time, CancellationToken cancellation)
    {
        var identity = repository.Configuration.CommitterAsync(cancellation);
        var sources = await TrainSources.ReadAsync(repository, work, cancellation).ConfigureAwait(false);
        var tip = await TrainSources.TipAsync(repository, @base, sources.Values, cancellation).ConfigureAwait(false);
        var committer = Encoding.UTF8.GetBytes((await identity.ConfigureAwait(false) ?? "fleet <fleet@localhost>") + Now(time));
        return await new TrainBuilder(repository, number, @base, advice, committer, sources, tip).BuildAsync(work, cancellation).ConfigureAwait(false);
    }

    private async Task<Train> BuildAsync(IReadOnlyList<SlotWork> work, CancellationToken cancellation)
    {
        var cars = new List<Car>();
        var left = new List<LeftOut>();
        foreach (var slot in work)
        {
            var (marker, first) = (tip.Mark, built.Count);
            var absorbed = new List<string>();
            var added = new List<string>();
            var obstacle = await AddAsync(slot, absorbed, added, cancellation).ConfigureAwait(false);
            if (obstacle is null)
            {
                cars.Add(new Car(slot, built[first..], absorbed));
                continue;
            }

            left.Add(obstacle);
            tip.Undo(marker);
            built.RemoveRange(first, built.Count - first);
            taken.ExceptWith(added);
        }

        await WriteAsync(cancellation).ConfigureAwait(false);
        return new Train(number, start, TipId, cars, left) { IsPinned = pinned == TipId };
    }

    private string TipId => built.Count == 0 ? start : built[^1].Id ?? throw new InvalidOperationException("The tip is not written yet.");

    private async Task<LeftOut?> AddAsync(SlotWork slot, List<string> absorbed, List<string> added, CancellationToken cancellation)
    {
        foreach (var commit in slot.Commits)
        {
            var source = sources[commit.Id];
            if (taken.Contains(commit.Id))
            {
                // Another slot of this train brings the very same commit (one branch was made from the other).
                absorbed.Add(commit.Id);
                continue;
            }

            if (commit.IsMerge)
            {
                if (await HoldsItsOwnAsync(source, cancellation).ConfigureAwait(false) is { } reason)
                    return new LeftOut(slot, reason, [], Rebase);
                absorbed.Add(commit.Id);
                continue;
            }

            if (SitsOnTip(source))
            {
                built.Add(new BuiltCommit(source, byPaths: true, source.Changes) { Id = commit.Id });
                tip.Put(source.Changes, slot.Slot.Id);
                taken.Add(commit.Id);
                added.Add(commit.Id);
                continue;
            }

            var fit = source.IsSimple ? tip.Try(source.Changes) : TipTree.Fit.Differs;
            switch (fit)
            {
                case TipTree.Fit.AlreadyThere:
                    absorbed.Add(commit.Id);
                    continue;
                case TipTree.Fit.Applies:
                    built.Add(new BuiltCommit(source, byPaths: true, source.Changes));
                    tip.Put(source.Changes, slot.Slot.Id);
                    break;
                default:
                    if (await MergeAsync(slot, source, absorbed, cancellation).ConfigureAwait(false) is { } conflict)
                        return conflict;
                    break;
            }

            taken.Add(commit.Id);
            added.Add(commit.Id);
        }

        return null;
    }

    /// <summary>It is already where it would be put: it stays what it is, signature and all.</summary>
    private bool SitsOnTip(SourceCommit source) =>
        source.Commit.Parents.Count == 1 && (built.Count == 0 ? start : built[^1].Id) == source.Commit.Parents[0];

    /// <summary>Null: it is in (or was there already).</summary>
    private async Task<LeftOut?> MergeAsync(SlotWork slot, SourceCommit source, List<string> absorbed, CancellationToken cancellation)
    {
        await WriteAsync(cancellation).ConfigureAwait(false);
        var commit = source.Commit;
        var parent = commit.Parents.Count == 0 ? null : commit.Parents[0];
        var result = await repository.Merging.ReplayAsync(TipId, commit.Id, parent, cancellation).ConfigureAwait(false);
        if (result is MergeResult.Conflict conflict)
            return new LeftOut(slot, Explain(commit.Id, commit.Subject, conflict), conflict.Paths, Rebase);

        var tree = ((MergeResult.Merged)result).Tree;
        var changes = await repository.Trees.DifferenceAsync(TipId, tree, cancellation).ConfigureAwait(false);
        if (changes.Count == 0 && source.Changes.Count > 0)
        {
            absorbed.Add(commit.Id);
            return null;
        }

        var rewritten = source.Object.Rewritten(tree, TipId, committer);
        var id = await repository.Objects.WriteAsync("commit", rewritten, cancellation).ConfigureAwait(false);
        built.Add(new BuiltCommit(source, byPaths: false, changes) { Id = id });
        tip.Put(changes, slot.Slot.Id);
        return null;
    }

    /// <summary>
    /// A merge that git makes again by itself says nothing new: its commits land one by one. One that holds a change of its own (a conflict resolved in it, a fix made
    /// on the way) would lose it when flattened, as <c>git rebase</c> silently does.
    /// </summary>
    private async Task<string?> HoldsItsOwnAsync(SourceCommit source, CancellationToken cancellation)
    {
        var commit = source.Commit;
        if (commit.Parents.Count == 2 && (await repository.Commits.RemergeDifferenceAsync(commit.Id, cancellation).ConfigureAwait(false)).Length == 0)
            return null;
        return $"Its merge commit {commit.Id[..10]} ({commit.Subject}) holds changes of its own, which a linear history would lose: rebase in the worktree instead ({advice}), so that they are in a commit.";
    }

    /// <summary>Writes what is only planned yet. The reference pins all of it.</summary>
    private async Task WriteAsync(CancellationToken cancellation)
    {
        var from = built.FindIndex(static b => b.Id is null);
        if (from < 0)
            return;
        var planned = built[from..];
        var commits = planned.ConvertAll(b => new ImportedCommit(b.Source.Object.Author, committer, b.Source.Object.Encoding, b.Source.Object.Message, b.Source.Changes));
        var ids = await repository.FastImport.RunAsync(Train.ReferenceOf(number), from == 0 ? start : built[from - 1].Id!, commits, cancellation).ConfigureAwait(false);
        for (var i = 0; i < planned.Count; i++)
            planned[i].Id = ids[i];
        pinned = ids[^1];
    }

    private string Rebase => $"{advice} in the worktree, and resolve it there";

    private string Explain(string id, string subject, MergeResult.Conflict conflict)
    {
        var with = conflict.Paths.Select(p => tip.OwnerOf(p) ?? "main").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var paths = string.Join(", ", conflict.Paths.Take(5)) + (conflict.Paths.Count > 5 ? $" and {conflict.Paths.Count - 5} more" : "");
        return $"Its commit {id[..10]} ({subject}) conflicts with {string.Join(" and ", with)} in {paths}: {Rebase}.";
    }

    private static string Now(TimeProvider time)
    {
        var now = time.GetLocalNow();
        var offset = now.Offset;
        return string.Create(CultureInfo.InvariantCulture, $" {now.ToUnixTimeSeconds()} {(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");
    }
}
