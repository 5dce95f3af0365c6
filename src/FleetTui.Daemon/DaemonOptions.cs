namespace FleetTui.Daemon;

/// <summary>What a daemon is started with.</summary>
/// <param name="RepositoryDirectory">Any directory of the repository or of one of its worktrees; absolute.</param>
/// <param name="Executable">The command that is <c>fleet</c> itself; <c>host --socket PATH</c> is added to start the terminal host.</param>
/// <param name="Environment">What the daemon was started in; agents inherit it.</param>
/// <param name="UserId">The effective user id.</param>
public sealed record DaemonOptions(
    string RepositoryDirectory,
    IReadOnlyList<string> Executable,
    IReadOnlyDictionary<string, string> Environment,
    uint UserId,
    TimeProvider Clock)
{
    public string? Variable(string name) => Environment.GetValueOrDefault(name);
}
