using FleetTui.Console.Model;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Views;

/// <summary>Which part of a pane a tile shows, when the tile is smaller: the part that the user panned to, else the one with the cursor, and with it the last rows in use.</summary>
public readonly record struct PaneWindow(int Left, int Top)
{
    /// <summary>Call with <see cref="IPaneView.Gate"/> held.</summary>
    public static PaneWindow Of(SlotModel slot, IPaneView view, int width, int height, bool focused)
    {
        if (slot.Pan is { } pan && (view.Columns > width || view.Rows > height))
        {
            return new PaneWindow(Math.Clamp(pan.Left, 0, Math.Max(0, view.Columns - width)), Math.Clamp(pan.Top, 0, Math.Max(0, view.Rows - height)));
        }

        var cursor = view.Cursor;
        var left = 0;
        if (focused && cursor.Visible && cursor.X >= width && view.Columns > width)
        {
            // In half-tile steps: a window that moves with every character cannot be read.
            var step = Math.Max(1, width / 2);
            left = Math.Min(view.Columns - width, (((cursor.X - width) / step) + 1) * step);
        }

        if (view.Rows <= height)
        {
            return new PaneWindow(left, 0);
        }

        var used = Math.Max(cursor.Y, LastUsedRow(view));
        var top = used - height + 1;
        if (cursor.Visible)
        {
            top = Math.Min(top, cursor.Y);
        }

        return new PaneWindow(left, Math.Clamp(top, 0, view.Rows - height));
    }

    private static int LastUsedRow(IPaneView view)
    {
        for (var row = view.Rows - 1; row > 0; row--)
        {
            foreach (ref readonly var cell in view.Row(row))
            {
                if (cell.Text is { Length: > 0 } text && text != " ")
                {
                    return row;
                }
            }
        }

        return 0;
    }
}
