using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Keeping;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.Console.Scrolling;

namespace FleetTui.Console.Loop;

/// <summary>Takes one message after the other, changes the model, and says what is to be done outside. No clock, no thread, no terminal of its own.</summary>
public sealed class Controller(ConsoleModel model)
{
    private static readonly TimeSpan ContinuationsAfter = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan KeepAfter = TimeSpan.FromMilliseconds(250);

    private readonly MouseRouter _mouse = new();
    private readonly FleetNews _news = new();
    private bool _motion;
    private int _stamp = KeptState.Stamp(model);
    private int _flags = KeyboardFlags.Always;
    private int _minute = -1;

    public ConsoleModel Model { get; } = model;

    public IReadOnlyList<Effect> Handle(ConsoleMessage message)
    {
        var context = new CommandContext(Model);
        Take(message, context);
        KeyRouter.TakeAhead(context);
        WantMotion(context);
        WantKeeping();
        if (Model.Options.ReadOnly)
        {
            // Whatever asked for it: nothing of a console that looks on reaches a pane.
            context.Effects.RemoveAll(effect => effect is Effect.SendKey or Effect.SendMouse or Effect.SendPaste or Effect.TellFocus or Effect.OfferSize or Effect.ResizePane);
        }

        WantKeyboard(context);
        return context.Effects;
    }

    /// <summary>When <see cref="ConsoleMessage.Wake"/> is wanted next; null while nothing waits for a time.</summary>
    public DateTimeOffset? NextWake
    {
        get
        {
            var minute = Model.Now.AddTicks(TimeSpan.TicksPerMinute - (Model.Now.Ticks % TimeSpan.TicksPerMinute));
            DateTimeOffset?[] all =
            [
                Model.Notice is { Error: false } notice ? notice.At + Notice.Shown : null,
                Model.PrefixSince is { } since && !Model.ShowsContinuations ? since + ContinuationsAfter : null,
                Model.ResizeDue,
                Model.Board?.Due,
                Model.KeepDue,
                _news.AlertDue,
                _mouse.Due,
                minute,
            ];
            return all.Min();
        }
    }

    private void Take(ConsoleMessage message, CommandContext context)
    {
        switch (message)
        {
            case ConsoleMessage.Input input:
                foreach (var item in input.Events)
                {
                    Input(item, context);
                }

                break;
            case ConsoleMessage.InputEnded:
                context.Ask(new Effect.Detach());
                break;
            case ConsoleMessage.Resized resized:
                // Also when the size is what it was: on its way back to it the window may have been smaller, and have lost what it showed.
                (Model.Columns, Model.Rows, Model.Repaint, Model.Dirty) = (resized.Columns, resized.Rows, true, true);
                Model.Arrange();
                PaneSizes.Due(Model);
                Panels.Popups.Popup.Resize(context);
                break;
            case ConsoleMessage.PanesChanged:
                Panes();
                break;
            case ConsoleMessage.Wake:
                Wake(context);
                break;
            case ConsoleMessage.Continued:
                Model.Repaint = Model.Dirty = true;
                break;
            case ConsoleMessage.Layouts layouts:
                (Model.SavedLayouts, Model.Dirty) = (layouts.All, true);
                layouts.Then?.Invoke(layouts.All, context);
                break;
            case ConsoleMessage.Settings settings:
                NewSettings.Take(settings.Options, Model);
                break;
            case ConsoleMessage.Fleets fleets:
                fleets.Then(fleets.All, context);
                Model.Dirty = true;
                break;
            case ConsoleMessage.StopAsked:
                context.Ask(new Effect.Suspend());
                break;
            case ConsoleMessage.Say say:
                Model.Say(say.Text, say.Error);
                break;
            case ConsoleMessage.Agents agents:
                agents.Panel.Loaded(agents.All, Model);
                Model.Dirty = true;
                break;
            case ConsoleMessage.Found found:
                found.Panel.Take(found.Search, found.Pane, found.Hits);
                Model.Dirty = true;
                break;
            case ConsoleMessage.VerbWrote wrote:
                wrote.Panel.Write(wrote.Text);
                Model.Dirty = true;
                break;
            case ConsoleMessage.VerbEnded ended:
                ended.Panel.End(ended.Code);
                Model.Dirty = true;
                break;
            case ConsoleMessage.Done done:
                Undoing.Remember(Model, done.What, done.Back);
                Model.Say($"{done.Text}   ({Model.Keys.Spell("undo")} takes it back)");
                break;
            case ConsoleMessage.Lines lines when Model.SlotOf(lines.Pane)?.Scroll is { } scroll:
                scroll.Add(lines.Fetched);
                CopyKeys.Arrived(lines.Asked, Model.SlotOf(lines.Pane)!, scroll, context);

                Model.Dirty = true;
                break;
            case ConsoleMessage.Copied copied:
                Clipboards.Take(copied, context);
                break;
            default:
                _news.Take(message, context);
                break;
        }
    }

