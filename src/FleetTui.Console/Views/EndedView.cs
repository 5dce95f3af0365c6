using FleetTui.Console.Compositing;
using FleetTui.Console.Model;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Views;

/// <summary>What a slot without a running program says: what happened, and what can be done. Its last screen stays above.</summary>
public static class EndedView
{
    public static IReadOnlyList<string> NotStarted(SlotModel slot, ConsoleModel model) => slot.Status.State switch
    {
        "crashed" => [$"{slot.Id} could not start", Reason(slot), $"Enter = try again   {model.Keys.Spell("slot-menu")} = all else"],
        "starting" => [$"{slot.Id} is starting", ""],
        _ => [$"{slot.Id} is not running", slot.Status.Detail.Length > 0 ? slot.Status.Detail : $"agent: {slot.Status.Agent}", model.Options.ReadOnly ? "" : $"Enter = start   {model.Keys.Spell("slot-menu")} = all else"],
    };

    /// <summary>Null while the program runs.</summary>
    public static IReadOnlyList<string>? Lines(SlotModel slot, ConsoleModel model) => slot.View?.Info switch
    {
        { Life: PaneLife.Exited } info when WasStopped(slot, info) => [$" {Quiet(model)} stopped {Age.Short(model.Now - (info.EndedAt ?? model.Now))} ", Action(model, "start")],
        { Life: PaneLife.Running } when model.Ended => [$" {Quiet(model)} stopped with the fleet ", Action(model, "start")],
        { Life: PaneLife.Failed } info => [$" {(model.Ascii ? "x" : "✗")} could not start: {info.Failure ?? slot.Status.Detail} ", Action(model, "restart")],
        { Life: PaneLife.Exited } info => [$" {Ending(info, model)} {Age.Short(model.Now - (info.EndedAt ?? model.Now))} ", Action(model, "restart")],
        _ => null,
    };

    public static void Draw(Canvas canvas, IReadOnlyList<string> lines, ConsoleModel model)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var y = canvas.Height - lines.Count + i;
            canvas.Part(new Rect(0, y, canvas.Width, 1)).Fill(model.Theme.Bar);
            canvas.TextFit(0, y, lines[i], i == 0 ? model.Theme.BarStrong : model.Theme.Bar, canvas.Width);
        }
    }

    private static string Ending(PaneInfo info, ConsoleModel model) => info switch
    {
        { Signal: { } signal } => $"{(model.Ascii ? "x" : "✗")} killed by signal {signal}",
        { ExitCode: 0 } => $"{Quiet(model)} finished (exit code 0)",
        { ExitCode: { } code } => $"{(model.Ascii ? "x" : "✗")} exited with code {code}",
        _ => $"{Quiet(model)} ended",
    };

    /// <summary>How it ended says nothing then: being stopped is a signal, too. Only the daemon knows; what the host alone tells is not enough.</summary>
    private static bool WasStopped(SlotModel slot, PaneInfo info) => slot.Status is { State: "stopped", Source: not "host" } && info.ExitCode != 0;

    private static string Quiet(ConsoleModel model) => model.Ascii ? "-" : "□";

    private static string Action(ConsoleModel model, string start) =>
        model.Options.ReadOnly ? " read-only " : $" Enter = {start}   {model.Keys.PrefixKey} > = all else   {model.Keys.PrefixKey} [ = read back   {model.Keys.PrefixKey} e = log ";

    private static string Reason(SlotModel slot) => slot.Status.Detail.Length > 0 ? slot.Status.Detail : "see the log";
}
