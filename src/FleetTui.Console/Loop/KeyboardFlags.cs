using FleetTui.Console.Model;

namespace FleetTui.Console.Loop;

/// <summary>
/// What the user's terminal is asked to tell of keys, in the flags of the kitty keyboard protocol (sw.kovidgoyal.net/kitty/keyboard-protocol):
/// as little as the program that has the keys asked for.
/// </summary>
internal static class KeyboardFlags
{
    /// <summary>Disambiguated escape codes.</summary>
    public const int Always = 1;
    private const int EventTypes = 2;
    private const int AlternateKeys = 4;
    private const int AllKeys = 8;
    private const int AssociatedText = 16;

    public static int For(ConsoleModel model)
    {
        if (!SlotHasKeys(model))
        {
            return Always;
        }

        var asked = model.Focused!.View?.Modes.KittyKeyboard ?? 0;
        var flags = Always | (asked & (EventTypes | AlternateKeys));

        // When every key is an escape code, the console needs the text and the shifted key to know its own keys by.
        return (asked & AllKeys) != 0 ? flags | AllKeys | AlternateKeys | AssociatedText : flags;
    }

    public static bool WantsReleases(SlotModel slot) => ((slot.View?.Modes.KittyKeyboard ?? 0) & EventTypes) != 0;

    /// <summary>True while what is typed goes to the focused slot's program.</summary>
    public static bool SlotHasKeys(ConsoleModel model) =>
        model is { Panel: null, BoardHasKeys: false, Focused: { Scroll: null, View.Exists: true } };
}
