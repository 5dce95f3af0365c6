using FleetTui.Console.Effects;
using FleetTui.Console.Keeping;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Outer.Output;

namespace FleetTui.Console.Loop;

/// <summary>Owns the model: takes messages one after the other, carries out effects, and has drawn what changed. Whose thread it runs on: see <see cref="TurnQueue"/>.</summary>
internal sealed class ConsoleLoop : IDisposable
{
    private readonly Controller _controller;
    private readonly OuterTerminal _terminal;
    private readonly HostLink _host;
    private readonly DaemonLink _daemon;
    private readonly Keeper _keeper;
    private readonly TimeProvider _clock;
    private readonly TurnQueue _turns;
    private readonly VerbRuns _verbs;
    private readonly FrameWriter _writer;
    private readonly FrameThread _frames;
    private readonly Painter _painter;
    private readonly OuterVoice _voice;
    private readonly ProgramLink _programs;
    private readonly KeyboardThread _keyboard;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _cancellation;

    /// <summary>Asked to end. Not the linked <see cref="_cancellation"/>, which is told after those who were registered later: the wake would find it unset.</summary>
    private CancellationToken _stop;
    private bool _leave;
    private bool _kitty;
    private int _flags = KeyboardFlags.Always;

    /// <summary>Linux's own console knows no XTVERSION, and older ones take it for something else.</summary>
    private readonly bool _names;

    public ConsoleLoop(
        Controller controller,
        OuterTerminal terminal,
        TerminalProfile profile,
        Func<Action<ConsoleMessage>, HostLink> host,
        Func<Action<ConsoleMessage>, DaemonLink> daemon,
        Func<Action<ConsoleMessage>, Keeper> keeper,
        FrameLog? log,
        TimeProvider clock)
    {
        _controller = controller;
        _terminal = terminal;
        _clock = clock;
        _names = !profile.Term.StartsWith("linux", StringComparison.Ordinal);
        _turns = new TurnQueue(clock, Turn);
        _host = host(Post);
        _daemon = daemon(Post);
        _verbs = new VerbRuns(controller.Model.Options.Verbs, Post);
        _keeper = keeper(Post);
        _writer = new FrameWriter(profile.Colors, profile.StyledUnderlines, links: !profile.Term.StartsWith("linux", StringComparison.Ordinal));
        _frames = new FrameThread(terminal, () => Post(new ConsoleMessage.FrameWritten()));
        _painter = new Painter(controller.Model, _writer, _frames, clock, TakeAll, log);
        _voice = new OuterVoice(_painter.Pending, controller.Model.Options.Alerts.Notify, profile.InsideTmux);
        _programs = new ProgramLink(controller.Model.Options.Programs, Post);
        _keyboard = new KeyboardThread(profile.EscapeTime, events => Post(new ConsoleMessage.Input(events)), () => Post(new ConsoleMessage.InputEnded()));
    }

