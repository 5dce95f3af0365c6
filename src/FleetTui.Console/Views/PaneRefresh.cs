using FleetTui.Console.Compositing;
using FleetTui.Console.Layouts;
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
    private int _edition;

    /// <summary>All that the frame shows of panes is in their tiles. A page may have no tile at all, and yet a rail with the panes' last lines.</summary>
    private bool _tilesOnly;

    /// <summary>What the clock said when the whole frame was drawn.</summary>
    public DateTimeOffset WholeAt { get; private set; }

    /// <summary>Call before the whole frame is drawn: what a pane prints meanwhile counts as not drawn yet.</summary>
    public void BeforeWhole(CellBuffer buffer, ConsoleModel model)
    {
        _drawn.Clear();
        WholeAt = model.Now;
        _edition = buffer.Links.Edition;
        _tilesOnly = !(model.Plan.TooSmall || model.Plan.Rail is not null || model.Plan.Tiles.Any(tile => tile.Card) || model.Panel is not null || model.ShowsContinuations || ShowsBoard(model));
        if (!_tilesOnly)
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
                _drawn[tile.Slot] = new Drawn(view, view.Version, Frame(model.Slots[tile.Slot], view, tile.Content, model.HasKeyboard(tile.Slot)));
            }
        }
    }

    /// <summary>The slot printed something that the buffer does not show.</summary>
    public bool IsBehind(int slot)
    {
        if (!_drawn.TryGetValue(slot, out var drawn) || drawn.View is not { } view)
        {
            return false;
        }

        lock (view.Gate)
        {
            return view.Version != drawn.Version;
        }
    }

    /// <summary>Brings the tile with the keyboard up to date.</summary>
    public RefreshStep DrawFocused(CellBuffer buffer, ConsoleModel model, ref FrameCursor? cursor) =>
        !Suits(model) ? RefreshStep.Whole
        : model.Plan.TileOf(model.Focus) is { } tile ? Draw(tile, buffer, model, ref cursor)
        : RefreshStep.Unchanged;

    /// <summary>Brings the next tile from place <paramref name="at"/> on up to date that is not; steps of one tile, so that a key need not wait for all.</summary>
    public RefreshStep DrawNext(CellBuffer buffer, ConsoleModel model, ref FrameCursor? cursor, ref int at)
    {
        if (!Suits(model))
        {
            return RefreshStep.Whole;
        }

        while (at < model.Plan.Tiles.Count)
        {
            var step = Draw(model.Plan.Tiles[at++], buffer, model, ref cursor);
            if (step != RefreshStep.Unchanged)
            {
                return step;
            }
        }

        return RefreshStep.Unchanged;
    }

    /// <summary>A board beside the tiles that only looks on changes nothing of them; the table of slots tells what panes print.</summary>
    private static bool ShowsBoard(ConsoleModel model) =>
        model.Board is { } board && (model.BoardHasKeys || board is Boards.Fleet.FleetBoard || !Boards.BoardPlace.IsSide(model));

    private bool Suits(ConsoleModel model) => _tilesOnly && _drawn.Count == model.Plan.Tiles.Count && model.Now - WholeAt <= WholeEvery;

    private RefreshStep Draw(TilePlace tile, CellBuffer buffer, ConsoleModel model, ref FrameCursor? cursor)
    {
        var focused = model.HasKeyboard(tile.Slot);
        if (!_drawn.TryGetValue(tile.Slot, out var drawn) || model.Slots[tile.Slot].View != drawn.View)
        {
            return RefreshStep.Whole;
        }

        if (drawn.View is not { } view)
        {
            return RefreshStep.Unchanged;
        }

        lock (view.Gate)
        {
            if (view.Version == drawn.Version)
            {
                return RefreshStep.Unchanged;
            }

            var slot = model.Slots[tile.Slot];
            if (!view.Exists || slot.Scroll is not null || EndedView.Lines(slot, model) is not null || Frame(slot, view, tile.Content, focused) != drawn.Frame)
            {
                return RefreshStep.Whole;
            }

            var canvas = new Canvas(buffer, new Rect(0, 0, buffer.Width, buffer.Height)).Part(tile.Content);
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

        return buffer.Links.Edition == _edition ? RefreshStep.Drawn : RefreshStep.Whole;
    }

    private static Surroundings Frame(SlotModel slot, IPaneView view, Rect content, bool focused) => new(
        PaneWindow.Of(slot, view, content.Width, content.Height, focused), view.Exists, view.Columns, view.Rows, view.Info?.Life, Titles.Text(view.Title));

    /// <summary>What else of the screen depends on the pane.</summary>
    private readonly record struct Surroundings(PaneWindow Window, bool Exists, int Columns, int Rows, PaneLife? Life, string Title);

    private readonly record struct Drawn(IPaneView? View, long Version, Surroundings Frame);
}
