using FleetTui.TerminalHost.Client;

namespace FleetTui.Daemon.Tests;

internal static class Screen
{
    /// <summary>Waits until a pane shows what is wanted.</summary>
    public static async Task UntilAsync(ITerminalHost host, string pane, Func<IReadOnlyList<string>, bool> wanted)
    {
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        guard.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var lines = (await host.CaptureAsync(pane, 100, guard.Token)).Lines;
            if (wanted(lines))
            {
                return;
            }

            await Task.Delay(50, guard.Token);
        }
    }
}
