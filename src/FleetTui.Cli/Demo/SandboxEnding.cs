using FleetTui.Api.Client;
using FleetTui.Cli.CommandLine;
using FleetTui.Cli.Connecting;

namespace FleetTui.Cli.Demo;

/// <summary>Ends a sandbox's fleet and removes the sandbox.</summary>
internal static class SandboxEnding
{
    private const int MostTries = 50;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);

    public static async Task EndAsync(string root, CliContext context, CancellationToken cancellation)
    {
        var hub = Path.Combine(root, "hub");
        if (Directory.Exists(Path.Combine(hub, ".git")))
        {
            var inside = context with
            {
                Directory = hub,
                Environment = name => name switch
                {
                    "XDG_RUNTIME_DIR" => Path.Combine(root, "run"),
                    "FLEET_TOKEN" => null,
                    _ => context.Environment(name),
                },
            };
            try
            {
                await FleetEnding.EndAsync(inside, cancellation);
            }
            catch (FleetApiException failure)
            {
                await context.Error.WriteLineAsync($"fleet: the demo in {root} did not end in order: {failure.Message}");
            }
        }

        await RemoveAsync(root, context, cancellation);
    }

    /// <summary>Programs that are just ending may still write.</summary>
    private static async Task RemoveAsync(string root, CliContext context, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(root, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                if (tries == MostTries)
                {
                    await context.Error.WriteLineAsync($"fleet: {root} could not be removed: {failure.Message}");
                    return;
                }
            }

            await Task.Delay(Wait, context.Time, cancellation);
        }
    }
}