    private void Input(InputEvent item, CommandContext context)
    {
        switch (item)
        {
            case InputEvent.Pressed pressed:
                LearnKeys(pressed.Event.Key == Terminal.Input.Key.Enter && pressed.Event.Modifiers.HasFlag(Terminal.Input.KeyModifiers.Shift) ? true : null);
                KeyRouter.Press(pressed.Event, context);
                break;
            case InputEvent.Mouse mouse:
                _mouse.Handle(mouse.Event, context);
                break;
            case InputEvent.Paste paste:
                KeyRouter.Paste(paste.Text, context);
                break;
            case InputEvent.Focus focus:
                Model.WindowFocused = focus.Focused;
                Focusing.TellFocus(context, Model.Focused, focus.Focused);
                break;
            case InputEvent.Answer { Value: TerminalAnswer.Background background }:
                Model.Ground((background.Red * 299) + (background.Green * 587) + (background.Blue * 114) > 128_000);
                break;
            case InputEvent.Answer { Value: TerminalAnswer.KittyKeyboard }:
                LearnKeys(true);
                break;
            case InputEvent.Answer { Value: TerminalAnswer.Version { Name: var name } } when ModifiesOtherKeys(name):
                LearnKeys(true);
                break;
            case InputEvent.Answer { Value: TerminalAnswer.PrimaryAttributes } when Model.TellsShiftEnter is null:
                // The last of the answers: what could have told has not.
                LearnKeys(false);
                break;
            case InputEvent.Answer { Value: TerminalAnswer.Scheme scheme }:
                Model.Ground(scheme.Light);
                break;
        }
    }

    /// <summary>Those whose name says that they do as asked (modifyOtherKeys); the others are believed when the first such key comes.</summary>
    private static bool ModifiesOtherKeys(string terminal) => terminal.StartsWith("XTerm", StringComparison.Ordinal) || terminal.StartsWith("mintty", StringComparison.Ordinal);

    private void LearnKeys(bool? told)
    {
        if (told is not null && told != Model.TellsShiftEnter)
        {
            (Model.TellsShiftEnter, Model.Dirty) = (told, true);
        }
    }

    private void Panes()
    {
        if (PaneSizes.AnyDiffers(Model))
        {
            PaneSizes.Due(Model);
        }

        Model.PanesPrinted = true;
    }

    private void Wake(CommandContext context)
    {
        Model.Board?.Reread(context);
        if (Model.Notice is { Error: false } notice && Model.Now >= notice.At + Notice.Shown)
        {
            Model.Notice = null;
            Model.Dirty = true;
        }

        if (Model.PrefixSince is { } since && !Model.ShowsContinuations && Model.Now >= since + ContinuationsAfter)
        {
            Model.ShowsContinuations = Model.Dirty = true;
        }

        if (Model.ResizeDue is { } due && Model.Now >= due)
        {
            Model.ResizeDue = null;
            foreach (var (slot, columns, rows) in PaneSizes.Wanted(Model).ToList())
            {
                Model.ResizedAt = Model.Now;
                context.Ask(new Effect.OfferSize(slot.Id, columns, rows));
            }
        }

        if (Model.KeepDue is { } keep && Model.Now >= keep)
        {
            Model.KeepDue = null;
            context.Ask(new Effect.Keep(KeptState.Write(Model, Model.Options.Terminal)));
        }

        _news.Tell(context);
        _mouse.Wake(context);
        if (Model.Now.Minute != _minute)
        {
            (_minute, Model.Dirty) = (Model.Now.Minute, true);
        }
    }

    /// <summary>What is kept is written soon after it changed, whatever changed it: a console that is killed loses nothing.</summary>
    private void WantKeeping()
    {
        var stamp = KeptState.Stamp(Model);
        if (stamp != _stamp && Model.Slots.Count > 0)
        {
            Model.KeepDue ??= Model.Now + KeepAfter;
            _stamp = stamp;
        }
    }

    /// <summary>Every motion of the mouse is only asked of the user's terminal while the program that has the keys wants it.</summary>
    private void WantMotion(CommandContext context)
    {
        var view = Model.Panel is Panels.Popups.PanePanel popup ? popup.View : Model.Focused?.View;
        var wanted = Model.Options.Mouse && view is { Exists: true, Modes.Mouse: Terminal.MouseTracking.Any };
        if (wanted != _motion)
        {
            _motion = wanted;
            context.Ask(new Effect.MouseMotion(wanted));
        }
    }

    /// <summary>Releases and the like are only asked of the user's terminal while a program that wants them has the keys.</summary>
    private void WantKeyboard(CommandContext context)
    {
        var wanted = KeyboardFlags.For(Model);
        if (wanted != _flags)
        {
            _flags = wanted;
            context.Ask(new Effect.KeyboardFlags(wanted));
        }
    }
}
