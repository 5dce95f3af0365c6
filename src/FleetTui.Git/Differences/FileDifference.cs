namespace FleetTui.Git.Differences;

/// <summary>One path that differs, with its text where it has one.</summary>
/// <param name="Status">git's letter: A, D, M, R, C, T; U: unmerged; ?: untracked.</param>
/// <param name="Path">From the root, as <see cref="Trees.TreeChange.Path"/>.</param>
/// <param name="ShownPath">For people: bytes that are not UTF-8 as <c>\xe9</c>.</param>
/// <param name="OldPath">Of a rename or copy; else null.</param>
/// <param name="OldMode">Octal; <c>000000</c>: not there.</param>
/// <param name="Added">Lines; of the whole file also when its text was cut.</param>
/// <param name="IsCut">Its text is longer than what is here.</param>
public sealed record FileDifference(
    char Status,
    string Path,
    string ShownPath,
    string? OldPath,
    string OldMode,
    string NewMode,
    string OldId,
    string NewId,
    bool IsBinary,
    int Added,
    int Deleted,
    bool IsCut,
    IReadOnlyList<Hunk> Hunks)
{
    public bool IsSubmodule => OldMode == "160000" || NewMode == "160000";

    public bool IsLink => NewMode == "120000" || (NewMode == "000000" && OldMode == "120000");
}
