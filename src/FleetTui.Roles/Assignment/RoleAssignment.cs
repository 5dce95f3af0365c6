using FleetTui.Configuration;
using FleetTui.Configuration.Editing;
using FleetTui.Storage;

namespace FleetTui.Roles.Assignment;

/// <summary>
/// Gives slots roles: decides on what the files say now, not on what was read at the start, rewrites <c>roles.toml</c> with its comments kept,
/// and records it. One caller at a time.
/// </summary>
/// <param name="root">The repository's root, absolute.</param>
public sealed class RoleAssignment(string root, RoleHistory history)
{
    /// <summary>What <see cref="Assign"/> would do now.</summary>
    public AssignmentOutcome Preview(string slot, string role, bool swap)
    {
        var files = ConfigurationLoader.Load(root);
        if (files.Configuration is not { } configuration) return new AssignmentOutcome.InvalidFiles(files.Errors);
        return RoleProblems.Of(configuration) is { Count: > 0 } problems
            ? new AssignmentOutcome.InvalidFiles(problems)
            : new AssignmentOutcome.Decided(RoleBook.Of(configuration).Decide(slot, role, swap));
    }

    /// <param name="role">"" frees the slot.</param>
    /// <exception cref="StorageException">It was written, but the history cannot be kept now.</exception>
    public AssignmentOutcome Assign(string slot, string role, bool swap, string reason)
    {
        var outcome = Preview(slot, role, swap);
        if (outcome is not AssignmentOutcome.Decided { Decision: { Changes.Count: > 0 } decision }) return outcome;
        switch (RolesFileEditor.Assign(root, decision.Changes.ToDictionary(change => change.Slot, change => change.To, StringComparer.Ordinal)))
        {
            case RolesFileChange.Written:
                history.Record(decision, reason);
                return outcome;
            case RolesFileChange.Unchanged:
                return outcome;
            case RolesFileChange.Invalid invalid:
                return new AssignmentOutcome.InvalidFiles(invalid.Errors);
            case RolesFileChange.SlotMissing missing:
                return new AssignmentOutcome.NotWritten($"roles.toml has no slot {missing.Slot} any more; look at it and try again.");
            case RolesFileChange.Failed failed:
                return new AssignmentOutcome.NotWritten(failed.Reason);
            default:
                throw new InvalidOperationException("A change of roles.toml that is not known here.");
        }
    }
}
