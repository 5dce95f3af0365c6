using System.CommandLine;
using FleetTui.Cli.Verbs;

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
        StatusVerb.Create(context),
        WhyVerb.Create(context),
        SendVerb.Create(context),
        CaptureVerb.Create(context),
        RoleVerb.Create(context),
        LandVerb.Create(context),
        LaneVerb.Create(context),
        MigrationVerb.Create(context),
        LogVerb.Create(context),
        DemoVerb.Create(context),
    ];
}
