using FleetTui.Api.Client;
using FleetTui.Configuration;
using FleetTui.Configuration.Init;
using FleetTui.Daemon.Migrations;
using FleetTui.Git;
using FleetTui.Git.Running;
using FleetTui.Landing.Migrations;
using FleetTui.Migrations;
using FleetTui.Migrations.Checking;
using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Schemes;

namespace FleetTui.Daemon.Standalone;

/// <param name="Base">A branch or commit: what it has counts as landed.</param>
/// <param name="Head">What is checked; null: the worktree's HEAD and what is only written there.</param>
/// <param name="Directories">Empty: those of fleet.toml, else those that are found.</param>
/// <param name="Grammar">Null: likewise.</param>
public sealed record BranchCheckRequest(string Base, string? Head, IReadOnlyList<string> Directories, string? Grammar);

/// <summary>
/// Checks one branch's migrations against another: in CI, before a push. Needs no daemon, no store, no fleet.toml and no trust, since it runs nothing but git. On a branch
/// that is a slot's by roles.toml, the slot's own versions are asked for too.
/// </summary>
public static class BranchCheck
{
    private const string Nobody = "this branch";

    /// <param name="directory">In the worktree that is checked.</param>
    /// <exception cref="FleetApiException">Code 2: there is nothing to compare with, or no migrations are known.</exception>
    public static async Task<MigrationReport> RunAsync(Repository repository, string directory, string? home, BranchCheckRequest request, TimeProvider clock, CancellationToken cancellation)
    {
        var git = repository.Git.At(directory);
        var worktree = await git.TextAsync(GitCommand.Read("rev-parse", "--show-toplevel"), cancellation);
        var onto = await CommitAsync(git, request.Base, cancellation) ?? throw new FleetApiException(2, $"There is no {request.Base} here: fetch it first (git fetch; a CI checkout needs its whole history, fetch-depth: 0).");
        var head = await CommitAsync(git, request.Head ?? "HEAD", cancellation) ?? throw new FleetApiException(2, $"There is no {request.Head ?? "HEAD"} here.");
        var fork = await git.RunAsync(GitCommand.Read("merge-base", onto, head), cancellation);
        if (!fork.Succeeded)
        {
            throw new FleetApiException(2, $"{request.Base} and {request.Head ?? "HEAD"} have no history in common here: fetch the whole of it (git fetch --unshallow; a CI checkout needs fetch-depth: 0).");
        }

        var read = ConfigurationLoader.Load(worktree, home);
        var configuration = read.Configuration ?? throw new FleetApiException(2, string.Join('\n', read.Errors));
        var branch = (await git.RunAsync(GitCommand.Read("symbolic-ref", "-q", "--short", "HEAD"), cancellation)).OutputText.Trim();
        var slot = request.Head is null ? configuration.Slots.FirstOrDefault(one => one.Branch == branch && branch.Length > 0)?.Id : null;
        var rules = await RulesAsync(git, worktree, configuration, request, slot, cancellation);
        var migrations = new BranchMigrations(repository, rules, slot ?? Nobody);
        var inputs = request.Head is null
            ? await migrations.OfWorktreeAsync(onto, worktree, cancellation)
            : await migrations.OfCommitAsync(onto, fork.OutputText.Trim(), head, cancellation);
        return new MigrationReport("", [.. new MigrationCheck(rules, clock).Run(inputs).Select(MigrationDesk.Finding)], [], [.. MigrationDesk.Files(rules, inputs)]);
    }

    private static async Task<MigrationRules> RulesAsync(GitRunner git, string worktree, FleetConfiguration configuration, BranchCheckRequest request, string? slot, CancellationToken cancellation)
    {
        var settings = configuration.Migrations;
        var directories = request.Directories.Count > 0 ? request.Directories : settings.Directories;
        var grammar = request.Grammar ?? (settings.Directories.Count > 0 ? settings.Grammar : null);
        if (directories.Count == 0 || grammar is null)
        {
            var tracked = await git.TextAsync(GitCommand.Read("ls-files", "-z", "--full-name", "--cached", "--others", "--exclude-standard", "--", ":/"), cancellation);
            var found = FoundMigrations.In(tracked.Split('\0', StringSplitOptions.RemoveEmptyEntries), path => TrackedText.Beginning(Path.Combine(worktree, path)));
            grammar ??= found.Grammar ?? throw new FleetApiException(2, "No migrations were found: name their directories with --directory and the tool with --grammar, or both in fleet.toml.");
            directories = directories.Count > 0 ? directories : found.Directories.Count > 0 ? found.Directories : throw new FleetApiException(2, "No migrations were found: name their directories with --directory.");
        }

        var known = MigrationGrammars.Named(grammar) ?? throw new FleetApiException(2, $"There is no grammar {grammar}; there are {string.Join(", ", MigrationGrammars.All.Select(one => one.Name))} and regex:….");
        return slot is not null && MigrationRules.Of(configuration) is { } rules
            ? rules with { Directories = [.. directories.Select(Trimmed)], Grammar = known }
            : new MigrationRules([.. directories.Select(Trimmed)], known, new Comb(new Dictionary<string, int>()), []);
    }

    private static string Trimmed(string directory) => directory is "." or "./" ? "" : (directory.StartsWith("./", StringComparison.Ordinal) ? directory[2..] : directory).Trim('/');

    private static async Task<string?> CommitAsync(GitRunner git, string name, CancellationToken cancellation)
    {
        var result = await git.RunAsync(GitCommand.Read("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"), cancellation);
        return result.Succeeded ? result.OutputText.Trim() : null;
    }
}
