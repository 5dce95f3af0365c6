using System.Text;
using FleetTui.Console.Compositing;
using FleetTui.Console.Effects;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Views;

namespace FleetTui.Console.Loop;

/// <summary>The one loop that owns the model: takes messages, carries out effects, and draws when something changed and the last frame is out.</summary>
internal sealed class ConsoleLoop : IDisposable
{
    /// <summary>At most about 60 frames a second; a change after quiet is drawn at once.</summary>
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(16);

    /// <summary>While the user types, an echo does not wait for a frame that some other slot's output has just caused.</summary>
    private static readonly TimeSpan TypingFrameTime = TimeSpan.FromMilliseconds(4);

    private static readonly TimeSpan TypingLasts = TimeSpan.FromMilliseconds(150);

    private readonly Controller _controller;
    private readonly OuterTerminal _terminal;
    private readonly HostLink _host;
    private readonly DaemonLink _daemon;
    private readonly TimeProvider _clock;
    private readonly MessageQueue _messages = new();
    private readonly FrameWriter _writer;
    private readonly FrameThread _frames;
    private readonly KeyboardThread _keyboard;
    private readonly CellBuffer _buffer = new(0, 0);
    private readonly PaneRefresh _refresh = new();
    private readonly ByteWriter _bytes = new();
    private FrameCursor? _cursor;

    /// <summary>Bell, clipboard, title: they go out with the next frame, so that a slow terminal never holds up the loop.</summary>
    private readonly ByteWriter _pending = new();
    private long _lastFrame;
    private long _lastInput;
    private bool _leave;
    private bool _kitty;

    public ConsoleLoop(
        Controller controller,
        OuterTerminal terminal,
        TerminalProfile profile,
        Func<Action<ConsoleMessage>, HostLink> host,
        Func<Action<ConsoleMessage>, DaemonLink> daemon,
        TimeProvider clock)
    {
        _controller = controller;
        _terminal = terminal;
        _clock = clock;
        _host = host(Post);
        _daemon = daemon(Post);
        _writer = new FrameWriter(profile.Colors, profile.StyledUnderlines, links: !profile.Term.StartsWith("linux", StringComparison.Ordinal));
        _frames = new FrameThread(terminal, () => Post(new ConsoleMessage.FrameWritten()));
        _keyboard = new KeyboardThread(profile.EscapeTime, events => Post(new ConsoleMessage.Input(events)), () => Post(new ConsoleMessage.InputEnded()));
    }

    public void Post(ConsoleMessage message) => _messages.Post(message);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _frames.Start();
        _keyboard.Start();
        _terminal.Ask();
        var links = Task.Run(() => Task.WhenAll(_host.RunAsync(ending.Token), _daemon.RunAsync(ending.Token)), CancellationToken.None);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var wake = cancellation.Register(() => Post(new ConsoleMessage.Wake()));
        new Thread(() => Loop(ended, ending.Token)) { IsBackground = true, Name = "console" }.Start();
        try
        {
            await ended.Task.ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await links.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _keyboard.Dispose();
        _frames.Dispose();
    }

    private void Loop(TaskCompletionSource ended, CancellationToken cancellation)
    {
        try
        {
            Draw();
            while (!_leave && !cancellation.IsCancellationRequested)
            {
                while (!_leave && _messages.TryTake(out var message))
                {
                    Take(message, cancellation);
                }

                DrawWhenDue();
                if (!_leave)
                {
                    WaitForNext(cancellation);
                }
            }

            ended.SetResult();
        }
        catch (Exception bug)
        {
            ended.SetException(bug);
        }
    }

    private void Take(ConsoleMessage message, CancellationToken cancellation)
    {
        _controller.Model.Now = _clock.GetUtcNow();
        if (message is ConsoleMessage.PanesChanged)
        {
            _host.TakeChanges();
        }

        if (message is ConsoleMessage.Input input)
        {
            _lastInput = _clock.GetTimestamp();
            foreach (var answer in input.Events.OfType<InputEvent.Answer>())
            {
                Learn(answer.Value);
            }
        }

        foreach (var effect in _controller.Handle(message))
        {
            Perform(effect, cancellation);
        }
    }

