using FleetTui.Console.Boards;
using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Scrolling;
using FleetTui.Terminal.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Loop;

/// <summary>Where a key goes: the prefix and its table, an open panel, the Alt set, copy mode, and else the program in the slot.</summary>
public static class KeyRouter
{
    /// <summary>tmux's repeat-time.</summary>
    public static readonly TimeSpan Repeat = TimeSpan.FromMilliseconds(500);

    public static void Press(KeyEvent key, CommandContext context)
    {
        var model = context.Model;
        if (key.Action == KeyAction.Release)
        {
            Release(key, context);
            return;
        }

        if (IsModifierAlone(key.Key))
        {
            // Part of another key as far as we are concerned: it must not end a pending prefix.
            if (KeyboardFlags.SlotHasKeys(model) && !model.PrefixPending && IsRunning(model.Focused!))
            {
                ToSlot(key, context);
            }

            return;
        }

        if (model.Notice is not null)
        {
            model.Notice = null;
            model.Dirty = true;
        }

        if (model.Plan.TooSmall)
        {
            // What cannot be seen must not take keys: an Enter would choose something.
            model.Panel = null;
            Opening.ToTiles(model);
        }

        var stroke = KeyStroke.Of(key);
        if (model.PassNext)
        {
            model.PassNext = false;
            model.Dirty = true;
            ToSlot(key, context);
        }
        else if (model.PrefixPending)
        {
            AfterPrefix(key, stroke, context);
        }
        else if (stroke == model.Keys.PrefixKey)
        {
            (model.PrefixPending, model.PrefixSince, model.Dirty) = (true, model.Now, true);
        }
        else if (model.Panel is { } panel)
        {
            panel.Take(key, context);
            model.Dirty = true;
        }
        else if (model.RepeatUntil >= model.Now && model.Keys.AfterPrefix(stroke) is { Repeat: true } again)
        {
            Run(again, context);
        }
        else if (model is { BoardHasKeys: false, Focused: { Scroll: { Copying: true } copying } reader } && CopyKeys.Takes(stroke, copying, model.Options.EmacsModeKeys))
        {
            CopyKeys.Press(stroke, reader, copying, context);
            model.Dirty = true;
        }
        else if ((model.BoardHasKeys || model.Focused?.AltKeysLocked != true) && model.Keys.WithoutPrefix(stroke) is { } binding)
        {
            Run(binding, context);
        }
        else if (model is { BoardHasKeys: true, Board: { } board })
        {
            board.Press(stroke, context);
            model.Dirty = true;
        }
        else if (model.Focused is { Scroll: { Copying: true } scroll } slot)
        {
            CopyKeys.Press(stroke, slot, scroll, context);
            model.Dirty = true;
        }
        else if (model.Focused is { Scroll: not null } reading && CopyKeys.PressWhileReading(stroke, reading, context))
        {
            model.Dirty = true;
        }
        else
        {
            ToSlot(key, context);
        }
    }

    public static void Paste(string text, CommandContext context)
    {
        var model = context.Model;
        if (model.Panel is { } panel)
        {
            panel.Paste(text, context);
        }
        else if (model is { BoardHasKeys: true, Board: { } board })
        {
            board.Paste(text, context);
        }
        else if (Waits(model))
        {
            Full(model, model.Ahead.TryAddPaste(text));
        }
        else if (MayType(context) is { } slot)
        {
            context.Ask(new Effect.SendPaste(slot.Id, text));
        }
    }

    /// <summary>Hands on what was typed before the focused slot was there, once it is. To a slot that turns out not to run it is nothing: it must not start it, either.</summary>
    public static void TakeAhead(CommandContext context)
    {
        var model = context.Model;
        if (model.Ahead.IsEmpty || IsComing(model))
        {
            return;
        }

        var pieces = model.Ahead.TakeAll();
        if (model.Focused is not { } slot || !IsRunning(slot))
        {
            model.Say("what you typed before the console was connected reached no slot");
            return;
        }

        foreach (var piece in pieces)
        {
            if (piece.Pasted is { } text)
            {
                Paste(text, context);
            }
            else
            {
                ToSlot(piece.Key, context);
            }
        }
    }

    private static void AfterPrefix(KeyEvent key, KeyStroke stroke, CommandContext context)
    {
        var model = context.Model;
        (model.PrefixPending, model.ShowsContinuations, model.PrefixSince, model.Dirty) = (false, false, null, true);
        if (stroke == model.Keys.PrefixKey && model.Panel is Panels.Popups.PanePanel popup)
        {
            popup.Take(key, context);
        }
        else if (stroke == model.Keys.PrefixKey)
        {
            // Pressed twice: one reaches the program, and so a tmux or a fleet inside.
            model.Panel = null;
            Opening.ToTiles(model);
            if (model.Focused is { Scroll: { Copying: true } scroll } slot)
            {
                CopyKeys.Press(stroke, slot, scroll, context);
            }
            else
            {
                ToSlot(key, context);
            }
        }
        else if (model.Keys.AfterPrefix(stroke) is { } binding)
        {
            model.Panel = null;
            Run(binding, context);
        }
        else if (stroke.Key != Key.Escape)
        {
            model.Say($"not bound: {stroke}   ({model.Keys.PrefixKey} ? lists the keys)");
        }
    }

