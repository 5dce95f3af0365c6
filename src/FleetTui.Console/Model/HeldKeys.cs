using System.Text;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Model;

/// <summary>The keys that are down and whose press went to a slot, so that the release goes there too. Bounded: nobody holds more.</summary>
public sealed class HeldKeys
{
    private const int Most = 32;
    private readonly List<(Key Key, int Code, string Pane)> _held = [];

    public void Add(in KeyEvent key, string pane)
    {
        _ = Take(key);
        if (_held.Count == Most)
        {
            _held.RemoveAt(0);
        }

        _held.Add((key.Key, Code(key), pane));
    }

    /// <summary>The slot that got the press; null when none did.</summary>
    public string? Take(in KeyEvent key)
    {
        var (which, code) = (key.Key, Code(key));
        var at = _held.FindIndex(held => held.Key == which && held.Code == code);
        if (at < 0)
        {
            return null;
        }

        var pane = _held[at].Pane;
        _held.RemoveAt(at);
        return pane;
    }

    /// <summary>The key itself: Shift may have come or gone between press and release.</summary>
    private static int Code(in KeyEvent key) =>
        key.BaseRune > 0 ? key.BaseRune : Rune.IsValid(key.Rune) ? Rune.ToLowerInvariant(new Rune(key.Rune)).Value : 0;
}
