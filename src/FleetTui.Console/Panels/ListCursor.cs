using FleetTui.Console.Keys;

namespace FleetTui.Console.Panels;

/// <summary>A selected row in a list that may be longer than its window.</summary>
internal sealed class ListCursor
{
    public int Selected { get; set; }

    public int Top { get; private set; }

    /// <summary>Moves by the keys all lists share (arrows, j k, page keys, g G, Home End); false for another key.</summary>
    public bool Press(KeyStroke key, int count, int page, bool letters = true)
    {
        var by = key.ToString() switch
        {
            "Down" or "C-n" => 1,
            "Up" or "C-p" => -1,
            "PgDn" => page,
            "PgUp" => -page,
            "Home" => -count,
            "End" => count,
            "j" when letters => 1,
            "k" when letters => -1,
            "g" when letters => -count,
            "G" when letters => count,
            _ => 0,
        };
        if (by == 0)
        {
            return false;
        }

        Move(by, count);
        return true;
    }

    public void Move(int by, int count) => Selected = Math.Clamp(Selected + by, 0, Math.Max(0, count - 1));

    /// <summary>The first row to show so that the selected one is seen.</summary>
    public int Window(int count, int height)
    {
        Selected = Math.Clamp(Selected, 0, Math.Max(0, count - 1));
        Top = Math.Clamp(Top, Math.Max(0, Selected - height + 1), Math.Max(0, Selected));
        Top = Math.Clamp(Top, 0, Math.Max(0, count - height));
        return Top;
    }
}
