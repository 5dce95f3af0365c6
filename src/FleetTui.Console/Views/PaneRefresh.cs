using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Output;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Views;

/// <summary>
/// Brings the panes' changed rows into a frame that was drawn whole before: a key's echo changes one row of one tile, and drawing all of a large screen
/// for it costs more than everything else on the key's way. Whatever is not plainly "the same tiles, other text" is left to <see cref="ScreenView"/>.
/// </summary>
public sealed class PaneRefresh
{
    /// <summary>Ages in headers and the clock come with the whole frame: it is at most so old while panes print.</summary>
    private static readonly TimeSpan WholeEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, Drawn> _drawn = [];
    private DateTimeOffset _wholeAt;
    private int _edition;

    /// <summary>Call before the whole frame is drawn: what a pane prints meanwhile counts as not drawn yet.</summary>
    public void BeforeWhole(CellBuffer buffer, ConsoleModel model)
    {
        _drawn.Clear();
        _wholeAt = model.Now;
        _edition = buffer.Links.Edition;
        if (model.Plan.TooSmall || model.Plan.Rail is not null || model.Panel is not null || model is { Board: not null, BoardHasKeys: true } || (model.Board is not null && !Boards.BoardPlace.IsSide(model)) || model.ShowsContinuations)
        {
            return;
        }

        foreach (var tile in model.Plan.Tiles)
        {
            if (model.Slots[tile.Slot].View is not { } view)
            {
                _drawn[tile.Slot] = default;
                continue;
            }

            lock (view.Gate)
            {
                _drawn[tile.Slot] = new Drawn(view, view.Version, Frame(view, tile.Content, tile.Slot == model.Focus));
            }
        }
    }

    /// <summary>False when the whole frame must be drawn; the buffer may then be half done.</summary>
    public bool TryDraw(CellBuffer buffer, ConsoleModel model, ref FrameCursor? cursor)
    {
        if (_drawn.Count != model.Plan.Tiles.Count || model.Now - _wholeAt > WholeEvery)
        {
            return false;
        }

        var whole = new Canvas(buffer, new Rect(0, 0, buffer.Width, buffer.Height));
        foreach (var tile in model.Plan.Tiles)
        {
            var focused = tile.Slot == model.Focus;
            if (!_drawn.TryGetValue(tile.Slot, out var drawn) || model.Slots[tile.Slot].View != drawn.View)
            {
                return false;
            }

            if (drawn.View is not { } view)
            {
                continue;
            }

            lock (view.Gate)
            {
                if (view.Version == drawn.Version)
                {
                    continue;
                }

                var slot = model.Slots[tile.Slot];
                if (!view.Exists || slot.Scroll is not null || EndedView.Lines(slot, model) is not null || Frame(view, tile.Content, focused) != drawn.Frame)
                {
                    return false;
                }

                var canvas = whole.Part(tile.Content);
                var window = drawn.Frame.Window;
                for (var y = 0; y < canvas.Height && window.Top + y < view.Rows; y++)
                {
                    if (view.RowVersion(window.Top + y) > drawn.Version)
                    {
                        buffer.Blank(canvas.Area.X, canvas.Area.Y + y, canvas.Width);
                        TileView.CopyRow(canvas, y, view.Row(window.Top + y), window.Left, view);
                    }
                }

                _drawn[tile.Slot] = drawn with { Version = view.Version };
                if (focused)
                {
                    cursor = model.PrefixPending ? null : TileView.Cursor(canvas, view, window);
                }
            }
        }

        return buffer.Links.Edition == _edition;
    }

    private static Surroundings Frame(IPaneView view, Rect content, bool focused) => new(
        PaneWindow.Of(view, content.Width, content.Height, focused), view.Exists, view.Columns, view.Rows, view.Info?.Life, focused ? view.Title : "");

    /// <summary>What else of the screen depends on the pane.</summary>
    private readonly record struct Surroundings(PaneWindow Window, bool Exists, int Columns, int Rows, PaneLife? Life, string FocusedTitle);

    private readonly record struct Drawn(IPaneView? View, long Version, Surroundings Frame);
}
