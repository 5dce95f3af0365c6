using FleetTui.Console.Model;
using FleetTui.Console.Views;

namespace FleetTui.Console.Boards.Fleet;

/// <summary>A column of the table of slots.</summary>
/// <param name="Least">Cells below which it goes.</param>
/// <param name="Most">Cells it grows to; the last one takes what is left.</param>
/// <param name="Rank">Which goes first where there is no room: the highest; 0 never.</param>
/// <param name="Order">What it is sorted by.</param>
internal sealed record FleetColumn(string Name, int Least, int Most, int Rank, Func<SlotModel, ConsoleModel, string> Text, Func<SlotModel, ConsoleModel, IComparable> Order)
{
    /// <summary>The same in less room, where there is such a form.</summary>
    public Func<SlotModel, ConsoleModel, string>? Narrow { get; init; }

    public const int Number = 0;
    public const int State = 5;

    public static readonly FleetColumn[] All =
    [
        new("#", 3, 3, 0, (slot, model) => $"{slot.Status.Number,2}{slot.Mood.Glyph(model.Ascii)}", (slot, _) => slot.Status.Number),
        new("slot", 8, 12, 0, (slot, _) => slot.Id, (slot, _) => slot.Id),
        new("role", 10, 18, 0, (slot, _) => Or(slot.Status.Role), (slot, _) => Last(slot.Status.Role)),
        new("agent", 6, 10, 3, (slot, _) => slot.Status.Agent, (slot, _) => slot.Status.Agent),
        new("account", 7, 12, 9, (slot, _) => Or(slot.Status.Account), (slot, _) => Last(slot.Status.Account)),
        new("state", 8, 8, 0, (slot, _) => slot.Mood.Word, (slot, _) => (int)slot.Mood.Kind),
        new("since", 5, 10, 1, (slot, model) => Age.Words(model.Now - slot.Status.Since), (slot, _) => slot.Status.Since) { Narrow = (slot, model) => Age.Short(model.Now - slot.Status.Since) },
        new("ctx", 5, 5, 11, (slot, _) => slot.Status.Context switch { null => "", { Percent: { } percent } => $"{percent}%", var context => $"{context.Tokens / 1000}k" }, (slot, _) => -(slot.Status.Context?.Percent ?? -1)),
        new("git", 8, 14, 2, (slot, model) => HeaderView.Changes(slot.Status.Ahead, slot.Status.Behind, slot.Status.Dirty, model.Ascii), (slot, _) => -((slot.Status.Ahead * 1_000_000L) + (slot.Status.Dirty * 1_000L) + slot.Status.Behind)),
        new("lane", 7, 8, 7, (slot, _) => slot.Status.Landing == "none" ? "" : slot.Status.Landing, (slot, _) => Last(slot.Status.Landing == "none" ? "" : slot.Status.Landing)),
        new("landed", 6, 34, 8, Landed, (slot, model) => -(LastLanding(slot, model)?.At.UtcTicks ?? 0)),
        new("title", 12, 400, 6, Title, (slot, model) => Last(Title(slot, model))),
    ];

    private static string Or(string text) => text.Length > 0 ? text : "-";

    /// <summary>What is empty comes after all that is not.</summary>
    private static string Last(string text) => text.Length > 0 ? text : "\uFFFF";

    private static Api.Status.LandedCommit? LastLanding(SlotModel slot, ConsoleModel model) => model.Lane?.Recent.FirstOrDefault(commit => commit.Slot == slot.Id);

    private static string Landed(SlotModel slot, ConsoleModel model) =>
        LastLanding(slot, model) is { } commit ? $"{Age.Short(model.Now - commit.At),-4} {commit.Subject}" : "";

    /// <summary>What needs the user, else what the program in the slot calls itself.</summary>
    private static string Title(SlotModel slot, ConsoleModel model) => slot.Status switch
    {
        { Landing: "held" } status => status.LandingReason,
        { Detail.Length: > 0 } status => status.Detail,
        _ => slot.View?.Title ?? "",
    };
}
