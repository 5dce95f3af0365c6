namespace FleetTui.Daemon.Tests;

/// <summary>A daemon in this process; disposing ends it in order.</summary>
internal sealed class RunningDaemon : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();

    public RunningDaemon(FleetWorld world)
    {
        var options = Program.Options(world.Root, world.Environment);
        Exit = Task.Run(() => DaemonProgram.RunAsync(options, stop.Token));
    }

    /// <summary>Its exit code, when it has ended.</summary>
    public Task<int> Exit { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Assert.Equal(0, await Exit.WaitAsync(TimeSpan.FromSeconds(30)));
        stop.Dispose();
    }
}
