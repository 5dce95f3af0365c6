using System.Buffers;
using System.Text;
using FleetTui.Terminal.Cells;
using FleetTui.Terminal.Input;

namespace FleetTui.Terminal.Tests;

/// <summary>A terminal under test, with what it did.</summary>
internal sealed class Screenful
{
    public Screenful(int columns = 10, int rows = 4, int scrollback = 100)
    {
        Terminal = new VirtualTerminal(columns, rows, new TerminalOptions(scrollback, "fleet test"), Effects);
    }

    public RecordedEffects Effects { get; } = new();

    public VirtualTerminal Terminal { get; }

    /// <summary>The screen's rows, right-trimmed, joined by '/'.</summary>
    public string Text => string.Join('/', Enumerable.Range(0, Terminal.Rows).Select(Row));

    public string Scrollback => string.Join('/', Enumerable.Range(0, (int)(Terminal.FirstScreenLine - Terminal.FirstLine)).Select(i => Terminal.TextOf(Terminal.FirstLine + i)));

    public (int X, int Y) At => (Terminal.Cursor.X, Terminal.Cursor.Y);

    public string Replies => Effects.Replies;

    public Screenful Feed(string text)
    {
        Terminal.Feed(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public string Row(int y) => Terminal.TextOf(Terminal.FirstScreenLine + y);

    public Cell[] Cells(int y)
    {
        var cells = new Cell[Terminal.Columns];
        Terminal.CopyLine(Terminal.FirstScreenLine + y, cells);
        return cells;
    }

    public Cell Cell(int x, int y) => Cells(y)[x];

    public string Key(KeyEvent key) => Written(o => Terminal.EncodeKey(key, o));

    public string Mouse(MouseEvent mouse) => Written(o => Terminal.EncodeMouse(mouse, o));

    public string Paste(string text) => Written(o => Terminal.EncodePaste(text, o));

    public string Focus(bool focused) => Written(o => Terminal.EncodeFocus(focused, o));

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.Latin1.GetString(output.WrittenSpan).Replace("\e", "^[", StringComparison.Ordinal);
    }
}
