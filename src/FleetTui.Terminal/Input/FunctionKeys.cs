using System.Globalization;

namespace FleetTui.Terminal.Input;

/// <summary>Keys that xterm writes as CSI number ~ or CSI letter, which the kitty protocol keeps.</summary>
internal static class FunctionKeys
{
    /// <summary>Number and final of a key: (1, 'A') for Up, (3, '~') for Delete; (0, '\0') when it has none.</summary>
    public static (int Number, char Final) Of(Key key) => key switch
    {
        Key.Up => (1, 'A'),
        Key.Down => (1, 'B'),
        Key.Right => (1, 'C'),
        Key.Left => (1, 'D'),
        Key.KeypadBegin => (1, 'E'),
        Key.End => (1, 'F'),
        Key.Home => (1, 'H'),
        Key.F1 => (1, 'P'),
        Key.F2 => (1, 'Q'),
        Key.F3 => (1, 'R'),
        Key.F4 => (1, 'S'),
        Key.Insert => (2, '~'),
        Key.Delete => (3, '~'),
        Key.PageUp => (5, '~'),
        Key.PageDown => (6, '~'),
        Key.F5 => (15, '~'),
        >= Key.F6 and <= Key.F10 => (17 + (key - Key.F6), '~'),
        Key.F11 => (23, '~'),
        Key.F12 => (24, '~'),
        Key.Menu => (29, '~'),
        _ => (0, '\0'),
    };

    /// <param name="number">1 is left out when nothing follows.</param>
    /// <param name="final">The last character.</param>
    /// <param name="modifiers">Modifiers plus 1, with a kitty event type after a colon; "1" is left out.</param>
    public static string Csi(int number, char final, string modifiers) => string.Create(
        CultureInfo.InvariantCulture,
        $"\e[{(modifiers.Length > 0 ? $"{number};{modifiers}" : number == 1 ? "" : $"{number}")}{final}");
}
