using System.Diagnostics;
using System.Globalization;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Benchmarks;

/// <summary>Time from a key sent to a pane that echoes it until the frame that shows it is applied: the host's share of what a user feels.</summary>
internal static class EchoTimes
{
    public static async Task<string> MeasureAsync(string socket, string pane, int keys)
    {
        await using var host = await TerminalHostClient.ConnectAsync(socket, default);
        await using var view = await host.WatchAsync(pane, default);
        var shown = new AutoResetEvent(false);
        view.Changed += _ => shown.Set();
        var times = new List<double>();
        for (var key = 0; key < keys; key++)
        {
            await Task.Delay(25 + (key % 7));
            shown.Reset();
            var sent = Stopwatch.GetTimestamp();
            var answer = host.WriteAsync(pane, new[] { (byte)('a' + (key % 26)) }, default);
            if (!shown.WaitOne(TimeSpan.FromSeconds(5))) return "{\"lost\":1}";
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            await answer;
            if (key % 20 == 19) await host.WriteAsync(pane, "\r"u8.ToArray(), default);
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"keys\":{keys},\"p50_ms\":{times[keys / 2]:F3},\"p99_ms\":{times[keys * 99 / 100]:F3},\"max_ms\":{times[^1]:F3}}}");
    }
}
