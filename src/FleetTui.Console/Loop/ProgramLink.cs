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

    public Task EndedAsync() => Task.WhenAll(_running);

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
