using FleetTui.Terminal.Input;

namespace FleetTui.Console.Model;

/// <summary>What the user typed before the focused slot could take it: while the console connects. Bounded; in order.</summary>
public sealed class TypedAhead
{
    /// <summary>Keys, and characters of pasted text.</summary>
    public const int Most = 16 * 1024;

    private readonly Queue<Piece> _pieces = new();
    private int _size;

    public bool IsEmpty => _pieces.Count == 0;

    /// <summary>False when it is full and nothing was kept.</summary>
    public bool TryAdd(in KeyEvent key) => TryAdd(new Piece(key, null), 1);

    /// <inheritdoc cref="TryAdd(in KeyEvent)"/>
    public bool TryAddPaste(string text) => TryAdd(new Piece(default, text), Math.Max(1, text.Length));

    /// <summary>Takes all out, oldest first.</summary>
    public IReadOnlyList<Piece> TakeAll()
    {
        var all = _pieces.ToArray();
        _pieces.Clear();
        _size = 0;
        return all;
    }

    private bool TryAdd(Piece piece, int size)
    {
        if (_size + size > Most)
        {
            return false;
        }

        _size += size;
        _pieces.Enqueue(piece);
        return true;
    }

    /// <summary>A pasted text, or else a key.</summary>
    public readonly record struct Piece(KeyEvent Key, string? Pasted);
}
