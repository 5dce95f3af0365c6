namespace FleetTui.Soak;

internal enum OutputKind
{
    /// <summary>Printed characters.</summary>
    Text,
    Control,

    /// <summary>ESC [ … final.</summary>
    Csi,

    /// <summary>Another escape sequence, or a string as OSC.</summary>
    Escape,
}

/// <summary>Cuts output at the bounds of characters' runs and sequences (ECMA-48 §5); the output ends where one ends.</summary>
internal ref struct OutputTokens(ReadOnlySpan<byte> output)
{
    private ReadOnlySpan<byte> _rest = output;

    public ReadOnlySpan<byte> Current { get; private set; }

    public OutputKind Kind { get; private set; }

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        (Kind, var length) = _rest[0] switch
        {
            0x1b when _rest.Length > 1 && _rest[1] == '[' => (OutputKind.Csi, Csi()),
            0x1b when _rest.Length > 1 && _rest[1] is (byte)']' or (byte)'P' or (byte)'_' or (byte)'^' or (byte)'X' => (OutputKind.Escape, String()),
            0x1b => (OutputKind.Escape, Math.Min(2, _rest.Length)),
            < 0x20 => (OutputKind.Control, 1),
            _ => (OutputKind.Text, Text()),
        };
        Current = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private readonly int Csi()
    {
        var end = _rest[2..].IndexOfAnyInRange((byte)0x40, (byte)0x7e);
        return end < 0 ? _rest.Length : end + 3;
    }

    private readonly int String()
    {
        for (var i = 2; i < _rest.Length; i++)
        {
            if (_rest[i] == 7)
            {
                return i + 1;
            }

            if (_rest[i] == 0x1b && i + 1 < _rest.Length)
            {
                return i + 2;
            }
        }

        return _rest.Length;
    }

    private readonly int Text()
    {
        var end = _rest.IndexOfAnyInRange((byte)0, (byte)0x1f);
        return end < 0 ? _rest.Length : end;
    }
}
