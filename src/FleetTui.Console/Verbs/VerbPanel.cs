using FleetTui.Console.Commands;
using FleetTui.Console.Effects;
using FleetTui.Console.Keys;
using FleetTui.Console.Model;
using FleetTui.Console.Panels;
using FleetTui.Console.Status;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Verbs;

/// <summary>What a verb prints, as it prints it. Closing ends one that still runs.</summary>
public sealed class VerbPanel(string line) : DocumentPanel
{
    private const int Most = 5000;

    private readonly List<string> _lines = [""];
    private int? _code;

    public override string Mode => "VERB";

    protected override bool Follows => true;

    public void Write(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split('\n');
        _lines[^1] += Clean(parts[0]);
        _lines.AddRange(parts.Skip(1).Select(Clean));
        _lines.RemoveRange(0, Math.Max(0, _lines.Count - Most));
    }

    public void End(int code) => _code = code;

    protected override string Title(ConsoleModel model) => $"fleet {line}";

    protected override string Footer(ConsoleModel model) => _code switch
    {
        null => "running…   q ends it",
        0 => "done   q close",
        { } code => $"exit code {code}   q close",
    };

    protected override IReadOnlyList<IReadOnlyList<Piece>> Lines(ConsoleModel model, int width)
    {
        var shown = _lines[^1].Length == 0 ? _lines.Take(_lines.Count - 1) : _lines;
        IReadOnlyList<IReadOnlyList<Piece>> lines = [.. shown.Select(text => (IReadOnlyList<Piece>)[new Piece(text, model.Theme.Text)])];
        return lines.Count > 0 ? lines : [[new Piece(_code is null ? "…" : "it printed nothing", model.Theme.Dim)]];
    }

    protected override bool Act(KeyStroke key, CommandContext context)
    {
        if (_code is null && (key.Key == Key.Escape || key.IsCharacter('q') || key.ToString() == "C-c"))
        {
            context.Ask(new Effect.StopVerb(this));
        }

        return false;
    }

    private static string Clean(string text) => string.Concat(text.Replace("\t", "    ", StringComparison.Ordinal).Where(c => !char.IsControl(c)));
}
