using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Verbs;
using FleetTui.Configuration.Files;
using FleetTui.Configuration.Init;
using FleetTui.Configuration.Toml.Editing;
using FleetTui.Configuration.Toml;
using FleetTui.Configuration.Trust;
using FleetTui.Configuration;
using FleetTui.Console.FirstRun;

namespace FleetTui.Cli.Setup;

/// <summary>
/// What <c>fleet</c> does where no fleet can start yet: without configuration it says in one screen what it found and offers <c>init</c>; then, or where a configuration
/// is not trusted, it shows what that can run and offers <c>trust</c>.
/// </summary>
internal static class FirstRun
{
    private static readonly string[] Prefixes = ["C-b", "C-Space", "C-\\"];

    /// <returns>Null: the console can be opened. Else the exit code.</returns>
    public static async Task<int?> OfferAsync(CliContext here, CancellationToken cancellation)
    {
        var paths = await FleetPlace.PathsAsync(here, cancellation);
        var root = await FleetPlace.RootAsync(paths, here, cancellation);
        string? written = null;
        if (ConfigurationCheck.Present(root).Count == 0)
        {
            written = await InitAsync(here, cancellation);
            if (written is null)
            {
                await here.Output.WriteLineAsync("nothing was written; 'fleet init' does it without asking");
                return ExitCode.Done;
            }
        }

        // Mistakes in the files are told by who reads them next.
        if (ConfigurationLoader.Load(root, here.Environment("HOME")).Configuration is not { } configuration
            || TrustStore.Of(here.Environment).Check(paths.CommonDirectory, configuration) is TrustState.Trusted)
        {
            return null;
        }

        return await TrustAsync(root, configuration, written, here, cancellation);
    }

    /// <returns>What init said; null when the user did not want it.</returns>
    private static async Task<string?> InitAsync(CliContext here, CancellationToken cancellation)
    {
        var place = await FleetPlace.FindAsync(here, cancellation);
        var facts = await RepositorySurvey.TakeAsync(place.Repository, here, cancellation);
        var prefix = string.IsNullOrEmpty(here.Environment("TMUX")) ? 0 : 1;
        while (true)
        {
            var page = new QuestionPage("fleet: first run", [.. Found(place.Repository.Root, facts, here)],
            [
                ('i', "init: write fleet.toml and roles.toml, then see what they can run"),
                ('p', $"prefix key: {Prefixes[prefix]}{(prefix == 1 && !string.IsNullOrEmpty(here.Environment("TMUX")) ? ", for tmux around this has C-b" : "")}"),
                ('q', "leave everything as it is"),
            ]);
            switch (await QuestionProgram.AskAsync(page, ConsoleSetup.Of(null, null, _ => false), here.Time, cancellation))
            {
                case 'p':
                    prefix = (prefix + 1) % Prefixes.Length;
                    continue;
                case 'i':
                    using (var told = new StringWriter())
                    {
                        var code = await InitVerb.RunAsync(here with { Output = told }, cancellation);
                        SetPrefix(place.Repository.Root, Prefixes[prefix]);
                        return code == ExitCode.Done ? told.ToString() : throw new Api.Client.FleetApiException(code, told.ToString().Trim());
                    }

                default:
                    return null;
            }
        }
    }

    private static IEnumerable<string> Found(string root, RepositoryFacts facts, CliContext here)
    {
        yield return "This repository has no fleet yet.";
        yield return "A fleet is up to twelve slots. Each is a terminal with an agent and a git worktree of its own; what they commit lands on one branch, and roles say who may change what.";
        yield return "";
        yield return "Found here:";
        yield return $"  repository   {root}, {facts.Tracked.Count} files";
        yield return facts.Remote is null ? "  lands on     no remote: nothing lands until there is one (git remote add origin URL)" : $"  lands on     {facts.Remote}/{facts.Branch ?? "its default branch"}";
        yield return $"  agents       {string.Join(", ", new[] { "claude", "codex" }.Select(agent => facts.MissingAgents.Contains(agent) ? $"{agent} is not installed" : agent))}";
        yield return FleetProposal.Migrations(facts) is { Count: > 0 } migrations ? $"  migrations   {string.Join(", ", migrations)}" : "  migrations   none";
        yield return $"  terminal     {here.Environment("TERM")}";
        yield return "";
        yield return "init overwrites no file, and nothing runs before you have seen what and agreed.";
    }

    private static void SetPrefix(string root, string prefix)
    {
        var path = Path.Combine(root, ConfigurationLoader.FleetFile);
        if (prefix != Prefixes[0] && TomlEditor.Open(File.ReadAllBytes(path), ConfigurationLoader.FleetFile, out _) is { } editor)
        {
            editor.Set(["console"], "prefix", new TomlString(prefix, default));
            AtomicFile.Write(path, editor.ToBytes());
        }
    }

    private static async Task<int?> TrustAsync(string root, FleetConfiguration configuration, string? written, CliContext here, CancellationToken cancellation)
    {
        List<string> lines = [.. (written ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}")];
        lines.AddRange(written is null ? [] : [""]);
        lines.Add($"This is what the fleet can run in {root}:");
        lines.AddRange(RunnableContent.Of(configuration).Lines.Select(line => $"  {line}"));
        var page = new QuestionPage("fleet: trust", lines, [('t', "trust: let this run from now on, until it changes, and open the console"), ('q', "leave; nothing is started")]);
        if (await QuestionProgram.AskAsync(page, ConsoleSetup.Of(null, null, _ => false), here.Time, cancellation) != 't')
        {
            await here.Output.WriteLineAsync("nothing was started; 'fleet trust' lets it run, then 'fleet'");
            return ExitCode.Done;
        }

        using var told = new StringWriter();
        var code = await TrustVerb.RunAsync(showOnly: false, here with { Output = told }, cancellation);
        return code == ExitCode.Done ? null : throw new Api.Client.FleetApiException(code, told.ToString().Trim());
    }
}