    private static void Run(KeyBinding binding, CommandContext context)
    {
        var model = context.Model;
        var before = (model.Layout, model.Rail, model.Zoomed, model.Plan.Page, model.Focused?.Scroll);
        context.Run(binding.Command);
        if (before != (model.Layout, model.Rail, model.Zoomed, model.Plan.Page, model.Focused?.Scroll))
        {
            // What it did is seen in the tiles.
            Opening.ToTiles(model);
        }

        context.Model.RepeatUntil = binding.Repeat ? context.Model.Now + Repeat : null;
    }

    private static void ToSlot(KeyEvent key, CommandContext context)
    {
        var model = context.Model;
        if (model.EmptyFocus is not null)
        {
            if (key.Key == Key.Enter)
            {
                context.Run("put");
            }
            else
            {
                model.Say($"no slot is here: Enter chooses one, {model.Keys.Spell("stop")} closes the place");
            }

            return;
        }

        if (Waits(model))
        {
            Full(model, model.Ahead.TryAdd(key));
            return;
        }

        if (model.Focused is not { } slot)
        {
            return;
        }

        if (model.Host == LinkState.Gone && !model.Ended)
        {
            model.Say("the terminal host is gone: what you type reaches no slot", error: true);
            return;
        }

        if (model.Ended || !IsRunning(slot))
        {
            Ended(key, slot, context);
            return;
        }

        if (key is { Key: Key.Character, Rune: 'z', Modifiers: KeyModifiers.Control } && slot.Status.Agent is "claude" or "codex")
        {
            model.Say("C-z is not passed on: a suspended agent looks dead (M-' C-z passes it)");
            return;
        }

        if (MayType(context) is not null)
        {
            model.Dirty |= slot.Scroll is not null;
            slot.Scroll = null;
            context.Ask(new Effect.SendKey(slot.Id, key));
            if (KeyboardFlags.WantsReleases(slot))
            {
                model.Held.Add(key, slot.Id);
            }
        }
    }

    /// <summary>A release goes where its press went; the console's own keys have none.</summary>
    private static void Release(in KeyEvent key, CommandContext context)
    {
        if (context.Model.Held.Take(key) is { } pane && context.Model.SlotOf(pane) is { } slot && IsRunning(slot))
        {
            context.Ask(new Effect.SendKey(pane, key));
        }
    }

    private static bool IsModifierAlone(Key key) => key is Key.CapsLock or Key.ScrollLock or Key.NumLock or (>= Key.LeftShift and <= Key.Level5Shift);

    /// <summary>The focused slot if this console may type there.</summary>
    private static SlotModel? MayType(CommandContext context)
    {
        var model = context.Model;
        if (model.Focused is not { } slot || !IsRunning(slot))
        {
            return null;
        }

        if (model.Options.ReadOnly || slot.Observed)
        {
            model.Say(model.Options.ReadOnly ? "this console is read-only" : $"{slot.Id} is read-only here ({model.Keys.Spell("observe")} allows typing)");
            return null;
        }

        return slot;
    }

    /// <summary>The focused slot is not there yet, but on its way.</summary>
    private static bool IsComing(ConsoleModel model) => model.Host switch
    {
        LinkState.Connecting => true,
        LinkState.Up => model.Focused is { } slot ? slot.View is null : model.Daemon == LinkState.Connecting,
        _ => false,
    };

    /// <summary>What is typed now goes behind what waits already.</summary>
    private static bool Waits(ConsoleModel model) => IsComing(model) || !model.Ahead.IsEmpty;

    private static void Full(ConsoleModel model, bool kept)
    {
        if (!kept)
        {
            model.Say("not connected yet, and too much was typed already: the rest is dropped", error: true);
        }
    }

    private static bool IsRunning(SlotModel slot) => slot.View is { Exists: true, Info: null or { Life: PaneLife.Running } };

    private static void Ended(KeyEvent key, SlotModel slot, CommandContext context)
    {
        if (key.Key == Key.Enter && !context.Model.Options.ReadOnly)
        {
            context.Run($"start {slot.Id}");
        }
        else
        {
            context.Model.Say($"{slot.Id} is not running; Enter starts it");
        }
    }
}