    /// <summary>What the user's terminal answered to the questions at the start.</summary>
    private void Learn(TerminalAnswer answer)
    {
        switch (answer)
        {
            case TerminalAnswer.KittyKeyboard:
                _kitty = true;
                _terminal.UseKittyKeyboard();
                // Its keys are unambiguous: a byte ESC alone is never half a key there.
                _keyboard.EscapeTime = 1;
                break;
            case TerminalAnswer.Mode { Number: 2026, Setting: 1 or 2 }:
                _writer.Synchronize = true;
                break;
            case TerminalAnswer.PrimaryAttributes when !_kitty:
                _terminal.UseModifyOtherKeys();
                break;
        }
    }

    private void Perform(Effect effect, CancellationToken cancellation)
    {
        switch (effect)
        {
            case Effect.Call call:
                _daemon.Ask(call, cancellation);
                break;
            case Effect.Detach:
                _leave = true;
                break;
            case Effect.Suspend:
                Suspend();
                break;
            case Effect.Bell:
                _pending.Add("\a"u8);
                break;
            case Effect.Clipboard clipboard:
                _pending.Add(Encoding.ASCII.GetBytes($"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(clipboard.Text))}\a"));
                break;
            case Effect.Title title:
                _pending.Add(Encoding.UTF8.GetBytes($"\e]2;{string.Concat(title.Text.Where(c => !char.IsControl(c)))}\a"));
                break;
            case Effect.MouseMotion motion:
                _pending.Add(motion.Every ? OuterSequences.MouseMotionOn : OuterSequences.MouseMotionOff);
                break;
            default:
                _host.Ask(effect);
                break;
        }
    }

    private void Suspend()
    {
        _terminal.Leave();
        OuterTerminal.Suspend();
        Resume();
    }

    private void Resume()
    {
        _terminal.Enter(_controller.Model.Options.Mouse);
        if (_kitty)
        {
            _terminal.UseKittyKeyboard();
        }
        else
        {
            _terminal.UseModifyOtherKeys();
        }

        var (columns, rows) = OuterTerminal.Size();
        Post(new ConsoleMessage.Resized(columns, rows));
        Post(new ConsoleMessage.Continued());
    }

    private TimeSpan Pace => _clock.GetElapsedTime(_lastInput) < TypingLasts ? TypingFrameTime : FrameTime;

    private bool Wanted => _controller.Model.Dirty || _controller.Model.PanesPrinted || _pending.Length > 0;

    private void DrawWhenDue()
    {
        if (Wanted && !_frames.Busy && !_leave && _clock.GetElapsedTime(_lastFrame) >= Pace)
        {
            Draw();
        }
    }

    private void Draw()
    {
        var model = _controller.Model;
        if (model.Repaint)
        {
            _writer.Forget();
        }

        if (model.Dirty || model.Repaint || !_refresh.TryDraw(_buffer, model, ref _cursor))
        {
            _refresh.BeforeWhole(_buffer, model);
            _cursor = ScreenView.Draw(_buffer, model);
        }

        (model.Dirty, model.PanesPrinted, model.Repaint) = (false, false, false);
        _bytes.Clear();
        _bytes.Add(_pending.Written.Span);
        _pending.Clear();
        if (_writer.Write(_buffer, _cursor, _bytes) || _bytes.Length > 0)
        {
            _lastFrame = _clock.GetTimestamp();
            _frames.Send(_bytes.Written.Span);
        }
    }

    /// <summary>One wait for all that waits for a time; nothing ticks while nothing happens but the clock's minute.</summary>
    private void WaitForNext(CancellationToken cancellation)
    {
        var wake = _controller.NextWake;
        var wait = wake is { } at ? at - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
        if (Wanted && !_frames.Busy)
        {
            var frame = Pace - _clock.GetElapsedTime(_lastFrame);
            wait = wait == Timeout.InfiniteTimeSpan || frame < wait ? frame : wait;
        }

        _messages.Wait(wait == Timeout.InfiniteTimeSpan ? wait : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))));
        if (_clock.GetUtcNow() >= wake)
        {
            Take(new ConsoleMessage.Wake(), cancellation);
        }
    }
}
