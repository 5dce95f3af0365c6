using System.Diagnostics;

namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>Waits for a condition of the outside world, with a deadline that only a hang can reach.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    public static Task TrueAsync(Func<bool> condition, Func<string> what, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, patience);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what, TimeSpan? patience = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(began) > (patience ?? Patience))
            {
                Assert.Fail($"Waited in vain for {what()}");
            }

            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }
}
