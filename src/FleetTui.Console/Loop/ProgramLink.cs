using FleetTui.Console.Effects;

namespace FleetTui.Console.Loop;

/// <summary>Short programs that run beside the console; they end with it.</summary>
internal sealed class ProgramLink(ILocalPrograms? programs, Action<ConsoleMessage> post)
{
    private readonly List<Task> _running = [];

    public void Run(Effect.RunProgram effect, CancellationToken cancellation)
    {
        _running.RemoveAll(task => task.IsCompleted);
        _running.Add(Task.Run(() => RunAsync(effect, cancellation), CancellationToken.None));
    }

    public void Find(IRunningFleets fleets, Effect.FindFleets effect, CancellationToken cancellation)
    {
        _running.RemoveAll(task => task.IsCompleted);
        _running.Add(Task.Run(() => FindAsync(fleets, effect, cancellation), CancellationToken.None));
    }

    public Task EndedAsync() => Task.WhenAll(_running);

    private async Task FindAsync(IRunningFleets fleets, Effect.FindFleets effect, CancellationToken cancellation)
    {
        try
        {
            post(new ConsoleMessage.Fleets(await fleets.FindAsync(cancellation).ConfigureAwait(false), effect.Then));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            post(new ConsoleMessage.Say($"the fleets that run cannot be found: {failure.Message}", Error: true));
        }
    }

    private async Task RunAsync(Effect.RunProgram effect, CancellationToken cancellation)
    {
        try
        {
            var failed = programs is null ? "no program can be run here" : await programs.RunAsync(effect.Command, effect.Environment, effect.Input, cancellation).ConfigureAwait(false);
            if (failed is not null)
            {
                post(effect.Failed(failed));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}
