using FleetTui.Terminal.Cells;
using FleetTui.TerminalHost.Client;

namespace FleetTui.Console.Scrolling;

/// <summary>
/// Where the user reads back in one pane. The top is an absolute line, so output that arrives meanwhile moves nothing.
/// Holds the lines around it that were fetched; a line not fetched yet shows as empty.
/// </summary>
public sealed class ScrollState(long top, LinePosition cursor, long screenAtEntry)
{
    private readonly Dictionary<long, (Cell[] Cells, bool Wrapped, bool Prompt)> _lines = [];

    public long Top { get; set; } = top;

    public LinePosition Cursor { get; set; } = cursor;

    /// <summary>Where the selection began; null without one.</summary>
    public LinePosition? Anchor { get; set; }

    public bool Rectangle { get; set; }

    /// <summary>Whole lines (<c>V</c>).</summary>
    public bool ByLine { get; set; }

    /// <summary>The screen's first line when the user left it: what is below it later is new.</summary>
    public long ScreenAtEntry { get; } = screenAtEntry;

    /// <summary>
    /// False: the wheel or a page key has brought the user back. It ends by itself at the bottom, as in tmux, and at the first key that is for the program.
    /// True: copy mode, where keys move a cursor.
    /// </summary>
    public bool Copying { get; set; }

    /// <summary>The transcript that is read instead of the pane; null for the pane.</summary>
    public Transcripts.TranscriptView? Transcript { get; init; }

    public string? Search { get; set; }

    public bool SearchBackward { get; set; }

    /// <summary>Set while something is typed: a search, a line's number.</summary>
    public CopyPrompt? Prompt { get; set; }

    /// <summary>The count typed before a command; 0 for none.</summary>
    public int Count { get; set; }

    /// <summary>f F t T were pressed, and their character is awaited.</summary>
    public CharacterJump? AwaitedJump { get; set; }

    /// <summary>What ; and , do again.</summary>
    public CharacterJump? LastJump { get; set; }

    public LinePosition? Mark { get; set; }

    /// <summary>Goes on when the lines from <c>From</c> on have come. Until then keys wait in <see cref="Waiting"/>.</summary>
    internal (long From, Action<Commands.CommandContext> Go)? Resume { get; set; }

    internal Queue<Keys.KeyStroke> Waiting { get; } = [];

    public bool HasLine(long line) => _lines.ContainsKey(line);

    public Cell[]? Line(long line) => _lines.TryGetValue(line, out var found) ? found.Cells : null;

    public bool Wraps(long line) => Transcript is { } said ? said.Wraps(line) : _lines.TryGetValue(line, out var found) && found.Wrapped;

    /// <summary>A shell's prompt, or an agent's turn, began in this line (OSC 133 ; A).</summary>
    public bool IsPrompt(long line) => Transcript is { } said ? said.IsPrompt(line) : _lines.TryGetValue(line, out var found) && found.Prompt;

    /// <summary>What was fetched may be wrong: it is fetched again.</summary>
    public void Forget() => _lines.Clear();

    /// <summary>Takes fetched lines; those on the live screen may have changed since, so they are asked for again when they are shown next.</summary>
    public void Add(PaneLines fetched)
    {
        if (_lines.Count > 50_000)
        {
            _lines.Clear();
        }

        for (var i = 0; i < fetched.Lines.Count; i++)
        {
            _lines[fetched.From + i] = (fetched.Lines[i], i < fetched.Wrapped.Count && fetched.Wrapped[i], fetched.Prompts.Contains(fetched.From + i));
        }
    }

    /// <summary>The selection from its first to its last cell, or null.</summary>
    public (LinePosition From, LinePosition To)? Selection
    {
        get
        {
            if (Anchor is not { } anchor)
            {
                return null;
            }

            var (first, last) = anchor <= Cursor ? (anchor, Cursor) : (Cursor, anchor);
            return ByLine ? (first with { Column = 0 }, last with { Column = int.MaxValue }) : (first, last);
        }
    }

    public bool IsSelected(long line, int column)
    {
        if (Selection is not { } selection || line < selection.From.Line || line > selection.To.Line)
        {
            return false;
        }

        if (Rectangle && Anchor is { } anchor)
        {
            return column >= Math.Min(anchor.Column, Cursor.Column) && column <= Math.Max(anchor.Column, Cursor.Column);
        }

        return (line > selection.From.Line || column >= selection.From.Column) && (line < selection.To.Line || column <= selection.To.Column);
    }
}
