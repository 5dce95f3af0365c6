namespace FleetTui.Daemon.Tests;

public sealed class IdleSpecs
{
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    /// <summary>Fails with a framework whose Kestrel keeps its heartbeat elsewhere: see docs/decisions/kestrel-heartbeat.md.</summary>
    [Fact]
    public async Task The_server_keeps_no_thread_that_wakes_up_by_the_clock_and_goes_on_answering()
    {
        await using var world = await FleetWorld.CreateAsync("sleep 1000");
        var daemon = world.StartProcess();
        await world.UntilAsync(status => status.Slots.Count == 2);
        await world.UntilAsync(_ => Threads(daemon.Pid).Contains(".NET Sockets") && !Threads(daemon.Pid).Contains("Kestrel Timer"));

        Assert.Equal(2, (await world.Api.StatusAsync(cancellation)).Slots.Count);
        await world.Api.ShutdownAsync(cancellation);
        Assert.Equal(0, Assert.IsType<FleetTui.Processes.CommandEnd.Exited>(await daemon.Ended.WaitAsync(TimeSpan.FromSeconds(30), cancellation)).Code);
    }

    private static IReadOnlyList<string> Threads(int pid) => [.. Directory.GetDirectories($"/proc/{pid}/task").Select(Name)];

    private static string Name(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).TrimEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
