using System.Collections.Concurrent;

namespace FleetTui.Daemon;

/// <summary>Tasks that run beside the requests. Each is awaited at the end; one that fails is a bug: it is told, and ends the daemon.</summary>
internal sealed class BackgroundWork(Action<string> tell, CancellationTokenSource stop)
{
    private readonly ConcurrentDictionary<Task, string> running = new();
    private volatile bool failed;

    /// <param name="work">Given the token that is cancelled when the daemon ends.</param>
    public void Run(string name, Func<CancellationToken, Task> work)
    {
        var task = WatchAsync(name, work);
        running[task] = name;
        task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>After the stop: waits for all. False when one failed.</summary>
    public async Task<bool> EndAsync()
    {
        await Task.WhenAll(running.Keys);
        return !failed;
    }

    private async Task WatchAsync(string name, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception bug)
        {
            failed = true;
            tell($"{name} failed: {bug}");
            await stop.CancelAsync();
        }
    }
}
