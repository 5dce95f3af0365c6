using FleetTui.Api.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Model;

/// <summary>What a glance shall tell of a slot, most urgent first.</summary>
public enum MoodKind
{
    Needs,
    Failed,
    Held,
    Limited,
    Landing,
    Done,
    Working,
    Starting,
    Idle,
    Unknown,
    Stopped,
}

/// <summary>A slot's state as glyph, word and colour: each alone is enough.</summary>
public readonly record struct SlotMood(MoodKind Kind)
{
    public static SlotMood Of(SlotStatus slot) => new(slot.State switch
    {
        "needs-input" => MoodKind.Needs,
        "crashed" => MoodKind.Failed,
        _ when slot.Landing == "held" => MoodKind.Held,
        "rate-limited" => MoodKind.Limited,
        _ when slot.Landing == "landing" => MoodKind.Landing,
        "working" => MoodKind.Working,
        "starting" => MoodKind.Starting,
        "done" => MoodKind.Done,
        "idle" => MoodKind.Idle,
        "stopped" => slot.Attention ? MoodKind.Failed : MoodKind.Stopped,
        _ => slot.Attention ? MoodKind.Needs : MoodKind.Unknown,
    });

    public string Word => Kind switch
    {
        MoodKind.Needs => "WAITS",
        MoodKind.Failed => "FAILED",
        MoodKind.Held => "held",
        MoodKind.Limited => "limited",
        MoodKind.Landing => "landing",
        MoodKind.Done => "done",
        MoodKind.Working => "working",
        MoodKind.Starting => "starting",
        MoodKind.Idle => "idle",
        MoodKind.Stopped => "stopped",
        _ => "unknown",
    };

    public string Glyph(bool ascii) => Kind switch
    {
        MoodKind.Needs => "!",
        MoodKind.Failed => ascii ? "x" : "✗",
        MoodKind.Held => "=",
        MoodKind.Limited => "~",
        MoodKind.Landing => ascii ? ">" : "▸",
        MoodKind.Done => ascii ? "v" : "✓",
        MoodKind.Working => ascii ? "*" : "●",
        MoodKind.Starting => ascii ? "+" : "◌",
        MoodKind.Idle => ascii ? "." : "○",
        MoodKind.Stopped => ascii ? "-" : "□",
        _ => "?",
    };

    public CellStyle Style(Theme theme) => Kind switch
    {
        MoodKind.Needs => theme.Needs,
        MoodKind.Failed => theme.Failed,
        MoodKind.Held or MoodKind.Limited => theme.Held,
        MoodKind.Landing or MoodKind.Done => theme.Done,
        MoodKind.Working or MoodKind.Starting => theme.Working,
        _ => theme.Idle,
    };
}
