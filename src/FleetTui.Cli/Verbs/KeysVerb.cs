using System.CommandLine;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Output;
using FleetTui.Console.Commands;
using FleetTui.Console.Keys;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet keys</c>: the console's keys as they are set in this repository, each with what it does.</summary>
internal static class KeysVerb
{
    public static Command Create(CliContext context) => new Command("keys", "List the console's keys.").Does(context, async (_, here, _) =>
    {
        var common = CommonDirectory.Find(here.Directory);
        var options = ConsoleSetup.Of(common is null ? null : Path.GetDirectoryName(common), stateFile: null, _ => false);
        var keys = new KeyTables(options.Prefix, options.AltKeys, options.VimNavigation, options.Keys, CommandTable.Default.Has);
        var table = new TextTable("KEY", "COMMAND", "WHAT IT DOES");
        Add(keys.Prefix, $"{keys.PrefixKey} ");
        Add(keys.Root, "");
        await table.WriteAsync(here.Output);
        foreach (var change in keys.Displaced)
        {
            await here.Error.WriteLineAsync($"fleet: {change}");
        }

        foreach (var problem in keys.Problems)
        {
            await here.Error.WriteLineAsync($"fleet: {problem}");
        }

        return keys.Problems.Count == 0 ? ExitCode.Done : ExitCode.Input;

        void Add(IEnumerable<KeyBinding> bindings, string before)
        {
            foreach (var binding in bindings)
            {
                var command = CommandTable.Default.Find(binding.Command);
                table.Add($"{before}{binding.Key}", binding.Command, command is null ? "" : command.Available ? command.Note : $"{command.Note} (not in this version)");
            }
        }
    });
}
