using System.Globalization;
using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Output;
using FleetTui.Console.Views;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Loop;

/// <summary>
/// What every frame was meant to show, for who checks it against the bytes that the terminal got (scripts/soak-console): <c>FLEET_FRAME_LOG=FILE</c>, a file or a pipe.
/// Lines of UTF-8. <c>row Y DIGEST TEXT</c> for each row that is not as in the frame before, then <c>frame END COLUMNS ROWS X Y</c>: with the first END bytes, counted from
/// the first that switches the terminal to the console, it shows this; X and Y are -1 while the cursor is hidden. <c>stale Y TEXT</c> and the row's <c>whole Y TEXT</c>:
/// after a frame that brought only the changed rows of panes, the model drawn whole gives another row. <c>same</c>: it gave the same.
/// </summary>
internal sealed class FrameLog : IDisposable
{
    public const string Variable = "FLEET_FRAME_LOG";

    private readonly StreamWriter _file;
    private readonly SgrWriter _colors;
    private readonly CellBuffer _whole = new(0, 0);
    private ulong[] _rows = [];

    private FrameLog(StreamWriter file, TerminalProfile profile)
    {
        _file = file;
        _colors = new SgrWriter(profile.Colors, profile.StyledUnderlines);
    }

    /// <summary>Null where none is wanted, or where it cannot be written.</summary>
    public static FrameLog? Open(string? file, TerminalProfile profile)
    {
        try
        {
            return string.IsNullOrEmpty(file) ? null : new FrameLog(new StreamWriter(new FileStream(file, FileMode.Open, FileAccess.Write)), profile);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A frame was given to the terminal.</summary>
    public void Sent(long end, CellBuffer frame, FrameCursor? cursor)
    {
        if (_rows.Length != frame.Height)
        {
            _rows = new ulong[frame.Height];
        }

        for (var y = 0; y < frame.Height; y++)
        {
            var digest = Digest(frame, y);
            if (digest != _rows[y])
            {
                _rows[y] = digest;
                Line($"row {y} {digest:x16} {frame.TextOf(y)}");
            }
        }

        Line($"frame {end} {frame.Width} {frame.Height} {cursor?.X ?? -1} {cursor?.Y ?? -1}");
        Flush();
    }

    /// <summary>After the panes' changed rows were drawn: does the whole screen give the same? Said only when no pane changes meanwhile.</summary>
    public void Compare(CellBuffer frame, FrameCursor? cursor, ConsoleModel model, PaneRefresh refresh)
    {
        var now = model.Now;
        model.Now = refresh.WholeAt;
        var whole = ScreenView.Draw(_whole, model);
        model.Now = now;
        if (model.Plan.Tiles.Any(tile => refresh.IsBehind(tile.Slot)))
        {
            return;
        }

        var same = whole == cursor;
        if (!same)
        {
            Line($"stale cursor {cursor}");
            Line($"whole cursor {whole}");
        }

        for (var y = 0; y < frame.Height; y++)
        {
            if (Digest(frame, y) != Digest(_whole, y))
            {
                same = false;
                Line($"stale {y} {frame.TextOf(y)}");
                Line($"whole {y} {_whole.TextOf(y)}");
            }
        }

        if (same)
        {
            Line($"same");
        }

        Flush();
    }

    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }

    private ulong Digest(CellBuffer frame, int y) => FrameDigest.OfRow(frame.Row(y), Seen, frame.Links.UriOf);

    private CellStyle Seen(CellStyle style) => _colors.Reduce(style);

    private void Line(FormattableString line) => _file.Write(line.ToString(CultureInfo.InvariantCulture) + "\n");

    private void Flush()
    {
        try
        {
            _file.Flush();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }
}
