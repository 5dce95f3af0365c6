using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Loop;

/// <summary>The connection to the daemon: its stream of states followed, and made again when it ends. Panes do not depend on it.</summary>
internal sealed class DaemonLink(Func<CancellationToken, Task<IFleetApi>> connect, Action<ConsoleMessage> post, TimeProvider clock)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(750);

    private readonly Lock _gate = new();
    private readonly HashSet<Task> _calls = [];
    private volatile IFleetApi? _api;

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var reason = "the daemon ended";
            try
            {
                await using var api = await connect(cancellation).ConfigureAwait(false);
                _api = api;
                var first = true;
                await foreach (var update in api.StreamAsync(cancellation).ConfigureAwait(false))
                {
                    post(new ConsoleMessage.Fleet(update));
                    if (first)
                    {
                        first = false;
                        post(new ConsoleMessage.LogLoaded(await api.LogAsync(0, 200, cancellation).ConfigureAwait(false)));
                    }
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                reason = failure.Message;
            }
            finally
            {
                _api = null;
            }

            post(new ConsoleMessage.DaemonLink(LinkState.Gone, reason));
            await Task.Delay(Retry, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task[] open;
        lock (_gate)
        {
            open = [.. _calls];
        }

        await Task.WhenAll(open).ConfigureAwait(false);
    }

    public void Ask(Effect.Call call, CancellationToken cancellation)
    {
        var task = CallAsync(call, cancellation);
        lock (_gate)
        {
            _calls.RemoveWhere(done => done.IsCompleted);
            _calls.Add(task);
        }
    }

    private async Task CallAsync(Effect.Call call, CancellationToken cancellation)
    {
        if (_api is not { } api)
        {
            post(new ConsoleMessage.Say($"{call.What}: the daemon is not there yet", Error: true));
            return;
        }

        try
        {
            if (await Task.Run(() => call.Work(api, cancellation), cancellation).ConfigureAwait(false) is { } result)
            {
                post(result);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (FleetApiException refusal)
        {
            post(new ConsoleMessage.Say($"{call.What}: {refusal.Message}", Error: true));
        }
        catch (Exception failure)
        {
            post(new ConsoleMessage.Say($"{call.What} failed: {failure.Message}", Error: true));
        }
    }
}
