using FleetTui.Cli.Demo.Sandbox;
using FleetTui.Processes;

namespace FleetTui.Cli.Demo;

/// <summary>Demos that were killed leave a sandbox with a daemon, a host and agents running; the next demo ends and removes them.</summary>
internal static class AbandonedSandboxes
{
    /// <param name="end">Ends the fleet of a sandbox.</param>
    public static async Task RemoveAsync(Func<string, Task> end)
    {
        foreach (var root in Directory.EnumerateDirectories(DemoSandbox.Parent, DemoSandbox.DirectoryPrefix + "*"))
        {
            try
            {
                if (!File.Exists(DemoSandbox.Claim(root)) || File.Exists(Kept(root)))
                {
                    continue;
                }

                using var claim = FileLock.TryAcquire(DemoSandbox.Claim(root));
                if (claim is not null)
                {
                    await end(root);
                }
            }
            catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
            {
                // Another user's.
            }
        }
    }

    /// <summary>Marks a sandbox that the user wants to keep.</summary>
    public static string Kept(string root) => Path.Combine(root, "kept");
}
