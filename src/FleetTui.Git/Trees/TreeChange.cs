namespace FleetTui.Git.Trees;

/// <summary>One path that differs between two trees. A rename is a delete and an add: the old and the new path are both changes.</summary>
/// <param name="OldMode">Octal, <c>000000</c>: not there.</param>
/// <param name="OldId">Full hex; all zeros: not there.</param>
/// <param name="Status">A, D, M or T (type change).</param>
/// <param name="Path">From the root, '/' between parts. Bytes that are not UTF-8 show as U+FFFD.</param>
public sealed record TreeChange(string OldMode, string NewMode, string OldId, string NewId, char Status, string Path)
{
    public bool IsSubmodule => OldMode == "160000" || NewMode == "160000";

    public bool IsSymbolicLink => NewMode == "120000";
}
