using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Output;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Panels;

/// <summary>Something that lies over the tiles and has the keys: a list, a question, a prompt.</summary>
public interface IPanel
{
    /// <summary>The word that the status line shows while this is open.</summary>
    string Mode { get; }

    /// <summary>Where on the screen it lies; empty for one that lives in the status line alone.</summary>
    Rect Place(ConsoleModel model);

    /// <summary>Draws it as a pure function of itself and the model.</summary>
    void Draw(Canvas canvas, ConsoleModel model);

    /// <summary>The line in place of the status line, or null.</summary>
    string? StatusText(ConsoleModel model) => null;

    /// <summary>Where the text cursor stands in <see cref="StatusText"/>, in cells; null for none.</summary>
    int? StatusCursor(ConsoleModel model) => null;

    /// <summary>The text cursor, as the panel's program has it; null for none.</summary>
    FrameCursor? Cursor(Canvas canvas, ConsoleModel model) => null;

    /// <summary>A key as it came. Only a panel with a program in it needs more than its name.</summary>
    void Take(KeyEvent key, CommandContext context) => Press(KeyStroke.Of(key), context);

    /// <summary>A key for this panel; it closes itself by setting <see cref="ConsoleModel.Panel"/>.</summary>
    void Press(KeyStroke key, CommandContext context);

    /// <summary>A pasted text; most panels have no use for one.</summary>
    void Paste(string text, CommandContext context)
    {
    }

    /// <summary>A click or a turn of the wheel inside, in the panel's own cells.</summary>
    void Click(int x, int y, CommandContext context)
    {
    }

    void Wheel(int lines, CommandContext context)
    {
    }

    /// <summary>An event of the mouse as it came, in the panel's own cells. Only a panel with a program in it needs more than clicks and the wheel.</summary>
    /// <returns>False: it is to be taken as a click or a turn of the wheel.</returns>
    bool Take(MouseEvent mouse, CommandContext context) => false;
}
