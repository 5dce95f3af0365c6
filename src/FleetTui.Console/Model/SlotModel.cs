using FleetTui.Api.Status;
using FleetTui.Console.Scrolling;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Model;

/// <summary>One slot as this console sees it.</summary>
public sealed class SlotModel(SlotStatus status)
{
    public SlotStatus Status { get; set; } = status;

    public string Id => Status.Id;

    public SlotMood Mood => SlotMood.Of(Status);

    /// <summary>Null until the host gave it.</summary>
    public IPaneView? View { get; set; }

    /// <summary>The size offered to the host last; (0, 0) for none.</summary>
    public (int Columns, int Rows) OfferedSize { get; set; }

    /// <summary>Set while the user reads or copies back in the scrollback.</summary>
    public ScrollState? Scroll { get; set; }

    /// <summary>What copy mode reads: the transcript where the user chose it, else the pane.</summary>
    public IPaneView? Reading => Scroll?.Transcript ?? View;

    /// <summary>What was searched for in it last: n goes on with it.</summary>
    public string? LastSearch { get; set; }

    /// <summary>Read-only for this console (<c>prefix O</c>).</summary>
    public bool Observed { get; set; }

    public bool Marked { get; set; }

    /// <summary>Stays live beside the rail.</summary>
    public bool Pinned { get; set; }

    /// <summary>Where the user has panned a tile that is smaller than its PTY; null: it follows the cursor.</summary>
    public (int Left, int Top)? Pan { get; set; }

    /// <summary>A shell uses Alt keys itself; ours stay off there.</summary>
    public bool AltKeysLocked => Status.Agent is "sh" or "bash" or "zsh" or "fish" or "shell";
}
