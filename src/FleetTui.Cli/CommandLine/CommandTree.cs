using System.CommandLine;
using System.Reflection;
using FleetTui.Cli.Verbs;
using FleetTui.Cli.Verbs.Host;

namespace FleetTui.Cli.CommandLine;

/// <summary>All verbs, in the order the help lists them.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CliContext context)
    {
        var root = new RootCommand("fleet: a full-screen console from which one developer runs a dozen coding agents. Without a verb it opens the console.");
        root.Directives.Clear();
        root.Options.Add(new Option<string[]>(VerbExtensions.DirectoryOption)
        {
            Description = "Run as if started in DIR.",
            HelpName = "DIR",
            Recursive = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        });
        foreach (var verb in Verbs(context))
        {
            root.Subcommands.Add(verb);
        }

        AttachVerb.Attach(root, context);
        return root;
    }

    private static IEnumerable<Command> Verbs(CliContext context) =>
    [
        AttachVerb.Create(context),
        InitVerb.Create(context),
        TrustVerb.Create(context),
        ConfigVerb.Create(context),
        DoctorVerb.Create(context),
        UpVerb.Create(context),
        DownVerb.Create(context),
        RestartVerb.Create(context),
        SlotVerb.Create(context),
        StatusVerb.Create(context),
        WhyVerb.Create(context),
        DiffVerb.Create(context),
        TranscriptVerb.Create(context),
        SendVerb.Create(context),
        CaptureVerb.Create(context),
        FindVerb.Create(context),
        RoleVerb.Create(context),
        LandVerb.Create(context),
        LaneVerb.Create(context),
        HooksVerb.Create(context),
        RecoverVerb.Create(context),
        MigrationVerb.Create(context),
        LogVerb.Create(context),
        KeysVerb.Create(context),
        HostVerb.Create(context),
        DemoVerb.Create(context),
        Version(context),
        .. ForHelp(),
    ];

    private static Command Version(CliContext context) => new Command("version", "Print the version, as --version does.").Does(context, async (_, here, _) =>
    {
        await here.Output.WriteLineAsync(typeof(CommandTree).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        return ExitCode.Done;
    });

    /// <summary>Verbs that <see cref="DirectVerb"/> runs; here they are only described.</summary>
    private static IEnumerable<Command> ForHelp() =>
    [
        new Command("vt", "Put the bytes of standard input through the terminal engine and print the screen.")
        {
            new Option<int>("--cols") { Description = "Columns, 1 to 1000.", HelpName = "C" },
            new Option<int>("--rows") { Description = "Rows, 1 to 1000.", HelpName = "R" },
            new Option<string>("--format") { Description = "text, or json as with --json.", HelpName = "F" },
            VerbExtensions.Json(),
            new Option<bool>("--replies") { Description = "Print what the terminal would answer." },
            new Option<int>("--chunk") { Description = "Feed so many bytes at a time.", HelpName = "N" },
            new Option<bool>("--ops") { Description = "The input is a JSON list of [\"w\", BASE64] and [\"r\", COLUMNS, ROWS]." },
        },
        new Command("daemon", "The daemon; 'fleet' and 'fleet up' start it.") { Hidden = true },
    ];
}
