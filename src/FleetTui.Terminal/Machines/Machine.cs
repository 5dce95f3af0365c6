using FleetTui.Terminal.Colors;
using FleetTui.Terminal.Input;
using FleetTui.Terminal.Modes;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Replies;
using FleetTui.Terminal.Screens;
using FleetTui.Terminal.Text;
using FleetTui.Terminal.Titles;

namespace FleetTui.Terminal.Machines;

/// <summary>The parts of one terminal, as the sequence handlers see them. Holds no rules of its own.</summary>
internal sealed class Machine
{
    public Machine(int columns, int rows, TerminalOptions options, ITerminalEffects effects)
    {
        Options = options;
        Effects = effects;
        Screen = new Screen(columns, rows, options.ScrollbackLines, Modes);
        Scroller = new Scroller(Screen);
        Printer = new Printer(Screen, Scroller);
        Graphemes = new GraphemePrinter(Screen, Printer);
        Motion = new CursorMotion(Screen);
        Editor = new LineEditor(Screen, Scroller);
        Eraser = new Eraser(Screen);
        Rectangles = new Rectangles(Screen);
        Palette = new ColorPalette(options.Foreground, options.Background);
        Reply = new ReplyWriter(effects, Conformance);
    }

    public TerminalOptions Options { get; }

    public ITerminalEffects Effects { get; }

    public ModeSet Modes { get; } = new();

    public Screen Screen { get; }

    public Scroller Scroller { get; }

    public Printer Printer { get; }

    public GraphemePrinter Graphemes { get; }

    public CursorMotion Motion { get; }

    public LineEditor Editor { get; }

    public Eraser Eraser { get; }

    public Rectangles Rectangles { get; }

    public ColorPalette Palette { get; }

    public TitleStack Titles { get; } = new();

    public KeyboardState Keyboard { get; } = new();

    public CursorLook CursorLook { get; } = new();

    public Conformance Conformance { get; } = new();

    public PendingNotifications Notifications { get; } = new();

    public PaletteStack Palettes { get; } = new();

    public PenStack Pens { get; } = new();

    public ReplyWriter Reply { get; }

    /// <summary>What reads the bytes, where there is one: VT52 mode changes its grammar.</summary>
    public VtParser? Parser { get; set; }

    /// <summary>The kitty flags of the screen that is shown: each has a stack of its own.</summary>
    public KittyKeyboard Kitty => Keyboard.Of(Screen.IsAlternate);
}
