using System.Collections.Concurrent;
using System.Threading.Channels;
using FleetTui.Console.Effects;
using FleetTui.Console.Model;
using FleetTui.TerminalHost;
using FleetTui.TerminalHost.Client;
using FleetTui.TerminalHost.Panes;

namespace FleetTui.Console.Loop;

/// <summary>
/// The connection to the terminal host: kept up, made again when it is lost, with every wanted pane watched again.
/// Input goes out in order, one after the other, on a queue of its own; a key that has nothing before it is sent where it was read.
/// </summary>
internal sealed class HostLink(Func<CancellationToken, Task<ITerminalHost>> connect, Action<ConsoleMessage> post, TimeProvider clock)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, bool> _wanted = new(StringComparer.Ordinal);
    private readonly Channel<Effect> _effects = Channel.CreateUnbounded<Effect>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, IPaneView> _views = new(StringComparer.Ordinal);
    private readonly List<Task> _watching = [];
    private int _changed;
    private bool _toldOfBuild;

    /// <summary>Effects queued or under way; keys that went out at once are not among them.</summary>
    private int _open;
    private volatile ITerminalHost? _host;

    public void Ask(Effect effect)
    {
        if (effect is Effect.Watch watch)
        {
            _wanted[watch.Pane] = true;
        }

        // The queue's reader comes off the thread pool, which a key should not wait for.
        if (effect is Effect.SendKey key && Volatile.Read(ref _open) == 0 && _host is { } host)
        {
            Send(host, key);
        }
        else
        {
            Enqueue(effect);
        }
    }

    private void Enqueue(Effect effect)
    {
        Interlocked.Increment(ref _open);
        _effects.Writer.TryWrite(effect);
    }

    /// <summary>Keys follow one another without waiting for the host's word on each: the connection keeps their order.</summary>
    private void Send(ITerminalHost host, Effect.SendKey key)
    {
        try
        {
            _ = host.KeyAsync(key.Pane, key.Key, CancellationToken.None).ContinueWith(
                failed => Failed(key, failed.Exception!.InnerException!),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
        catch (Exception failure) when (failure is TerminalHostException or IOException or ObjectDisposedException)
        {
            Failed(key, failure);
        }
    }

    private void Failed(Effect effect, Exception failure)
    {
        if (failure is not TerminalHostException)
        {
            Lost(effect);
        }
        else if (effect is Effect.OpenPane open)
        {
            post(new ConsoleMessage.PaneHappened(new PaneEvent.Failed(open.Pane, 0, clock.GetUtcNow(), failure.Message)));
        }
        else if (effect is not (Effect.OfferSize or Effect.ResizePane or Effect.TellFocus or Effect.ClosePane))
        {
            // A pane that ended meanwhile takes no size and no focus; the user asked for neither.
            post(new ConsoleMessage.Say(failure.Message, Error: true));
        }
    }

    /// <summary>Taken by the loop before it reads the panes, so that a later change posts anew.</summary>
    public void TakeChanges() => Interlocked.Exchange(ref _changed, 0);

    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(ConnectAsync(cancellation), PerformAsync(cancellation));

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        var told = false;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var host = await connect(cancellation).ConfigureAwait(false);
                _host = host;
                told = false;
                post(new ConsoleMessage.HostLink(LinkState.Up, ""));
                TellOfOtherBuild(host.Host.Build);
                post(new ConsoleMessage.HostPanes(await host.ListAsync(cancellation).ConfigureAwait(false)));
                foreach (var pane in _wanted.Keys)
                {
                    Enqueue(new Effect.Watch(pane));
                }

                await FollowAsync(host, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                post(new ConsoleMessage.HostLink(LinkState.Gone, failure.Message));
                told = true;
            }
            finally
            {
                _host = null;
            }

            if (!told)
            {
                post(new ConsoleMessage.HostLink(LinkState.Gone, "the terminal host closed the connection"));
            }

            await Task.Delay(Retry, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Once: they work together, and the user decides when to bring them together.</summary>
    private void TellOfOtherBuild(ProgramBuild host)
    {
        if (_toldOfBuild || host == ProgramBuild.Current)
        {
            return;
        }

        _toldOfBuild = true;
        post(new ConsoleMessage.Say(
            ProgramBuild.Current.IsNewerThan(host)
                ? "the terminal host runs an older build: 'fleet host upgrade' brings it to this one, and no agent notices"
                : "this console is older than the terminal host: detach and run the newer fleet",
            Error: false));
    }

    /// <summary>Until the connection ends.</summary>
    private async Task FollowAsync(ITerminalHost host, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var events = EventsAsync(host, ended.Token);
        await Task.WhenAny(host.Closed, events, Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation)).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await events.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task EventsAsync(ITerminalHost host, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in host.EventsAsync(cancellation).ConfigureAwait(false))
            {
                post(new ConsoleMessage.PaneHappened(item));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or TerminalHostException)
        {
        }
    }

    private async Task PerformAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var effect in _effects.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                try
                {
                    if (_host is not { } host)
                    {
                        Lost(effect);
                    }
                    else if (effect is Effect.SendKey key)
                    {
                        Send(host, key);
                    }
                    else
                    {
                        await PerformAsync(host, effect, cancellation).ConfigureAwait(false);
                    }
                }
                catch (Exception failure) when (failure is TerminalHostException or IOException or ObjectDisposedException)
                {
                    Failed(effect, failure);
                }
                finally
                {
                    Interlocked.Decrement(ref _open);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(_watching).ConfigureAwait(false);
    }

    private void Lost(Effect effect)
    {
        if (effect is Effect.SendKey or Effect.SendPaste)
        {
            post(new ConsoleMessage.Say("the terminal host is gone: what you type reaches no slot", Error: true));
        }
    }

    private async Task PerformAsync(ITerminalHost host, Effect effect, CancellationToken cancellation)
    {
        switch (effect)
        {
            case Effect.Watch watch:
                // All at once: each is done when the pane's first frame is here.
                _watching.RemoveAll(done => done.IsCompleted);
                _watching.Add(WatchAsync(host, watch, cancellation));
                break;
            case Effect.Find find:
                _watching.RemoveAll(done => done.IsCompleted);
                _watching.Add(FindAsync(find, cancellation));
                break;
            case Effect.OpenPane open:
                await OpenAsync(host, open, cancellation).ConfigureAwait(false);
                break;
            case Effect.ClosePane close:
                _wanted.TryRemove(close.Pane, out _);
                if (_views.TryRemove(close.Pane, out var closed))
                {
                    closed.Changed -= OnChanged;
                    await ForgetAsync(closed).ConfigureAwait(false);
                }

                await host.RemoveAsync(close.Pane, cancellation).ConfigureAwait(false);
                break;
            case Effect.SendMouse mouse:
                await host.MouseAsync(mouse.Pane, mouse.Mouse, cancellation).ConfigureAwait(false);
                break;
            case Effect.SendPaste paste:
                await host.PasteAsync(paste.Pane, paste.Text, cancellation).ConfigureAwait(false);
                break;
            case Effect.TellFocus focus:
                await host.FocusAsync(focus.Pane, focus.Focused, cancellation).ConfigureAwait(false);
                break;
            case Effect.OfferSize offer:
                await host.OfferSizeAsync(offer.Pane, offer.Columns, offer.Rows, cancellation).ConfigureAwait(false);
                break;
            case Effect.ResizePane resize:
                await host.ResizeAsync(resize.Pane, resize.Columns, resize.Rows, cancellation).ConfigureAwait(false);
                break;
            case Effect.FetchLines or Effect.FetchCopy:
                await FetchAsync(effect, cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task FindAsync(Effect.Find find, CancellationToken cancellation)
    {
        IReadOnlyList<Panels.Find.FoundLine> lines = [];
        try
        {
            if (find.Search == find.Panel.Search && _views.TryGetValue(find.Pane, out var view))
            {
                lines = await PaneSearch.FindAsync(find.Pane, view, find.Text, Panels.Find.FindPanel.MostOfSlot, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is TerminalHostException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A slot that is gone has nothing to find.
        }

        post(new ConsoleMessage.Found(find.Panel, find.Search, find.Pane, lines));
    }

    /// <summary>One that runs under that name is shown again, in the size it has now.</summary>
    private async Task OpenAsync(ITerminalHost host, Effect.OpenPane open, CancellationToken cancellation)
    {
        var known = (await host.ListAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(pane => pane.Pane == open.Pane);
        if (known is { Life: PaneLife.Running })
        {
            await host.ResizeAsync(open.Pane, open.Columns, open.Rows, cancellation).ConfigureAwait(false);
        }
        else
        {
            var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(pair => KeyValuePair.Create((string)pair.Key, (string)pair.Value!));
            await host.StartAsync(new PaneStart(open.Pane, open.Command, open.WorkingDirectory, PaneEnvironment.ForPane(variables), open.Columns, open.Rows, 2000), cancellation).ConfigureAwait(false);
        }

        Ask(new Effect.Watch(open.Pane));
    }

    private async Task WatchAsync(ITerminalHost host, Effect.Watch watch, CancellationToken cancellation)
    {
        try
        {
            var view = await host.WatchAsync(watch.Pane, cancellation).ConfigureAwait(false);
            view.Changed += OnChanged;
            if (_views.TryGetValue(watch.Pane, out var old))
            {
                old.Changed -= OnChanged;
                await ForgetAsync(old).ConfigureAwait(false);
            }

            _views[watch.Pane] = view;
            post(new ConsoleMessage.Watched(watch.Pane, view));
            OnChanged(view);
        }
        catch (Exception failure) when (failure is TerminalHostException or IOException or ObjectDisposedException)
        {
            Failed(watch, failure);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    private async Task FetchAsync(Effect effect, CancellationToken cancellation)
    {
        var (pane, start, count) = effect switch
        {
            Effect.FetchLines lines => (lines.Pane, lines.From, lines.Count),
            Effect.FetchCopy copy => (copy.Pane, copy.From, copy.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(effect)),
        };
        if (!_views.TryGetValue(pane, out var view))
        {
            return;
        }

        var fetched = await AllAsync(view, start, count, cancellation).ConfigureAwait(false);
        post(effect is Effect.FetchCopy wanted ? new ConsoleMessage.Copied(wanted.Text(fetched), wanted.Append) : new ConsoleMessage.Lines(pane, fetched, start));
    }

    /// <summary>The host gives a limited number of lines an answer: ask on until all are here.</summary>
    private static async Task<PaneLines> AllAsync(IPaneView view, long start, int count, CancellationToken cancellation)
    {
        var all = await view.LinesAsync(start, count, cancellation).ConfigureAwait(false);
        var (lines, wrapped, prompts) = (all.Lines.ToList(), all.Wrapped.ToList(), all.Prompts.ToHashSet());
        while (lines.Count > 0 && all.From + lines.Count < start + count)
        {
            var next = all.From + lines.Count;
            var more = await view.LinesAsync(next, (int)(start + count - next), cancellation).ConfigureAwait(false);
            if (more.Lines.Count == 0 || more.From != next)
            {
                break;
            }

            lines.AddRange(more.Lines);
            wrapped.AddRange(more.Wrapped);
            prompts.UnionWith(more.Prompts);
        }

        return all with { Lines = lines, Wrapped = wrapped, Prompts = prompts };
    }

    /// <summary>A copy of the screen that another has taken the place of; its connection may be gone already.</summary>
    private static async Task ForgetAsync(IPaneView view)
    {
        try
        {
            await view.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or TerminalHostException)
        {
        }
    }

    private void OnChanged(IPaneView view)
    {
        if (Interlocked.Exchange(ref _changed, 1) == 0)
        {
            post(new ConsoleMessage.PanesChanged());
        }
    }
}
