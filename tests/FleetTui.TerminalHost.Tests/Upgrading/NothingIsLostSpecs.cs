using System.Globalization;
using System.Text;
using FleetTui.TerminalHost.Client;

namespace FleetTui.TerminalHost.Tests.Upgrading;

/// <summary>A host that becomes another program: what flows goes on as if nothing had happened.</summary>
public class NothingIsLostSpecs
{
    [Fact]
    public async Task Twelve_flooding_panes_lose_and_double_no_line_in_several_upgrades()
    {
        await using var host = await HostProcess.StartAsync();
        const string counting = "i=0; while [ ! -e stop ]; do seq $i $((i+99)); i=$((i+100)); done; echo end $i";
        for (var pane = 0; pane < 12; pane++) await host.RunAsync($"p{pane}", counting, scrollback: 1_000_000);
        await using var view = await host.WatchAsync("p0");
        await view.UntilAsync(shown => shown.FirstScreenLine > 100);

        for (var upgrade = 2; upgrade <= 4; upgrade++) Assert.Equal(upgrade, (await host.UpgradeAsync()).Generation);
        await File.WriteAllTextAsync(host["stop"], "");

        for (var pane = 0; pane < 12; pane++)
        {
            await using var one = await host.WatchAsync($"p{pane}");
            await one.UntilEndedAsync();
            var lines = (await HostProcess.LinesAsync(one)).Where(line => line.Length > 0).ToList();
            var count = int.Parse(lines[^1].AsSpan("end ".Length), CultureInfo.InvariantCulture);
            Assert.Equal(count, lines.Count - 1);
            for (var line = 0; line < count; line++) Assert.Equal(line, int.Parse(lines[line], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Input_that_comes_meanwhile_arrives_once_and_in_order()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "stty raw -echo; echo ready; exec head -c 40000 > taken");
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        var typed = new StringBuilder();
        var sent = new List<Task>();
        var upgrading = Task.Run(async () =>
        {
            for (var upgrade = 0; upgrade < 3; upgrade++) await host.UpgradeAsync();
        });
        for (var word = 0; word < 5000; word++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{word:0000000} ");
            typed.Append(text);
            sent.Add(host.Host.WriteAsync("one", Encoding.ASCII.GetBytes(text), default));
            if (!upgrading.IsCompleted) await Task.WhenAny(sent[^1], Task.Delay(1));
        }

        await upgrading.WaitAsync(HostFixture.Hang);
        await Task.WhenAll(sent).WaitAsync(HostFixture.Hang);
        await view.UntilEndedAsync();
        Assert.Equal(typed.ToString(), await File.ReadAllTextAsync(host["taken"]));
    }

    [Fact]
    public async Task Input_that_the_program_has_not_read_yet_goes_with_it()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("one", "stty raw -echo; echo ready; while [ ! -e go ]; do sleep 0.05; done; exec head -c 300000 > taken");
        await using var view = await host.WatchAsync("one");
        await view.UntilShowsAsync("ready");
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(word => $"{word:000000000} "));
        await host.Host.WriteAsync("one", Encoding.ASCII.GetBytes(text), default);
        await host.UpgradeAsync();
        await File.WriteAllTextAsync(host["go"], "");
        await view.UntilEndedAsync();
        Assert.Equal(text, await File.ReadAllTextAsync(host["taken"]));
    }

    [Fact]
    public async Task Every_exit_code_is_told_once_whenever_a_program_ends()
    {
        await using var host = await HostProcess.StartAsync();
        const int panes = 40;
        var ended = new Dictionary<string, List<int?>>();
        using var hang = new CancellationTokenSource(HostFixture.Hang);
        var listening = Task.Run(async () =>
        {
            await foreach (var happened in host.Host.EventsAsync(hang.Token))
            {
                if (happened is not PaneEvent.Exited exited) continue;
                if (!ended.TryGetValue(exited.Pane, out var codes)) ended[exited.Pane] = codes = [];
                codes.Add(exited.ExitCode);
                if (ended.Count == panes) return;
            }
        });
        for (var pane = 0; pane < panes; pane++)
            await host.RunAsync($"p{pane}", string.Create(CultureInfo.InvariantCulture, $"read x; sleep {pane * 0.02:0.00}; exit {pane + 1}"));
        for (var pane = 0; pane < panes; pane++) await host.Host.WriteAsync($"p{pane}", "\n"u8.ToArray(), default);
        for (var upgrade = 0; upgrade < 3; upgrade++) await host.UpgradeAsync();

        await listening;
        Assert.All(Enumerable.Range(0, panes), pane => Assert.Equal([pane + 1], ended[$"p{pane}"]));
        Assert.All(await host.Host.ListAsync(default), info => Assert.Equal(PaneLife.Exited, info.Life));
    }

    [Fact]
    public async Task A_program_that_was_asked_to_end_is_still_killed_and_who_waits_for_it_is_told()
    {
        await using var host = await HostProcess.StartAsync();
        await host.RunAsync("deaf", "trap '' HUP; echo ready; while :; do sleep 0.05; done");
        await using var view = await host.WatchAsync("deaf");
        await view.UntilShowsAsync("ready");
        var stopping = host.Host.StopAsync("deaf", TimeSpan.FromSeconds(2), default);
        await host.UpgradeAsync();
        await stopping.WaitAsync(HostFixture.Hang);
        Assert.Equal(9, Assert.Single(await host.Host.ListAsync(default)).Signal);
    }
}
