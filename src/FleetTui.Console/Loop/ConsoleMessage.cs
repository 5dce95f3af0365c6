using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Keeping;
using FleetTui.Console.Model;
using FleetTui.Console.Outer.Input;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Loop;

/// <summary>Everything that can happen to a console. The loop takes them one at a time.</summary>
public abstract record ConsoleMessage
{
    public sealed record Input(IReadOnlyList<InputEvent> Events) : ConsoleMessage;

    /// <summary>The user's terminal is gone.</summary>
    public sealed record InputEnded : ConsoleMessage;

    public sealed record Resized(int Columns, int Rows) : ConsoleMessage;

    public sealed record Fleet(FleetUpdate Update) : ConsoleMessage;

    public sealed record DaemonLink(LinkState State, string Reason) : ConsoleMessage;

    public sealed record HostLink(LinkState State, string Reason) : ConsoleMessage;

    public sealed record HostPanes(IReadOnlyList<PaneInfo> All) : ConsoleMessage;

    public sealed record Watched(string Pane, IPaneView View) : ConsoleMessage;

    /// <summary>At least one pane changed since this was last taken.</summary>
    public sealed record PanesChanged : ConsoleMessage;

    public sealed record PaneHappened(PaneEvent Event) : ConsoleMessage;

    /// <param name="Asked">The line from which on they were asked for.</param>
    public sealed record Lines(string Pane, PaneLines Fetched, long Asked) : ConsoleMessage;

    /// <summary>A text to keep and to hand to the clipboard.</summary>
    /// <param name="Append">Behind what was copied last.</param>
    public sealed record Copied(string Text, bool Append = false) : ConsoleMessage;

    public sealed record Roles(IReadOnlyList<RoleStatus> All) : ConsoleMessage;

    public sealed record Preview(AssignmentResult Result) : ConsoleMessage;

    /// <summary>A role was given; <paramref name="Swapped"/> tells whether another slot took the old one, <paramref name="Undone"/> whether this took something back.</summary>
    public sealed record Assigned(AssignmentResult Result, bool Swapped, bool Undone = false) : ConsoleMessage;

    public sealed record MigrationDay(Boards.Migrations.MigrationsBoard Board, MigrationDayReport Day) : ConsoleMessage;

    /// <summary>The roles, and what their domains take in.</summary>
    public sealed record Coverage(Boards.Roles.RolesBoard Board, IReadOnlyList<RoleStatus> Holders, DomainCoverage Read) : ConsoleMessage;

    public sealed record Evidence(SlotEvidence Slot) : ConsoleMessage;

    /// <summary>What a slot has not landed, or one file of it.</summary>
    /// <summary>A stretch of a slot's transcript.</summary>
    public sealed record Transcript(TranscriptQuery Query, SlotTranscript Read) : ConsoleMessage;

    public sealed record Diff(Boards.Diff.DiffBoard Board, SlotDiff Read, string? Path) : ConsoleMessage;

    /// <summary>A page that a view of the log asked for.</summary>
    public sealed record LogPage(Boards.Log.LogWindow Window, IReadOnlyList<LogEntry> Entries) : ConsoleMessage;

    public sealed record LogLoaded(IReadOnlyList<LogEntry> Entries) : ConsoleMessage;

    /// <summary>The daemon could not tell a board what it asked for.</summary>
    public sealed record BoardFailed(Boards.Board Board, string Reason) : ConsoleMessage;

    /// <summary>The layouts saved under a name, as they are now.</summary>
    public sealed record Layouts(SortedDictionary<string, KeptLayout> All, Action<IReadOnlyDictionary<string, KeptLayout>, CommandContext>? Then = null) : ConsoleMessage;

    /// <summary>The settings as fleet.toml has them now.</summary>
    public sealed record Settings(ConsoleOptions Options) : ConsoleMessage;

    public sealed record Fleets(IReadOnlyList<RunningFleet> All, Action<IReadOnlyList<RunningFleet>, CommandContext> Then) : ConsoleMessage;

    public sealed record Say(string Text, bool Error) : ConsoleMessage;

    public sealed record Agents(Panels.AgentPanel Panel, IReadOnlyList<AgentChoice> All) : ConsoleMessage;

    public sealed record Found(Panels.Find.FindPanel Panel, int Search, string Pane, IReadOnlyList<Panels.Find.FoundLine> Hits) : ConsoleMessage;

    public sealed record VerbWrote(Verbs.VerbPanel Panel, string Text) : ConsoleMessage;

    public sealed record VerbEnded(Verbs.VerbPanel Panel, int Code) : ConsoleMessage;

    /// <summary>Something was done that can be taken back.</summary>
    /// <param name="What">Names it: "stopping ps1".</param>
    public sealed record Done(string What, Action<Commands.CommandContext> Back, string Text) : ConsoleMessage;

    /// <summary>The time that was waited for has come.</summary>
    public sealed record Wake : ConsoleMessage;

    public sealed record FrameWritten : ConsoleMessage;

    /// <summary>Continued after a stop: the terminal may hold anything.</summary>
    public sealed record Continued : ConsoleMessage;

    /// <summary>SIGCONT: this process had been stopped.</summary>
    public sealed record WasContinued : ConsoleMessage;

    /// <summary>Asked to stop from outside (Ctrl-Z by another name: SIGTSTP).</summary>
    public sealed record StopAsked : ConsoleMessage;
}
