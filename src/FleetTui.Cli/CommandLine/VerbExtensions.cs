using System.CommandLine;

namespace FleetTui.Cli.CommandLine;

/// <summary>What all verbs share.</summary>
internal static class VerbExtensions
{
    public const string DirectoryOption = "-C";

    /// <summary>What every argument that names a slot, or several, is called.</summary>
    public const string SlotName = "SLOT";

    /// <summary>Sets what the verb does; it is given the context as seen from the directory that <c>-C</c> names.</summary>
    public static Command Does(this Command command, CliContext context, Func<ParseResult, CliContext, CancellationToken, Task<int>> action)
    {
        command.SetAction((parsed, cancellation) =>
        {
            var directories = parsed.GetValue<string[]>(DirectoryOption) ?? [];
            return action(parsed, context.In(directories), cancellation);
        });
        return command;
    }

    public static Option<bool> Json() => new("--json") { Description = "Print JSON for scripts." };

    public static Argument<string> Slot() => new(SlotName) { Description = "A slot's id, e.g. ps2." };
}
