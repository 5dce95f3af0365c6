namespace FleetTui.Landing.Hooks;

/// <summary>The hooks of githooks(5) that git may call in a linked worktree.</summary>
internal static class HookNames
{
    /// <summary>
    /// Called for everything that a slot's worktree passes on to the user's own hooks. Without push-to-checkout and proc-receive, whose mere presence changes what git does when
    /// somebody pushes into the worktree, and without fsmonitor-watchman, which core.fsmonitor names by its path.
    /// </summary>
    internal static IReadOnlyList<string> Always { get; } =
    [
        "applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-rebase", "post-checkout",
        "post-merge", "pre-push", "pre-receive", "update", "post-receive", "post-update", "pre-auto-gc", "post-rewrite", "sendemail-validate",
        "p4-changelist", "p4-prepare-changelist", "p4-post-changelist", "p4-pre-submit",
    ];

    /// <summary>Called up to a dozen times for one commit, or by their presence changing something: only where the user has them.</summary>
    internal static IReadOnlyList<string> WherePresent { get; } = ["reference-transaction", "post-index-change", "push-to-checkout", "proc-receive"];
}
