using System.CommandLine;
using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;
using FleetTui.Cli.Demo;
using FleetTui.Cli.Demo.Sandbox;
using FleetTui.Cli.Output;

namespace FleetTui.Cli.Verbs;

/// <summary><c>fleet demo</c>: twelve scripted agents in a throw-away repository. Leaving the console ends it all and removes it, unless <c>--keep</c>.</summary>
internal static class DemoVerb
{
    private const double UsualSeconds = 20;

    public static Command Create(CliContext context)
    {
        var headless = new Option<bool>("--headless") { Description = "Without a console: run, land, count, end." };
        var seconds = new Option<double>("--seconds") { Description = "With --headless: how long the agents begin new work.", HelpName = "N", DefaultValueFactory = _ => UsualSeconds };
        var json = VerbExtensions.Json();
        var keep = new Option<bool>("--keep") { Description = "Leave the sandbox and its fleet running at the end." };
        return new Command("demo", "See it work: twelve scripted agents in a throw-away repository.") { headless, seconds, json, keep }.Does(context, (parsed, here, cancellation) =>
        {
            var duration = parsed.GetValue(seconds);
            if (duration is < 0 or > 86_400 or double.NaN)
            {
                throw new FleetApiException(ExitCode.Input, "--seconds must be between 0 and 86400");
            }

            return RunAsync(parsed.GetValue(headless) ? duration : null, parsed.GetValue(json), parsed.GetValue(keep), here, cancellation);
        });
    }

    /// <param name="seconds">Null: with the console.</param>
    private static async Task<int> RunAsync(double? seconds, bool json, bool keep, CliContext context, CancellationToken cancellation)
    {
        if (seconds is null)
        {
            ConsoleLaunch.DemandTerminal();
            await context.Error.WriteLineAsync("Setting up the demo: a throw-away repository and twelve scripted agents…");
        }

        await AbandonedSandboxes.RemoveAsync(root => SandboxEnding.EndAsync(root, context, CancellationToken.None));
        using var sandbox = await DemoSandbox.CreateAsync(brisk: seconds is not null, [Executable.Path, .. Executable.Arguments], context.Time.GetUtcNow(), cancellation);
        var inside = context with { Directory = sandbox.Hub };
        try
        {
            return seconds is { } duration
                ? await HeadlessAsync(sandbox, duration, json, inside, cancellation)
                : await WithConsoleAsync(sandbox, keep, inside, cancellation);
        }
        finally
        {
            if (keep)
            {
                await File.WriteAllTextAsync(AbandonedSandboxes.Kept(sandbox.Root), "", CancellationToken.None);
                await context.Error.WriteLineAsync($"The demo goes on in {sandbox.Root}: fleet -C {sandbox.Hub} (with XDG_RUNTIME_DIR={sandbox.Root}/run)");
            }
            else
            {
                await SandboxEnding.EndAsync(sandbox.Root, inside, CancellationToken.None);
            }
        }
    }

    private static async Task<int> HeadlessAsync(DemoSandbox sandbox, double seconds, bool json, CliContext context, CancellationToken cancellation)
    {
        await using var fleet = await context.Fleets.ConnectOrStartAsync(context, cancellation);
        var report = await new HeadlessDemo(sandbox, context).RunAsync(fleet, seconds, cancellation);
        await (json ? CliJson.WriteLineAsync(context.Output, report) : WriteAsync(report, context));
        return report.Lost == 0 ? ExitCode.Done : ExitCode.No;
    }

    private static async Task<int> WithConsoleAsync(DemoSandbox sandbox, bool keep, CliContext context, CancellationToken cancellation)
    {
        int code;
        await using (var fleet = await context.Fleets.ConnectOrStartAsync(context, cancellation))
        {
            code = await ConsoleLaunch.OpenAsync(Task.FromResult(fleet), context, cancellation);
        }

        if (!keep)
        {
            await context.Error.WriteLineAsync("Ending the demo: counting the commits, stopping the agents, removing the sandbox… (fleet demo --keep leaves it running)");
        }

        var tally = await DemoTally.CountAsync(sandbox, CancellationToken.None);
        await context.Output.WriteLineAsync($"The agents made {Commits(tally.Commits)}: {tally.Landed} landed, {tally.Lost.Count} lost, the rest was in the slots.");
        return tally.Lost.Count == 0 ? code : ExitCode.No;
    }

    private static Task WriteAsync(DemoReport report, CliContext context) => context.Output.WriteLineAsync(
        $"{report.Slots} slots made {Commits(report.Commits)} in {report.Seconds} s; {report.Landed} landed, {report.RejectedPushes} pushes rejected, "
        + $"{report.Conflicts} conflicts and {report.MigrationsBlocked} migrations held, {report.Lost} lost.");

    private static string Commits(int count) => count == 1 ? "1 commit" : $"{count} commits";
}
