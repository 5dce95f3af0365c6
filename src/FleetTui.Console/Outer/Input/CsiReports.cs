using System.Text;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Outer.Input;

/// <summary>Decodes one whole CSI sequence that a terminal sends: a key, a mouse report, focus or an answer. Null for anything else.</summary>
internal static class CsiReports
{
    /// <param name="sequence">What follows <c>ESC [</c>, the final byte included.</param>
    public static InputEvent? Decode(ReadOnlySpan<byte> sequence)
    {
        var final = sequence[^1];
        var body = sequence[..^1];
        var marker = body.IsEmpty ? (byte)0 : body[0];
        if (marker == '<')
        {
            return MouseReports.Sgr(Numbers(body[1..]), final == 'M');
        }

        if (marker == '?')
        {
            return Answer(body[1..], final);
        }

        if (marker is (byte)'>' or (byte)'=')
        {
            return null;
        }

        var parameters = Numbers(body);
        return final switch
        {
            (byte)'u' => KittyKeys.Decode(parameters),
            (byte)'~' when First(parameters, 0) == 27 => ModifyOtherKeys(parameters),
            (byte)'~' => PlainKeys.Tilde(First(parameters, 0)) is { } key ? Key(key, parameters) : null,
            (byte)'Z' => new InputEvent.Pressed(new KeyEvent(Terminal.Input.Key.Tab, 0, KeyModifiers.Shift)),
            (byte)'I' when body.IsEmpty => new InputEvent.Focus(true),
            (byte)'O' when body.IsEmpty => new InputEvent.Focus(false),
            _ => PlainKeys.Letter(final) is { } key ? Key(key, parameters) : null,
        };
    }

    /// <summary>Parameters separated by ";", each with its ":" parts; a missing number is 0.</summary>
    internal static List<int[]> Numbers(ReadOnlySpan<byte> body)
    {
        var all = new List<int[]>();
        foreach (var part in Encoding.ASCII.GetString(body).Split(';'))
        {
            all.Add([.. part.Split(':').Select(text => int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) ? number : 0)]);
        }

        return all;
    }

    internal static int First(List<int[]> parameters, int index) => index < parameters.Count ? parameters[index][0] : 0;

    /// <summary>The second parameter: modifiers plus one, then the kind of event.</summary>
    internal static (KeyModifiers Modifiers, KeyAction Action) Modifiers(List<int[]> parameters, int index = 1)
    {
        if (index >= parameters.Count)
        {
            return (KeyModifiers.None, KeyAction.Press);
        }

        var value = Math.Max(0, parameters[index][0] - 1);
        var action = parameters[index].Length > 1 && parameters[index][1] is 2 or 3 ? (KeyAction)parameters[index][1] : KeyAction.Press;
        return ((KeyModifiers)(byte)value, action);
    }

    private static InputEvent.Pressed Key(Key key, List<int[]> parameters)
    {
        var (modifiers, action) = Modifiers(parameters);
        return new InputEvent.Pressed(new KeyEvent(key, 0, modifiers, action));
    }

    /// <summary>xterm's <c>CSI 27 ; modifiers ; code ~</c>.</summary>
    private static InputEvent? ModifyOtherKeys(List<int[]> parameters)
    {
        var (modifiers, _) = Modifiers(parameters);
        return KittyKeys.Of(First(parameters, 2), modifiers, KeyAction.Press, 0, null);
    }

    private static InputEvent.Answer? Answer(ReadOnlySpan<byte> body, byte final)
    {
        if (final == 'y' && body.EndsWith("$"u8))
        {
            var report = Numbers(body[..^1]);
            return new InputEvent.Answer(new TerminalAnswer.Mode(First(report, 0), First(report, 1)));
        }

        return final switch
        {
            (byte)'c' => new InputEvent.Answer(new TerminalAnswer.PrimaryAttributes()),
            (byte)'n' when Numbers(body) is [[997, ..], [var scheme, ..], ..] => new InputEvent.Answer(new TerminalAnswer.Scheme(scheme == 2)),
            (byte)'u' => new InputEvent.Answer(new TerminalAnswer.KittyKeyboard(First(Numbers(body), 0))),
            _ => null,
        };
    }
}
