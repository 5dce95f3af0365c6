using FleetTui.Git.Trees;

namespace FleetTui.Git.Building;

/// <summary>A commit to be made on top of another by putting tree entries, without a worktree.</summary>
/// <param name="Author">As in the commit object: <c>Name &lt;email&gt; 1700000000 +0000</c>, raw bytes.</param>
/// <param name="Committer">Likewise.</param>
/// <param name="Encoding">The commit's <c>encoding</c> header; null: none.</param>
/// <param name="Message">Raw bytes.</param>
/// <param name="Changes">Only their new side counts.</param>
public sealed record ImportedCommit(
    ReadOnlyMemory<byte> Author,
    ReadOnlyMemory<byte> Committer,
    string? Encoding,
    ReadOnlyMemory<byte> Message,
    IReadOnlyList<TreeChange> Changes);
