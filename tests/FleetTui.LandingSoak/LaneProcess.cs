using System.Diagnostics;
using System.Globalization;

namespace FleetTui.LandingSoak;

/// <summary>A process that lands once, for being killed: after a record of its journal, at a git command (its git is a script that counts), or from outside.</summary>
internal static class LaneProcess
{
    internal const string DieAtRecord = "FLEET_SOAK_RECORD", Git = "FLEET_SOAK_GIT";

    internal static async Task<int> RunAsync(string world, int slots)
    {
        var at = int.TryParse(Environment.GetEnvironmentVariable(DieAtRecord), CultureInfo.InvariantCulture, out var record) ? record : 0;
        using var lane = await LaneOfWorld.OpenAsync(world, slots, Environment.GetEnvironmentVariable(Git) ?? "git", () =>
        {
            if (--at == 0)
                Process.GetCurrentProcess().Kill();
        });
        Console.WriteLine("ready");
        await lane.LandAsync([], CancellationToken.None);
        return 0;
    }
}
