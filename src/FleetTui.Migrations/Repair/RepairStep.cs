namespace FleetTui.Migrations.Repair;

/// <summary>One thing to do in a slot's worktree. A closed set; paths are relative to its root.</summary>
public abstract record RepairStep
{
    private RepairStep()
    {
    }

    /// <summary>A file or a directory gets another name.</summary>
    /// <param name="Optional">It is no fault when it is not there.</param>
    public sealed record Rename(string From, string To, bool Optional = false) : RepairStep;

    /// <summary>What stands in a file changes.</summary>
    /// <param name="Path">As it is called after the renames.</param>
    /// <param name="What">For the user; completes "changed … in PATH".</param>
    /// <param name="Change">The new text; null: the file says nothing of it.</param>
    /// <param name="Optional">It is no fault when the file is not there or says nothing of it.</param>
    public sealed record Rewrite(string Path, string What, Func<string, string?> Change, bool Optional = false) : RepairStep;
}

/// <summary>How to mend a slot's migrations.</summary>
/// <param name="Steps">In order: all renames, then what is rewritten.</param>
/// <param name="Left">What no rename mends; sentences for the user.</param>
/// <param name="Versions">The new ones.</param>
public sealed record RepairPlan(IReadOnlyList<RepairStep> Steps, IReadOnlyList<string> Left, IReadOnlyList<string> Versions);
