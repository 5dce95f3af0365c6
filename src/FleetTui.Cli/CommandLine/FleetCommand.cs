using System.CommandLine;
using System.CommandLine.Help;
using FleetTui.Api.Client;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Cli.CommandLine;

/// <summary>The command line as a whole: which verb was meant, and what its failure answers.</summary>
internal static class FleetCommand
{
    // Of errno(3), which is what the runtime puts into its exceptions.
    private const int BadDescriptor = 9;
    private const int NoSpace = 28;
    private const int BrokenPipe = 32;

    /// <summary>Runs this process's command line to its exit code.</summary>
    public static async Task<int> RunProcessAsync(string[] args)
    {
        var context = CliContext.OfProcess();
        if (DirectVerb.Find(args) is not null)
        {
            return await RunAsync(args, context, CancellationToken.None);
        }

        using var interrupt = new Interrupt();
        var code = await RunAsync(args, context, interrupt.Token);
        return interrupt.Signal is { } signal ? 128 + signal : code;
    }

    /// <summary>Runs one command line against a context.</summary>
    public static async Task<int> RunAsync(string[] args, CliContext context, CancellationToken cancellation)
    {
        int code;
        var bugs = BugReport.LogFile(context);
        try
        {
            code = DirectVerb.Find(args) is { } direct
                ? await direct.RunAsync(context, cancellation)
                : await ParseAndRunAsync(args, context, cancellation);
        }
        catch (Exception failure)
        {
            return await FailureAsync(failure, args, context, bugs, cancellation);
        }

        return OutputProblem(context) is { } problem ? await UnwrittenAsync(problem, code, context) : code;
    }

    /// <summary>Tells what ended a verb early.</summary>
    /// <returns>The exit code for it.</returns>
    public static Task<int> FailureAsync(Exception failure, string[] args, CliContext context, CancellationToken cancellation) =>
        FailureAsync(failure, args, context, BugReport.LogFile(context), cancellation);

    private static async Task<int> FailureAsync(Exception failure, string[] args, CliContext context, string bugs, CancellationToken cancellation)
    {
        int code;
        switch (failure)
        {
            case FleetApiException refusal:
                await context.Error.WriteLineAsync($"fleet: {refusal.Message}");
                code = refusal.ExitCode;
                break;
            case TerminalHostException refusal:
                await context.Error.WriteLineAsync($"fleet: {refusal.Message}");
                code = ExitCode.Input;
                break;
            case OperationCanceledException when cancellation.IsCancellationRequested:
                code = ExitCode.Done;
                break;
            case IOException { HResult: NoSpace } full:
                await context.Error.WriteLineAsync($"fleet: the disk is full, make room and try again: {full.Message.TrimEnd('.')}");
                return ExitCode.No;
            case IOException { HResult: BadDescriptor or BrokenPipe } unwritten:
                return await UnwrittenAsync(unwritten, ExitCode.Done, context);
            // The reader of our output (head, less…) may go first; that is no failure of ours.
            case var _ when OutputProblem(context) is { } unwritten:
                return await UnwrittenAsync(unwritten, ExitCode.Done, context);
            default:
                await BugReport.TellAsync(failure, args, bugs, context);
                code = ExitCode.Bug;
                break;
        }

        return OutputProblem(context) is { } problem ? await UnwrittenAsync(problem, code, context) : code;
    }

    /// <summary>A reader that went has what it wanted; anything else, such as a full disk, has left the output short.</summary>
    private static async Task<int> UnwrittenAsync(IOException problem, int code, CliContext context)
    {
        if (problem.HResult == BrokenPipe)
        {
            return ExitCode.Done;
        }

        await context.Error.WriteLineAsync($"fleet: the output could not be written: {problem.Message.TrimEnd('.')}");
        return code == ExitCode.Done ? ExitCode.No : code;
    }

    private static async Task<int> ParseAndRunAsync(string[] args, CliContext context, CancellationToken cancellation)
    {
        var parsed = CommandTree.Create(context).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpAction && WrongUsage.Of(parsed) is { } wrong)
        {
            await context.Error.WriteLineAsync($"fleet: {wrong}");
            return ExitCode.Input;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = context.Output,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellation);
    }

    private static IOException? OutputProblem(CliContext context)
    {
        try
        {
            context.Output.Flush();
            return null;
        }
        catch (IOException problem)
        {
            return problem;
        }
    }
}
