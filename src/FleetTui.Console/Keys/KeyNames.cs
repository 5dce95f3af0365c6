using FleetTui.Terminal.Input;

namespace FleetTui.Console.Keys;

/// <summary>tmux's names of the keys that are no characters.</summary>
internal static class KeyNames
{
    private static readonly (string Name, Key Key)[] Names =
    [
        ("Space", Key.Character), ("Enter", Key.Enter), ("Tab", Key.Tab), ("BSpace", Key.Backspace), ("Escape", Key.Escape),
        ("Up", Key.Up), ("Down", Key.Down), ("Left", Key.Left), ("Right", Key.Right), ("Home", Key.Home), ("End", Key.End),
        ("PgUp", Key.PageUp), ("PgDn", Key.PageDown), ("IC", Key.Insert), ("DC", Key.Delete),
    ];

    private static readonly (string Alias, Key Key)[] Aliases =
    [
        ("PPage", Key.PageUp), ("PageUp", Key.PageUp), ("NPage", Key.PageDown), ("PageDown", Key.PageDown), ("Insert", Key.Insert),
        ("Delete", Key.Delete), ("Esc", Key.Escape), ("Backspace", Key.Backspace), ("Return", Key.Enter),
    ];

    public static bool TryFind(string name, out Key key)
    {
        foreach (var (known, found) in Names.Concat(Aliases))
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                key = found;
                return true;
            }
        }

        key = default;
        if (name.Length is 2 or 3 && name[0] is 'F' or 'f' && int.TryParse(name.AsSpan(1), System.Globalization.NumberStyles.None, null, out var number) && number is >= 1 and <= 24)
        {
            key = (Key)((int)Key.F1 + number - 1);
            return true;
        }

        return false;
    }

    public static string NameOf(Key key)
    {
        foreach (var (name, known) in Names)
        {
            if (known == key)
            {
                return name;
            }
        }

        return key.ToString();
    }
}
