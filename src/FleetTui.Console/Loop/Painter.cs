using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Views;

namespace FleetTui.Console.Loop;

/// <summary>
/// Decides when what of the model is drawn. The first change after quiet goes out at once, then at most 60 frames a second; what comes of a key jumps that queue, and alone:
/// only the focused tile is drawn for it. Frames are written tile by tile, between which messages are taken, so a key or its echo never waits for a whole screen.
/// Used by the holder of the turn only.
/// </summary>
/// <param name="log">Null: nobody checks the frames.</param>
internal sealed class Painter(ConsoleModel model, FrameWriter writer, IFrameOutput output, TimeProvider clock, Action takeMessages, FrameLog? log = null)
{
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(16);

    /// <summary>So long after a key, and so many times, a change of the focused slot is taken for what came of it.</summary>
    private static readonly TimeSpan EchoLasts = TimeSpan.FromMilliseconds(100);
    private const int EchoFrames = 3;

    private readonly CellBuffer _buffer = new(0, 0);
    private readonly PaneRefresh _refresh = new();
    private readonly ByteWriter _bytes = new();
    private FrameCursor? _cursor;
    private bool _echoing;
    private long _lastFrame = long.MinValue / 2;
    private long _lastInput = long.MinValue / 2;
    private int _echoes;

    /// <summary>Bell, clipboard, title: they go out with the next frame, so that a slow terminal never holds up the loop.</summary>
    public ByteWriter Pending { get; } = new();

    private bool Wanted => model.Dirty || model.PanesPrinted || Pending.Length > 0;

    private bool Typing => _echoes > 0 && clock.GetElapsedTime(_lastInput) < EchoLasts;

    private TimeSpan UntilFrame => FrameTime - clock.GetElapsedTime(_lastFrame);

    /// <summary>The user did something and waits for what comes of it.</summary>
    public void ExpectEcho()
    {
        _lastInput = clock.GetTimestamp();
        _echoes = EchoFrames;
    }

    /// <summary>How long until <see cref="DrawWhenDue"/> has something to do; infinite while nothing changed, or while the output is busy, which tells when it is not.</summary>
    public TimeSpan Wait => !Wanted || output.Busy ? Timeout.InfiniteTimeSpan : UntilFrame > TimeSpan.Zero ? UntilFrame : TimeSpan.Zero;

    public void DrawWhenDue()
    {
        if (!Wanted || output.Busy)
        {
            return;
        }

        if (UntilFrame <= TimeSpan.Zero)
        {
            Draw();
        }
        else if (Typing && model.Dirty)
        {
            _echoes--;
            Draw();
        }
        else if (Typing && _refresh.IsBehind(model.Focus))
        {
            _echoes--;
            _echoing = true;
            var step = Emit(_refresh.DrawFocused(_buffer, model, ref _cursor));
            _echoing = false;
            if (step == RefreshStep.Whole)
            {
                Draw();
            }
        }
    }

    /// <summary>Draws all that changed, now.</summary>
    public void Draw()
    {
        if (model.Repaint)
        {
            writer.Forget();
        }

        if (model.Dirty || model.Repaint || !DrawPanes())
        {
            DrawWhole();
        }
    }

    private void DrawWhole()
    {
        _refresh.BeforeWhole(_buffer, model);
        _cursor = ScreenView.Draw(_buffer, model);
        writer.Areas.Clear();
        foreach (var tile in model.Plan.Tiles)
        {
            writer.Areas.Add(tile.Content);
        }

        (model.Dirty, model.PanesPrinted, model.Repaint) = (false, false, false);
        Emit(RefreshStep.Drawn);
    }

    /// <summary>False when the whole screen must be drawn.</summary>
    private bool DrawPanes()
    {
        model.PanesPrinted = false;
        var at = 0;
        var step = Emit(_refresh.DrawFocused(_buffer, model, ref _cursor));
        while (step != RefreshStep.Whole)
        {
            if (output.Busy)
            {
                // The rest when the terminal has taken this, in the state that it is in then.
                model.PanesPrinted = true;
                return true;
            }

            takeMessages();
            if (model.Dirty)
            {
                return false;
            }

            if (Typing && _refresh.IsBehind(model.Focus))
            {
                _echoes--;
                step = Emit(_refresh.DrawFocused(_buffer, model, ref _cursor));
                continue;
            }

            step = Emit(_refresh.DrawNext(_buffer, model, ref _cursor, ref at));
            if (step == RefreshStep.Unchanged)
            {
                log?.Compare(_buffer, _cursor, model, _refresh);
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes what the step drew.</summary>
    private RefreshStep Emit(RefreshStep step)
    {
        if (step == RefreshStep.Whole || (step == RefreshStep.Unchanged && Pending.Length == 0))
        {
            return step;
        }

        _bytes.Clear();
        _bytes.Add(Pending.Written.Span);
        Pending.Clear();
        writer.Write(_buffer, _cursor, _bytes);
        if (_bytes.Length > 0)
        {
            // The others keep their pace, whoever types.
            _lastFrame = _echoing ? _lastFrame : clock.GetTimestamp();
            var given = output.Send(_bytes.Written.Span);
            log?.Sent(given, _buffer, _cursor);
        }

        return step;
    }
}
