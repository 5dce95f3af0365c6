using FleetTui.Terminal.Input;

namespace FleetTui.Console.Outer.Input;

/// <summary>One thing the user's terminal sent.</summary>
public abstract record InputEvent
{
    public sealed record Pressed(KeyEvent Event) : InputEvent;

    /// <summary>0-based cells of the whole screen.</summary>
    public sealed record Mouse(MouseEvent Event) : InputEvent;

    /// <summary>A bracketed paste, whole.</summary>
    public sealed record Paste(string Text) : InputEvent;

    /// <summary>The terminal window got or lost the focus (mode 1004).</summary>
    public sealed record Focus(bool Focused) : InputEvent;

    /// <summary>The terminal's answer to a question of ours.</summary>
    public sealed record Answer(TerminalAnswer Value) : InputEvent;
}

/// <summary>Answers to the questions asked at the start.</summary>
public abstract record TerminalAnswer
{
    /// <summary>DA1: every terminal gives it, so what was asked before and is still open will not come.</summary>
    public sealed record PrimaryAttributes : TerminalAnswer;

    /// <summary><c>CSI ? flags u</c>: the terminal speaks the kitty keyboard protocol.</summary>
    public sealed record KittyKeyboard(int Flags) : TerminalAnswer;

    /// <summary>DECRPM; 1 and 2 mean that the mode can be set.</summary>
    public sealed record Mode(int Number, int Setting) : TerminalAnswer;

    /// <summary>OSC 11: the background, each part 0–255.</summary>
    public sealed record Background(int Red, int Green, int Blue) : TerminalAnswer;

    /// <summary>The desktop is dark or light now (mode 2031: <c>CSI ? 997 ; 1 or 2 n</c>).</summary>
    public sealed record Scheme(bool Light) : TerminalAnswer;

    /// <summary>XTVERSION.</summary>
    public sealed record Version(string Name) : TerminalAnswer;
}
