using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FleetTui.Configuration.Schema;

namespace FleetTui.Cli.CommandLine;

/// <summary>Says in one sentence what is wrong with a command line, with the nearest valid name.</summary>
internal static class WrongUsage
{
    /// <summary>Null when nothing is wrong.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            return Unknown(token, command);
        }

        if (MistypedOption(parsed) is { } option)
        {
            return Unknown(option, command);
        }

        if (parsed.Errors is not [var error, ..])
        {
            return null;
        }

        if (NotANumber(parsed) is { } number)
        {
            return number;
        }

        if (command.Arguments.FirstOrDefault(argument => IsMissing(argument, parsed)) is { } missing)
        {
            return $"'{PathOf(command)}' needs {missing.Name}; see '{PathOf(command)} --help'";
        }

        return command.Action is null
            ? $"'{PathOf(command)}' needs one of: {string.Join(", ", VisibleVerbs(command))}"
            : $"{error.Message.TrimEnd('.')}; see '{PathOf(command)} --help'";
    }

    private static bool IsMissing(Argument argument, ParseResult parsed) =>
        argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is null or { Tokens.Count: 0 };

    /// <summary>A list of slots takes every word that is no known option; no slot's id begins with a dash.</summary>
    private static string? MistypedOption(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .Where(result => result.Argument.Name == VerbExtensions.SlotName)
        .SelectMany(result => result.Tokens)
        .Select(token => token.Value)
        .FirstOrDefault(value => value.StartsWith('-'));

    private static string? NotANumber(ParseResult parsed) => parsed.CommandResult.Children.OfType<OptionResult>()
        .Where(result => result.Errors.Any() && result.Tokens.Count == 1 && (result.Option.ValueType == typeof(int) || result.Option.ValueType == typeof(double)))
        .Where(result => !double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out _))
        .Select(result => $"{result.Option.Name} takes a number, not '{result.Tokens[0].Value}'")
        .FirstOrDefault();

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var kind = isOption ? "option" : command.Subcommands.Count > 0 ? "verb" : "argument";
        var candidates = isOption ? OptionsOf(command) : VisibleVerbs(command);
        return NearestName.Of(token, candidates) is { } nearest
            ? $"unknown {kind} '{token}'; did you mean '{nearest}'?"
            : $"unknown {kind} '{token}'; see '{PathOf(command)} --help'";
    }

    private static IEnumerable<string> VisibleVerbs(Command command) =>
        command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive))
            .SelectMany(option => option.Aliases.Prepend(option.Name));

    private static string PathOf(Command command)
    {
        var names = new Stack<string>();
        for (var current = command; current is not null; current = current.Parents.OfType<Command>().FirstOrDefault())
        {
            names.Push(current is RootCommand ? "fleet" : current.Name);
        }

        return string.Join(' ', names);
    }
}
