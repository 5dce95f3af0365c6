using FleetTui.Api.Status;
using FleetTui.Git.Differences;
using FleetTui.Roles;

namespace FleetTui.Daemon.Diffs;

/// <summary>A difference of git's as a message of the API, with whose path it is.</summary>
internal static class DiffFiles
{
    public static DiffFile Of(string part, FileDifference file, string slot, RoleBook book) => new(
        part,
        Change(file.Status),
        file.ShownPath,
        file.OldPath,
        file.OldMode,
        file.NewMode,
        file.IsSubmodule ? "submodule" : file.IsBinary ? "binary" : file.IsLink ? "link" : "text",
        file.Added,
        file.Deleted,
        Violation(file, slot, book),
        file.IsCut,
        [.. file.Hunks.Select(hunk => new DiffHunk(hunk.OldStart, hunk.OldLines, hunk.NewStart, hunk.NewLines, hunk.Heading, hunk.Lines))]);

    /// <summary>A rename changes both paths; a copy only the new one.</summary>
    private static string Violation(FileDifference file, string slot, RoleBook book) =>
        (book.Refuse(slot, file.Path) ?? (file is { Status: 'R', OldPath: { } old } ? book.Refuse(slot, old) : null))?.Message ?? "";

    private static string Change(char status) => status switch
    {
        'A' or '?' => "added",
        'D' => "deleted",
        'R' => "renamed",
        'C' => "copied",
        'T' => "type",
        'U' => "unmerged",
        _ => "modified",
    };
}
