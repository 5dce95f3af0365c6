using FleetTui.Console.Compositing;

namespace FleetTui.Console.Layouts;

/// <summary>A slot's PTY keeps at least 80×20, whatever its tile; a smaller tile is a window onto it.</summary>
public static class SlotSize
{
    public const int LeastColumns = 80;
    public const int LeastRows = 20;

    public static (int Columns, int Rows) For(Rect content) => (Math.Max(LeastColumns, content.Width), Math.Max(LeastRows, content.Height));
}
