using FleetTui.Api.Client;
using FleetTui.Console.Commands;
using FleetTui.Console.Compositing;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Status;

namespace FleetTui.Console.Panels;

/// <summary>The migrations (<c>prefix S</c>): collisions first, then each slot's band with the next free version, then the newest files.</summary>
public sealed class MigrationsPanel : DocumentPanel
{
    private const int BarCells = 24;

    public override string Mode => "MIGRATIONS";

    protected override string Title(ConsoleModel model) => model.Migrations is { } report ? $"migrations, {report.Scheme}" : "migrations";

    protected override string Footer(ConsoleModel model) => $"n next free version for {model.Focused?.Id ?? "slot"}   r read again   q close";

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        if (key.IsCharacter('r'))
        {
            PanelCommands.LoadMigrations(context);
            return true;
        }

        if (key.IsCharacter('n'))
        {
            context.Run("migration next");
            return true;
        }

        return false;
    }

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        var theme = model.Theme;
        if (model.Migrations is not { } report)
        {
            return [[new Piece("reading…", theme.Dim)]];
        }

        var lines = new List<IReadOnlyList<Piece>> { new[] { new Piece("FINDINGS", theme.Accent) } };
        foreach (var finding in report.Findings)
        {
            lines.Add([new Piece(model.Ascii ? "  x " : "  ✗ ", theme.Failed), new Piece($"{finding.Slot,-8} ", theme.Strong), new Piece(finding.Kind, theme.Failed)]);
            lines.AddRange(WordWrap.Lines(finding.Message, Math.Max(20, width - 6)).Select(line => (IReadOnlyList<Piece>)[new Piece($"      {line}", theme.Text)]));

            // What the message has said already is not said again.
            foreach (var path in new[] { finding.Path, finding.OtherPath }.OfType<string>().Where(path => !finding.Message.Contains(path, StringComparison.Ordinal)))
            {
                lines.Add([new Piece($"      {path}", theme.Dim)]);
            }

            if (finding.Suggestion is { } free && !finding.Message.Contains(free, StringComparison.Ordinal))
            {
                lines.Add([new Piece($"      next free: {free}", theme.Done)]);
            }
        }

        if (report.Findings.Count == 0)
        {
            lines.Add([new Piece(model.Ascii ? "  v no collision" : "  ✓ no collision", theme.Done)]);
        }

        lines.Add([]);
        Bands(lines, report, model);
        lines.Add([]);
        lines.Add([new Piece("FILES, newest first", theme.Accent)]);
        foreach (var file in report.Files.OrderByDescending(file => file.Version, StringComparer.Ordinal).Take(200))
        {
            lines.Add([new Piece($"  {file.Version}  ", theme.Text), new Piece($"{file.Where,-16} ", file.Where == "main" ? theme.Dim : theme.Strong), new Piece(file.Path, theme.Dim)]);
        }

        if (report.Files.Count == 0)
        {
            lines.Add([new Piece("  none", theme.Dim)]);
        }

        return lines;
    }

    private static void Bands(List<IReadOnlyList<Piece>> lines, MigrationReport report, ConsoleModel model)
    {
        var theme = model.Theme;
        lines.Add([new Piece("BANDS OF TODAY", theme.Accent), new Piece("   used / free, and the next version", theme.Dim)]);
        foreach (var band in report.Bands)
        {
            var all = Math.Max(1, band.Used + band.Free);
            var used = (int)Math.Ceiling(band.Used * (double)BarCells / all);
            lines.Add(
            [
                new Piece($"  {band.Slot,-8} ", theme.Strong),
                new Piece(new string(model.Ascii ? '#' : '█', used), theme.Working),
                new Piece(new string(model.Ascii ? '.' : '░', BarCells - used), theme.Border),
                new Piece($" {band.Used,4}/{band.Free,-6} ", theme.Text),
                new Piece($" {band.Next}", theme.Done),
                new Piece($"  {band.Description}", theme.Dim, 1),
            ]);
        }
    }
}
