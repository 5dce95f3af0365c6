namespace FleetTui.Git.Running;

/// <summary>
/// The environment every git of ours runs in: fixed locale, and no way to ask anybody anything. GIT_TERMINAL_PROMPT alone is not enough: an inherited
/// GIT_ASKPASS (as editors set it) opens a window and hangs in spite of it; an empty one also keeps git from core.askPass and SSH_ASKPASS.
/// </summary>
public static class GitEnvironment
{
    private const string QuietSsh = "ssh -oBatchMode=yes -oConnectTimeout=10";

    /// <summary>Variables that would point our git at another repository or index, as when we are started from a hook.</summary>
    private static readonly string[] Foreign =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_PAGER", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "GIT_TRACE",
    ];

    /// <param name="access">What the command does.</param>
    /// <param name="ssh">The user's own ssh command (GIT_SSH_COMMAND, GIT_SSH or core.sshCommand) is set: it is left alone.</param>
    public static IReadOnlyDictionary<string, string?> For(GitAccess access, bool ssh)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in Foreign)
            environment[name] = null;
        environment["LC_ALL"] = "C";
        environment["LANGUAGE"] = null;
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_ASKPASS"] = "";
        environment["SSH_ASKPASS"] = "";
        environment["SSH_ASKPASS_REQUIRE"] = "never";
        environment["GIT_MERGE_AUTOEDIT"] = "no";
        if (access is GitAccess.Read)
            environment["GIT_OPTIONAL_LOCKS"] = "0";
        if (access is GitAccess.Network && !ssh)
            environment["GIT_SSH_COMMAND"] = QuietSsh;
        return environment;
    }
}
