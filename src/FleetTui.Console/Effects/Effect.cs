using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Keeping;
using FleetTui.Console.Loop;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Effects;

/// <summary>Something to be done outside the model. The loop carries them out; their results come back as messages.</summary>
public abstract record Effect
{
    public sealed record SendKey(string Pane, KeyEvent Key) : Effect;

    public sealed record SendMouse(string Pane, MouseEvent Mouse) : Effect;

    public sealed record SendPaste(string Pane, string Text) : Effect;

    public sealed record TellFocus(string Pane, bool Focused) : Effect;

    /// <summary>The size of this console's window onto a pane: it counts while no other console that typed there last is attached.</summary>
    public sealed record OfferSize(string Pane, int Columns, int Rows) : Effect;

    /// <summary>The pane's size is this console's from now on.</summary>
    public sealed record ResizePane(string Pane, int Columns, int Rows) : Effect;

    /// <summary>A live copy of a pane's screen is wanted from now on.</summary>
    public sealed record Watch(string Pane) : Effect;

    /// <summary>Lines of a pane, from an absolute number on.</summary>
    public sealed record FetchLines(string Pane, long From, int Count) : Effect;

    /// <summary>Lines of a selection, whose text is then copied.</summary>
    public sealed record FetchCopy(string Pane, long From, int Count, Func<TerminalHost.Client.PaneLines, string> Text, bool Append = false) : Effect;

    /// <summary>A call to the daemon. <paramref name="What"/> names it in an error: "restart ps1".</summary>
    /// <param name="Starts">A fleet that was ended is started for it.</param>
    /// <param name="Failed">Makes of a refusal what is told instead of a notice.</param>
    public sealed record Call(string What, Func<IFleetApi, CancellationToken, Task<ConsoleMessage?>> Work, bool Starts = false, Func<string, ConsoleMessage>? Failed = null) : Effect;

    /// <summary>A pane that is no slot's is wanted: started, unless it runs already, and watched.</summary>
    public sealed record OpenPane(string Pane, IReadOnlyList<string> Command, string WorkingDirectory, int Columns, int Rows) : Effect;

    /// <summary>A pane that is no slot's has ended: it can be forgotten.</summary>
    public sealed record ClosePane(string Pane) : Effect;

    /// <summary>Lines of a slot with a text, for the panel's search of that number.</summary>
    public sealed record Find(Panels.Find.FindPanel Panel, int Search, string Pane, string Text) : Effect;

    /// <summary>Runs a verb of the command line and shows what it prints in the panel.</summary>
    public sealed record RunVerb(Verbs.VerbPanel Panel, string Line) : Effect;

    public sealed record StopVerb(Verbs.VerbPanel Panel) : Effect;

    /// <summary>Write the history of prompts to its file.</summary>
    public sealed record KeepPrompts : Effect;

    /// <summary>Text for the clipboard of the user's terminal (OSC 52).</summary>
    public sealed record Clipboard(string Text) : Effect;

    /// <summary>A text for a file of the user's, where it is too long for a terminal's clipboard.</summary>
    public sealed record WriteCopy(string File, string Text) : Effect;

    public sealed record Bell : Effect;

    /// <summary>A desktop notice by way of the user's terminal, if it knows any.</summary>
    public sealed record Notify(string Heading, string Text) : Effect;

    /// <summary>A short program beside the console.</summary>
    /// <param name="Failed">Makes of what went wrong what is told; not called when nothing did.</param>
    public sealed record RunProgram(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment, string Input, Func<string, ConsoleMessage> Failed) : Effect;

    /// <summary>The title of the user's terminal window.</summary>
    public sealed record Title(string Text) : Effect;

    /// <summary>Report every motion of the mouse, or only with a button down.</summary>
    public sealed record MouseMotion(bool Every) : Effect;

    /// <summary>What is read and written in files of the console's own.</summary>
    public abstract record Kept : Effect;

    /// <summary>The state of this console, to be found at its next attach.</summary>
    public sealed record Keep(byte[] State) : Kept;

    /// <summary>Puts a layout under a name; null takes the name away.</summary>
    public sealed record SaveLayout(string Name, KeptLayout? Layout) : Kept;

    /// <summary>Reads the saved layouts.</summary>
    public sealed record ReadLayouts(Action<IReadOnlyDictionary<string, KeptLayout>, CommandContext>? Then) : Kept;

    /// <summary>Reads the user's settings again, because fleet.toml has changed.</summary>
    public sealed record ReadSettings : Kept;

    /// <summary>What the user's terminal shall tell of keys, in the kitty keyboard protocol's flags.</summary>
    public sealed record KeyboardFlags(int Flags) : Effect;

    public sealed record Detach : Effect;

    /// <summary>Leaves this fleet for another that runs.</summary>
    public sealed record SwitchFleet(string Repository) : Effect;

    /// <summary>Looks which fleets run.</summary>
    public sealed record FindFleets(Action<IReadOnlyList<RunningFleet>, CommandContext> Then) : Effect;

    public sealed record Suspend : Effect;
}
