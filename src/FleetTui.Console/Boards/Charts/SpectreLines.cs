using FleetTui.Console.Model;
using FleetTui.Console.Status;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FleetTui.Console.Boards.Charts;

/// <summary>Renders a table, chart or tree of Spectre.Console into lines of the compositor.</summary>
internal static class SpectreLines
{
    public static IReadOnlyList<IReadOnlyList<Piece>> Of(IRenderable what, SpectreInk ink, int width, ConsoleModel model)
    {
        var lines = new List<IReadOnlyList<Piece>>();
        var line = new List<Piece>();
        foreach (var segment in what.Render(new RenderOptions(new CellCapabilities(!model.Ascii), new Size(Math.Max(1, width), 1000)), Math.Max(1, width)))
        {
            if (segment.IsControlCode)
            {
                continue;
            }

            var parts = ink.Filled(segment.Text, segment.Style).Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add(line);
                    line = [];
                }

                if (parts[i].Length > 0)
                {
                    line.Add(new Piece(model.Ascii ? Plain(parts[i]) : parts[i], ink.Back(segment.Style)));
                }
            }
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Its charts are blocks also where it was told to do without Unicode.</summary>
    private static string Plain(string text) => string.Concat(text.Select(one => one switch { '█' or '■' => '#', > '~' => '?', _ => one }));

    /// <summary>What Spectre may use: colours are ours to reduce later, so all; no links and no control codes, which cells cannot carry.</summary>
    private sealed class CellCapabilities(bool unicode) : IReadOnlyCapabilities
    {
        public ColorSystem ColorSystem => ColorSystem.TrueColor;

        public bool Ansi => false;

        public bool Links => false;

        public bool Legacy => false;

        public bool IsTerminal => false;

        public bool Interactive => false;

        public bool Unicode => unicode;
    }
}
