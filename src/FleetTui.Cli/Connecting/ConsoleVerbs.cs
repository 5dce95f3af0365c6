using System.CommandLine;
using System.CommandLine.Parsing;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Output;
using FleetTui.Console.Verbs;

namespace FleetTui.Cli.Connecting;

/// <summary>The command line as the console has it: what its tree holds, run by its own parser in this process.</summary>
internal sealed class ConsoleVerbs(CliContext context) : IFleetVerbs
{
    private static readonly HashSet<string> Reading =
        ["status", "why", "capture", "find", "role list", "lane status", "migration check", "log", "keys", "config check", "doctor", "host status", "hooks status", "version", "diff"];

    private static readonly HashSet<string> Asking =
        ["down", "restart", "land", "trust", "host upgrade", "hooks remove", "slot stop", "slot restart", "slot agent", "slot account", "slot remove"];

    private static readonly Dictionary<string, string> Outside = new(StringComparer.Ordinal)
    {
        ["attach"] = "this is the console already",
        ["demo"] = "it has a console of its own: run it in a shell",
        ["vt"] = "it reads its standard input: run it in a shell",
        ["slot open"] = "it needs a terminal of its own: the command \"open\" does it here",
        ["slot shell"] = "it needs a terminal of its own: the command \"shell\" does it here",
    };

    private readonly Lazy<IReadOnlyList<FleetVerb>> _all = new(() => [.. Leaves(CommandTree.Create(context), "").Select(Verb)]);

    /// <summary>Every verb that this file names.</summary>
    public static IEnumerable<string> Named => [.. Reading, .. Asking, .. Outside.Keys];

    public IReadOnlyList<FleetVerb> All => _all.Value;

    public IReadOnlyList<string> Complete(string line) =>
    [
        .. CommandTree.Create(context).Parse(line).GetCompletions(line.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(word => word.Length > 2 && !word.StartsWith('/') && word is not ("--help" or "--version")),
    ];

    public Task<int> RunAsync(string line, Action<string> wrote, CancellationToken cancellation)
    {
        var output = new PieceWriter(wrote);
        return FleetCommand.RunAsync([.. CommandLineParser.SplitCommandLine(line)], context with { Output = output, Error = output }, cancellation);
    }

    /// <summary>All verbs that do something, with their groups' names.</summary>
    public static IEnumerable<(string Name, Command Verb)> Leaves(Command command, string group)
    {
        foreach (var verb in command.Subcommands.Where(verb => !verb.Hidden))
        {
            var name = group.Length > 0 ? $"{group} {verb.Name}" : verb.Name;
            foreach (var leaf in verb.Subcommands.Any(part => !part.Hidden) ? Leaves(verb, name) : [(name, verb)])
            {
                yield return leaf;
            }
        }
    }

    private static FleetVerb Verb((string Name, Command Verb) leaf)
    {
        var (name, verb) = leaf;
        var needs = verb.Arguments.Any(argument => argument.Arity.MinimumNumberOfValues > 0);
        var arguments = string.Join(' ', verb.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues > 0 ? argument.Name : $"[{argument.Name}]"));
        return new FleetVerb(name, verb.Description ?? "", arguments, needs, !Reading.Contains(name), Asking.Contains(name), Outside.GetValueOrDefault(name));
    }
}
