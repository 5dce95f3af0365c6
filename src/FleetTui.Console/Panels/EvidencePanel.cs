using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Panels;

/// <summary>Why a slot is in the state it is shown in.</summary>
public sealed class EvidencePanel(string slot) : DocumentPanel
{
    public override string Mode => "WHY";

    protected override string Title(ConsoleModel model) => $"why {slot}";

    protected override string Footer(ConsoleModel model) => "q close";

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        if (model.Evidence is not { } evidence || evidence.Slot != slot)
        {
            return [[new Piece("asking…", theme.Dim)]];
        }

        var lines = new List<IReadOnlyList<Piece>>
        {
            new[] { new Piece(evidence.State, theme.Accent), new Piece(Since(model), theme.Dim), new Piece($"  {evidence.Reason}", theme.Text) },
            Array.Empty<Piece>(),
        };
        lines.AddRange(evidence.Reports.Select(report => (IReadOnlyList<Piece>)
        [
            new Piece(report.Wins ? (model.Ascii ? "> " : "▸ ") : "  ", theme.Done),
            new Piece($"{TimeZoneInfo.ConvertTime(report.At, model.Zone):HH:mm:ss}  ", theme.Dim),
            new Piece($"{report.Source,-12} ", theme.Strong),
            new Piece($"{report.State,-12} ", theme.Text),
            new Piece(report.Detail, theme.Dim),
        ]));
        _ = width;
        return lines;
    }

    private string Since(ConsoleModel model) => model.SlotOf(slot) is { } one && model.Now - one.Status.Since is var age && age >= TimeSpan.FromMinutes(1) ? $" for {Age.Words(age)}" : "";
}
