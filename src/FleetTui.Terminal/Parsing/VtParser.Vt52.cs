namespace FleetTui.Terminal.Parsing;

/// <summary>VT52 mode (DECANM reset): another, smaller grammar; 7-bit. ESC &lt; ends it.</summary>
internal sealed partial class VtParser
{
    private const byte FirstPosition = 0x20;

    /// <summary>From the next byte on: called while a sequence is dispatched, when the state is ground.</summary>
    public void EnterVt52() => State = VtState.Vt52;

    private int Vt52Text(ReadOnlySpan<byte> bytes, int i)
    {
        while (i < bytes.Length && State == VtState.Vt52)
        {
            var rest = bytes[i..];
            var length = rest.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e);
            if (length < 0)
                length = rest.Length;
            if (length > 0)
            {
                actions.Ascii(rest[..length]);
                i += length;
                continue;
            }

            var control = rest[0];
            i++;
            if (control == Esc)
                State = VtState.Vt52Escape;
            else if (control < 0x20)
                actions.Execute(control);
        }

        return i;
    }

    private void Vt52Byte(byte b)
    {
        switch (b)
        {
            case 0x18 or 0x1a:
                State = VtState.Vt52;
                return;
            case Esc:
                State = VtState.Vt52Escape;
                return;
            case < 0x20:
                actions.Execute(b);
                return;
            case >= 0x7f:
                return;
            default:
                break;
        }

        if (State == VtState.Vt52Row)
        {
            // The row waits in Prefix, which VT52 has no other use for.
            Prefix = (byte)(b - FirstPosition);
            State = VtState.Vt52Column;
        }
        else if (State == VtState.Vt52Column)
        {
            State = VtState.Vt52;
            actions.Vt52((byte)'Y', Prefix, b - FirstPosition);
            Prefix = 0;
        }
        else if (b == 'Y')
        {
            State = VtState.Vt52Row;
        }
        else
        {
            State = b == '<' ? VtState.Ground : VtState.Vt52;
            actions.Vt52(b, 0, 0);
        }
    }
}
