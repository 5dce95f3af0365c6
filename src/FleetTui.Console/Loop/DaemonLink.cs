using FleetTui.Api.Client;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;

namespace FleetTui.Console.Loop;

/// <summary>
/// The connection to the daemon: its stream of states followed, and made again when it ends. Panes do not depend on it.
/// A fleet that was ended on purpose stays so until a call starts something.
/// </summary>
/// <param name="connect">Given true when a call starts something; null when the fleet was ended on purpose.</param>
internal sealed class DaemonLink(Func<bool, CancellationToken, Task<IFleetApi?>> connect, Action<ConsoleMessage> post, TimeProvider clock)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(750);

    private readonly Lock _gate = new();
    private readonly HashSet<Task> _calls = [];
    private readonly List<TaskCompletionSource<IFleetApi?>> _waiting = [];
    private TaskCompletionSource _asked = NewSource();
    private volatile IFleetApi? _api;

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Task asked;
            bool starts;
            lock (_gate)
            {
                starts = _waiting.Count > 0;
                _asked = starts ? NewSource() : _asked;
                asked = _asked.Task;
            }

            var (state, reason) = await FollowAsync(starts, cancellation).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            post(new ConsoleMessage.DaemonLink(state, reason));
            await Task.WhenAny(asked, Task.Delay(Retry, clock, cancellation)).ConfigureAwait(false);
        }

        Answer(null);
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

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One connection from its start to its end, and why it ended.</summary>
    private async Task<(LinkState State, string Reason)> FollowAsync(bool starts, CancellationToken cancellation)
    {
        try
        {
            if (await connect(starts, cancellation).ConfigureAwait(false) is not { } api)
            {
                return (LinkState.Ended, "the fleet was ended");
            }

            await using (api.ConfigureAwait(false))
            {
                Answer(api);
                var first = true;
                await foreach (var update in api.StreamAsync(cancellation).ConfigureAwait(false))
                {
                    post(new ConsoleMessage.Fleet(update));
                    if (first)
                    {
                        first = false;
                        post(new ConsoleMessage.LogLoaded(await api.LogAsync(-1, 200, cancellation).ConfigureAwait(false)));
                    }
                }
            }

            return (LinkState.Gone, "the daemon ended");
        }
        catch (Exception failure)
        {
            return (LinkState.Gone, failure.Message);
        }
        finally
        {
            _api = null;
            if (starts)
            {
                Answer(null);
            }
        }
    }

    /// <summary>To the calls that wait: the daemon, or that it could not be started.</summary>
    private void Answer(IFleetApi? api)
    {
        lock (_gate)
        {
            _api = api;
            foreach (var waiting in _waiting)
            {
                waiting.TrySetResult(api);
            }

            _waiting.Clear();
        }
    }

    private Task<IFleetApi?> StartAsync(CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<IFleetApi?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_api is { } api)
            {
                return Task.FromResult<IFleetApi?>(api);
            }

            _waiting.Add(answer);
            _asked.TrySetResult();
        }

        return answer.Task.WaitAsync(cancellation);
    }

    private async Task CallAsync(Effect.Call call, CancellationToken cancellation)
    {
        try
        {
            var api = _api ?? (call.Starts ? await StartAsync(cancellation).ConfigureAwait(false) : null);
            if (api is null)
            {
                Fail(call, $"{call.What}: the daemon is not there");
            }
            else if (await Task.Run(() => call.Work(api, cancellation), cancellation).ConfigureAwait(false) is { } result)
            {
                post(result);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (FleetApiException refusal)
        {
            Fail(call, $"{call.What}: {refusal.Message}");
        }
        catch (Exception failure)
        {
            Fail(call, $"{call.What} failed: {failure.Message}");
        }
    }

    private void Fail(Effect.Call call, string text) => post(call.Failed?.Invoke(text) ?? new ConsoleMessage.Say(text, Error: true));
}