    public void Post(ConsoleMessage message) => _turns.Post(message);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _cancellation = ending.Token;
        _stop = cancellation;
        _frames.Start();
        _keyboard.Start();
        _terminal.Ask(_names);
        var links = Task.Run(() => Task.WhenAll(_host.RunAsync(ending.Token), _daemon.RunAsync(ending.Token), _keeper.RunAsync()), CancellationToken.None);
        using var wake = cancellation.Register(() => Post(new ConsoleMessage.Wake()));
        var clock = new Thread(_turns.RunClock, 256 * 1024) { IsBackground = true, Name = "console" };
        clock.Start();
        try
        {
            await _ended.Task.ConfigureAwait(false);
        }
        finally
        {
            _turns.End();
            _keeper.End();
            await ending.CancelAsync().ConfigureAwait(false);
            await links.ConfigureAwait(false);
            await _verbs.EndAsync().ConfigureAwait(false);
            await _programs.EndedAsync().ConfigureAwait(false);
            clock.Join();
        }
    }

    public void Dispose()
    {
        _keyboard.Dispose();
        _frames.Dispose();
    }

    /// <summary>Takes all messages, draws what is due, and says when the next turn is due by the clock.</summary>
    private void Turn()
    {
        if (_ended.Task.IsCompleted)
        {
            return;
        }

        try
        {
            TakeAll();
            if (_clock.GetUtcNow() >= _controller.NextWake)
            {
                Take(new ConsoleMessage.Wake());
            }

            if (_leave || _stop.IsCancellationRequested)
            {
                _ended.TrySetResult();
                return;
            }

            _painter.DrawWhenDue();
            WakeForNext();
        }
        catch (Exception bug)
        {
            _ended.TrySetException(bug);
        }
    }

    private void TakeAll()
    {
        while (!_leave && _turns.TryTake(out var message))
        {
            Take(message);
        }
    }

    private void Take(ConsoleMessage message)
    {
        _controller.Model.Now = _clock.GetUtcNow();
        if (message is ConsoleMessage.WasContinued)
        {
            Continued();
            return;
        }

        if (message is ConsoleMessage.PanesChanged)
        {
            _host.TakeChanges();
        }

        if (message is ConsoleMessage.Input input)
        {
            _painter.ExpectEcho();
            foreach (var item in input.Events)
            {
                if (item is InputEvent.Answer answer)
                {
                    Learn(answer.Value);
                }
            }
        }

        foreach (var effect in _controller.Handle(message))
        {
            Perform(effect);
        }
    }

    /// <summary>One wait for all that waits for a time; nothing ticks while nothing happens but the clock's minute.</summary>
    private void WakeForNext()
    {
        var wait = _controller.NextWake is { } at ? at - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
        var frame = _painter.Wait;
        _turns.WakeAfter(wait == Timeout.InfiniteTimeSpan || (frame != Timeout.InfiniteTimeSpan && frame < wait) ? frame : wait);
    }

    /// <summary>What the user's terminal answered to the questions at the start.</summary>
    private void Learn(TerminalAnswer answer)
    {
        switch (answer)
        {
            case TerminalAnswer.KittyKeyboard:
                _kitty = true;
                _terminal.UseKittyKeyboard(_flags);
                // Its keys are unambiguous: a byte ESC alone is never half a key there.
                _keyboard.EscapeTime = 1;
                break;
            case TerminalAnswer.Mode { Number: 2026, Setting: 1 or 2 }:
                _writer.Synchronize = true;
                break;
            case TerminalAnswer.Mode { Number: 69, Setting: 1 or 2 }:
                _writer.Margins = true;
                break;
            case TerminalAnswer.Version version:
                _voice.Version = version.Name;
                break;
            case TerminalAnswer.PrimaryAttributes when !_kitty:
                _terminal.UseModifyOtherKeys();
                break;
        }
    }

    private void Perform(Effect effect)
    {
        switch (effect)
        {
            case Effect.Call call:
                _daemon.Ask(call, _cancellation);
                break;
            case Effect.Kept kept:
                _keeper.Ask(kept);
                break;
            case Effect.Detach:
                _leave = true;
                break;
            case Effect.SwitchFleet to when _controller.Model.Options.Fleets is { } fleets:
                fleets.Next = to.Repository;
                _leave = true;
                break;
            case Effect.FindFleets find when _controller.Model.Options.Fleets is { } running:
                _programs.Find(running, find, _cancellation);
                break;
            case Effect.Suspend:
                Suspend();
                break;
            case Effect.WriteCopy copy:
                if (CopiedFile.Write(copy.File, copy.Text) is { } refused)
                {
                    Post(new ConsoleMessage.Say($"{copy.File}: {refused}", Error: true));
                }

                break;
            case Effect.RunProgram program:
                _programs.Run(program, _cancellation);
                break;
            case Effect.RunVerb or Effect.StopVerb:
                _verbs.Ask(effect, _cancellation);
                break;
            case Effect.KeepPrompts:
                _controller.Model.Prompts.Save();
                break;
            case var said when _voice.Say(said):
                break;
            case Effect.KeyboardFlags keyboard:
                _flags = keyboard.Flags;
                if (_kitty)
                {
                    _terminal.UseKittyKeyboard(_flags);
                }

                break;
            default:
                _host.Ask(effect);
                break;
        }
    }

    /// <summary>The call may return before the stop is there, for another thread may take it: coming back is SIGCONT's to tell.</summary>
    private void Suspend()
    {
        _terminal.Leave();
        OuterTerminal.Suspend();
    }

    /// <summary>Whoever stopped us, the shell has set the terminal as it wants it.</summary>
    private void Continued()
    {
        _terminal.Leave();
        Resume();
    }

    private void Resume()
    {
        _terminal.Enter(_controller.Model.Options.Mouse);
        if (_kitty)
        {
            _terminal.UseKittyKeyboard(_flags);
        }
        else
        {
            _terminal.UseModifyOtherKeys();
        }

        _voice.SayAgain();
        var (columns, rows) = OuterTerminal.Size();
        Post(new ConsoleMessage.Resized(columns, rows));
        Post(new ConsoleMessage.Continued());
    }
}
