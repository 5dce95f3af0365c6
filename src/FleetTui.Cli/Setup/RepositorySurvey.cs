using FleetTui.Agents.Launch;
using FleetTui.Cli.CommandLine;
using FleetTui.Configuration.Init;
using FleetTui.Git;
using FleetTui.Git.Remotes;

namespace FleetTui.Cli.Setup;

/// <summary>Looks up what <c>fleet init</c> builds its proposal on.</summary>
internal static class RepositorySurvey
{
    /// <summary>Long enough for a far server; without an answer the remote's default branch is left open.</summary>
    private static readonly TimeSpan RemoteDeadline = TimeSpan.FromSeconds(5);

    private static readonly string[] OftenNeeded = [".env", ".env.local", ".env.development", ".envrc", "local.properties"];

    public static async Task<RepositoryFacts> TakeAsync(Repository repository, CliContext context, CancellationToken cancellation)
    {
        var remote = await repository.Remotes.ChooseAsync("", cancellation);
        var tracked = await repository.Trees.ListAsync("HEAD", [], cancellation);
        var present = OftenNeeded.Where(file => File.Exists(Path.Combine(repository.Root, file))).ToList();
        var ignored = present.Count == 0 ? new HashSet<string>() : await repository.Configuration.IgnoredAsync(present, cancellation);
        var search = context.Environment("PATH") ?? "";
        return new RepositoryFacts(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(repository.Root)),
            remote,
            remote is null ? null : await DefaultBranchAsync(repository, remote, cancellation),
            [.. tracked.Select(entry => entry.Path)],
            [.. present.Where(ignored.Contains)],
            [.. new[] { "claude", "codex" }.Where(program => ExecutableSearch.Find(program, search, repository.Root) is null)])
        {
            Read = path => TrackedText.Beginning(Path.Combine(repository.Root, path)),
        };
    }

    private static async Task<string?> DefaultBranchAsync(Repository repository, string remote, CancellationToken cancellation) =>
        await repository.Remotes.RememberedDefaultBranchAsync(remote, cancellation)
        ?? (await repository.Remotes.AskAsync(remote, RemoteDeadline, cancellation) as RemoteAnswer.Heads)?.DefaultBranch;
}
