using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Tests;

/// <summary>One command line run to its end within the test's process.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(FakeFleet fleet, params string[] args) => InAsync("/", fleet, args);

    public static async Task<CommandRun> InAsync(string directory, FakeFleet fleet, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext(directory, output, error, _ => null, fleet, new StoppedClock(Samples.Noon.AddMinutes(5)));
        var code = await FleetCommand.RunAsync(args, context, TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
