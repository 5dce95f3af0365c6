using FleetTui.Console.Effects;
using FleetTui.Console.Verbs;

namespace FleetTui.Console.Loop;

/// <summary>The verbs that run for the console. A verb's failure is in what it prints.</summary>
internal sealed class VerbRuns(IFleetVerbs? verbs, Action<ConsoleMessage> post)
{
    private readonly Dictionary<VerbPanel, (CancellationTokenSource Stop, Task Run)> _running = [];

    /// <summary>On the loop's turn only.</summary>
    public void Ask(Effect effect, CancellationToken cancellation)
    {
        if (effect is Effect.RunVerb run && verbs is not null)
        {
            Forget();
            var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _running[run.Panel] = (stop, Task.Run(() => RunAsync(verbs, run, stop.Token), CancellationToken.None));
        }
        else if (effect is Effect.StopVerb ended && _running.TryGetValue(ended.Panel, out var found))
        {
            found.Stop.Cancel();
        }
    }

    /// <summary>Ends all, and waits for it.</summary>
    public async Task EndAsync()
    {
        foreach (var (stop, _) in _running.Values)
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(_running.Values.Select(running => running.Run)).ConfigureAwait(false);
        Forget();
    }

    private void Forget()
    {
        foreach (var (panel, running) in _running.Where(pair => pair.Value.Run.IsCompleted).ToList())
        {
            running.Stop.Dispose();
            _running.Remove(panel);
        }
    }

    private async Task RunAsync(IFleetVerbs from, Effect.RunVerb run, CancellationToken cancellation)
    {
        var code = 4;
        try
        {
            code = await from.RunAsync(run.Line, text => post(new ConsoleMessage.VerbWrote(run.Panel, text)), cancellation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            post(new ConsoleMessage.VerbWrote(run.Panel, failure.Message));
        }

        post(new ConsoleMessage.VerbEnded(run.Panel, code));
    }
}
