namespace FleetTui.Api.Status;

/// <summary>What a slot has that has not landed: <c>fleet diff SLOT --json</c>, <c>GET /api/slots/{id}/diff</c>.</summary>
/// <param name="Target">What it is compared with: <c>origin/main</c>.</param>
/// <param name="Base">The commit the combined difference begins at: where the slot left the target, or its newest commit that has landed.</param>
/// <param name="Head">The slot's newest commit.</param>
/// <param name="Commits">That have not landed, oldest first.</param>
/// <param name="Files">First what the commits change all together, then what is changed and not committed, then what git does not know yet.</param>
/// <param name="FileCount">Of all; more than <paramref name="Files"/> when there are too many.</param>
/// <param name="Note">Why it is not the whole truth now (a rebase in progress…); one sentence, empty if nothing.</param>
public sealed record SlotDiff(string Slot, string Target, string Base, string Head, IReadOnlyList<DiffCommit> Commits, IReadOnlyList<DiffFile> Files, int FileCount, string Note);

/// <param name="Override">The reason of its <c>Fleet-Override</c> trailer; empty without one.</param>
public sealed record DiffCommit(string Id, string Subject, string Author, DateTimeOffset At, string Override);

/// <param name="Part">committed, changed, untracked.</param>
/// <param name="Change">added, deleted, modified, renamed, copied, type, unmerged.</param>
/// <param name="Path">From the root; bytes that are not UTF-8 as <c>\xe9</c>.</param>
/// <param name="OldPath">Of a rename or copy; else null.</param>
/// <param name="OldMode">Octal; <c>000000</c>: not there.</param>
/// <param name="Kind">text, binary (or too large to be read), link, submodule.</param>
/// <param name="Added">Lines, of the whole file also when it was cut.</param>
/// <param name="Violation">Whose path it is when the slot may not change it, one clause; empty when it may.</param>
/// <param name="IsCut">There is more text than here.</param>
public sealed record DiffFile(
    string Part,
    string Change,
    string Path,
    string? OldPath,
    string OldMode,
    string NewMode,
    string Kind,
    int Added,
    int Deleted,
    string Violation,
    bool IsCut,
    IReadOnlyList<DiffHunk> Hunks);

/// <param name="OldStart">From 1; 0 in a new file.</param>
/// <param name="Heading">The function it lies in, as far as git knows.</param>
/// <param name="Lines">Each with its first character: blank, <c>+</c>, <c>-</c>, or <c>\</c> for a missing line end. A carriage return at the end is kept.</param>
public sealed record DiffHunk(int OldStart, int OldLines, int NewStart, int NewLines, string Heading, IReadOnlyList<string> Lines);
