namespace FleetTui.Git.Running;

/// <summary>How git is started.</summary>
public sealed record GitSettings
{
    public static GitSettings Default { get; } = new();

    /// <summary>A path or a name on PATH.</summary>
    public string Executable { get; init; } = "git";

    /// <summary>For commands that stay on this machine.</summary>
    public TimeSpan LocalDeadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For fetch, push and ls-remote: git itself waits for ever on a server that accepts and says nothing.</summary>
    public TimeSpan NetworkDeadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Laid over everything else; null removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
