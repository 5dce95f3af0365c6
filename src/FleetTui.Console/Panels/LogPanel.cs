using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Status;
using FleetTui.Terminal.Cells;

namespace FleetTui.Console.Panels;

/// <summary>What happened (<c>prefix e</c>), newest at the bottom and following.</summary>
public sealed class LogPanel : DocumentPanel
{
    private const int KindCells = 17;

    private bool _onlyFocused;
    private bool _everything;

    public override string Mode => "LOG";

    protected override bool Follows => true;

    protected override string Title(ConsoleModel model) => _onlyFocused ? $"log of {model.Focused?.Id}" : "log";

    protected override string Footer(ConsoleModel model) =>
        $"f {(_onlyFocused ? "all slots" : $"only {model.Focused?.Id}")}   v {(_everything ? "less" : "more")}   G follow   q close";

    /// <summary>What is only the lane's pulse; left out unless asked for.</summary>
    public static bool IsPulse(LogEntry entry) => entry.Kind is "lane.idle" or "lane.landing" or "lane.synced";

    /// <summary>The message without the slot's name at its head: that stands beside it.</summary>
    public static string Text(LogEntry entry)
    {
        if (entry.Slot is { Length: > 0 } slot)
        {
            foreach (var head in (string[])[$"{slot} ", $"Slot {slot} ", $"Slot {slot}: "])
            {
                if (entry.Message.StartsWith(head, StringComparison.Ordinal))
                {
                    return entry.Message[head.Length..];
                }
            }
        }

        return entry.Message;
    }

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        _onlyFocused ^= key.IsCharacter('f');
        _everything ^= key.IsCharacter('v');
        return key.IsCharacter('f') || key.IsCharacter('v');
    }

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        var kind = width >= 100 ? KindCells : 0;
        var lines = new List<IReadOnlyList<Piece>>();
        foreach (var entry in model.Log.Where(entry => (!_onlyFocused || entry.Slot == model.Focused?.Id) && (_everything || !IsPulse(entry))))
        {
            var text = WordWrap.Lines(Text(entry), Math.Max(20, width - 18 - kind));
            for (var i = 0; i < text.Count; i++)
            {
                lines.Add(
                [
                    new Piece(i > 0 ? "         " : $"{TimeZoneInfo.ConvertTime(entry.At, model.Zone):HH:mm:ss} ", theme.Dim),
                    new Piece(i > 0 ? "         " : $"{entry.Slot ?? "",-8} ", theme.Strong),
                    new Piece(kind == 0 ? "" : i > 0 ? new string(' ', kind) : $"{entry.Kind,-KindCells}", Style(entry.Kind, theme)),
                    new Piece(text[i], kind == 0 ? Style(entry.Kind, theme) : theme.Text),
                ]);
            }
        }

        return lines.Count > 0 ? lines : [[new Piece("nothing has happened yet", theme.Dim)]];
    }

    private static CellStyle Style(string kind, Theme theme) => kind switch
    {
        _ when kind.EndsWith("landed", StringComparison.Ordinal) => theme.Done,
        _ when kind.EndsWith("held", StringComparison.Ordinal) || kind.EndsWith("collision", StringComparison.Ordinal) => theme.Held,
        _ when kind.Contains("fail", StringComparison.Ordinal) || kind.Contains("crash", StringComparison.Ordinal) => theme.Failed,
        _ => theme.Text,
    };
}
