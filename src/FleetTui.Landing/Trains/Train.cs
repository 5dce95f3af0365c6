using FleetTui.Git;
using FleetTui.Git.History;
using FleetTui.Landing.Gates;
using FleetTui.Landing.Journal;
using FleetTui.Landing.Slots;

namespace FleetTui.Landing.Trains;

/// <summary>A train as built: not on the target yet.</summary>
/// <param name="Tip">Equal to <paramref name="Base"/> when there is nothing to push.</param>
/// <param name="Cars">Slots that are in it, in order; one may have only absorbed commits.</param>
/// <param name="Left">Slots that could not be put in, and why.</param>
internal sealed record Train(long Number, string Base, string Tip, IReadOnlyList<Car> Cars, IReadOnlyList<LeftOut> Left)
{
    internal bool IsEmpty => Tip == Base;

    /// <summary>Whether <see cref="Reference"/> is at the tip already.</summary>
    internal bool IsPinned { get; init; }

    /// <summary>Pins its commits, so that no garbage collection takes them before they have landed.</summary>
    internal string Reference => ReferenceOf(Number);

    internal static string ReferenceOf(long number) => $"refs/fleet/train/{number}";

    internal TrainView View(Repository repository) =>
        new(repository, Base, Tip, [.. Cars.Where(static c => c.Commits.Count > 0).Select(static c => new TrainSlot(c.Work.Slot, [.. c.Commits.Select(static b => new TrainCommit(b.Source.Commit, b.Id!, b.Source.Changes))]))]);

    private static string? Reason(CommitInfo commit) => commit.Trailer(DomainGate.OverrideTrailer)?.Trim() is { Length: > 0 } reason ? reason : null;

    internal IReadOnlyList<JournalSlot> ForJournal() =>
    [
        .. Cars.Select(static c => new JournalSlot(
            c.Work.Slot.Id,
            c.Work.Slot.Role,
            c.Work.Position.Head!,
            [.. c.Commits.Select(static b => new JournalCommit(b.Source.Commit.Id, b.Id!, b.Source.Commit.Subject, b.Source.Commit.Author.Name, Reason(b.Source.Commit)))],
            c.Absorbed)),
    ];
}

/// <summary>One slot's part of a train.</summary>
/// <param name="Absorbed">Its commits that needed no new commit.</param>
internal sealed record Car(SlotWork Work, IReadOnlyList<BuiltCommit> Commits, IReadOnlyList<string> Absorbed);

/// <param name="Paths">Where.</param>
internal sealed record LeftOut(SlotWork Work, string Reason, IReadOnlyList<string> Paths, string Fix);
