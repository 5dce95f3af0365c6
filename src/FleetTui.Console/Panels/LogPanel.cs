using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Panels;

/// <summary>What happened (<c>prefix e</c>), newest at the bottom and following.</summary>
public sealed class LogPanel : DocumentPanel
{
    private bool _onlyFocused;

    public override string Mode => "LOG";

    protected override bool Follows => true;

    protected override string Title(ConsoleModel model) => _onlyFocused ? $"log of {model.Focused?.Id}" : "log";

    protected override string Footer(ConsoleModel model) => $"f {(_onlyFocused ? "all slots" : $"only {model.Focused?.Id}")}   G follow   q close";

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        if (key.IsCharacter('f'))
        {
            _onlyFocused = !_onlyFocused;
            return true;
        }

        return false;
    }

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        var entries = model.Log.Where(entry => !_onlyFocused || entry.Slot == model.Focused?.Id).ToList();
        if (entries.Count == 0)
        {
            return [[new Piece("nothing has happened yet", theme.Dim)]];
        }

        _ = width;
        return
        [
            .. entries.Select(entry => (IReadOnlyList<Piece>)
            [
                new Piece($"{TimeZoneInfo.ConvertTime(entry.At, model.Zone):HH:mm:ss} ", theme.Dim),
                new Piece($"{entry.Slot ?? "",-8} ", theme.Strong),
                new Piece($"{entry.Kind,-16} ", Style(entry.Kind, theme)),
                new Piece(entry.Message, theme.Text),
            ]),
        ];
    }

    private static CellStyle Style(string kind, Theme theme) => kind switch
    {
        _ when kind.EndsWith("landed", StringComparison.Ordinal) => theme.Done,
        _ when kind.EndsWith("held", StringComparison.Ordinal) || kind.EndsWith("collision", StringComparison.Ordinal) => theme.Held,
        _ when kind.Contains("fail", StringComparison.Ordinal) || kind.Contains("crash", StringComparison.Ordinal) => theme.Failed,
        _ => theme.Dim,
    };
}
