using FleetTui.Cli.Verbs;
using FleetTui.Cli.Verbs.Host;

namespace FleetTui.Cli.CommandLine;

/// <summary>
/// A verb that is found without the parser, which would cost it a third of its start: <c>vt</c> runs once per test case or bug report,
/// <c>host</c> and <c>daemon</c> while somebody waits for the first frame. They handle signals by themselves.
/// </summary>
internal sealed class DirectVerb
{
    private readonly Func<CliContext, string[], CancellationToken, Task<int>> _run;
    private readonly string[] _directories;
    private readonly string[] _rest;

    private DirectVerb(Func<CliContext, string[], CancellationToken, Task<int>> run, string[] directories, string[] rest)
    {
        _run = run;
        _directories = directories;
        _rest = rest;
    }

    /// <summary>Null when the arguments name another verb. <c>-C DIR</c> may stand before the verb, and right after it.</summary>
    public static DirectVerb? Find(string[] args)
    {
        var directories = new List<string>();
        var next = 0;
        TakeDirectories();
        if (next >= args.Length || Action(args[next]) is not { } run || args.Any(arg => arg is "--help" or "-h" or "-?"))
        {
            return null;
        }

        var isHost = args[next] == "host";
        next++;
        TakeDirectories();
        if (isHost && !HostVerb.IsDirect(args[next..]))
        {
            return null;
        }

        return new DirectVerb(run, [.. directories], args[next..]);

        void TakeDirectories()
        {
            for (; next + 1 < args.Length && args[next] == VerbExtensions.DirectoryOption; next += 2)
            {
                directories.Add(args[next + 1]);
            }
        }
    }

    public Task<int> RunAsync(CliContext context, CancellationToken cancellation) => _run(context.In(_directories), _rest, cancellation);

    private static Func<CliContext, string[], CancellationToken, Task<int>>? Action(string verb) => verb switch
    {
        "vt" => VtAsync,
        "host" => HostVerb.RunAsync,
        "daemon" => DaemonVerb.RunAsync,
        _ => null,
    };

    private static Task<int> VtAsync(CliContext context, string[] arguments, CancellationToken cancellation)
    {
        _ = context;
        using var input = new StandardFile(0);
        using var output = new StandardFile(1);
        return Task.FromResult(VtVerb.Run(arguments, input, output));
    }
}
