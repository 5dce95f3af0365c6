using FleetTui.Cli.Verbs;

namespace FleetTui.Cli.CommandLine;

/// <summary>
/// The way from Main to <c>fleet vt</c> that loads nothing else: conformance suites start it a thousand times, and everything that any other verb needs
/// (parser, connections, tasks) would double its start. <c>fleet -C DIR vt</c> and failures go the way of all verbs.
/// </summary>
internal static class VtProgram
{
    public static bool IsMeant(string[] args)
    {
        if (args.Length == 0 || args[0] != "vt")
        {
            return false;
        }

        foreach (var arg in args)
        {
            if (arg is "--help" or "-h" or "-?" or VerbExtensions.DirectoryOption)
            {
                return false;
            }
        }

        return true;
    }

    public static int Run(string[] args)
    {
        try
        {
            return VtVerb.Run(args[1..], new StandardFile(0), new StandardFile(1));
        }
        catch (Exception failure)
        {
            return FleetCommand.FailureAsync(failure, args, CliContext.OfProcess(), CancellationToken.None).GetAwaiter().GetResult();
        }
    }
}
