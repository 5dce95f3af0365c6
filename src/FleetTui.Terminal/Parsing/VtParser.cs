using System.Buffers;
using FleetTui.Terminal.Machines;

namespace FleetTui.Terminal.Parsing;

/// <summary>
/// Bytes to actions: Paul Williams' state machine over UTF-8. Keeps all state between calls, so that any split of the bytes gives the same actions.
/// C1 controls count when they come as UTF-8 (U+0080–U+009F), as in xterm's UTF-8 mode; a bare byte of 0x80–0x9F is malformed text.
/// </summary>
internal sealed partial class VtParser(Interpreter actions)
{
    /// <summary>OSC 52 carries whole files; all others have smaller bounds of their own.</summary>
    public const int MaxOsc = 1 << 20;

    public const int MaxDcs = 4096;

    private const byte Esc = 0x1b;
    private const byte TooMany = 0xff;
    private static readonly SearchValues<byte> StringEnds = SearchValues.Create([0x07, 0x18, 0x1a, 0x1b, 0x9c]);
    private readonly Utf8Tail tail = new();

    public VtState State { get; set; }

    public CsiParameters Parameters { get; } = new();

    public StringBuffer Osc { get; } = new(MaxOsc);

    public StringBuffer Dcs { get; } = new(MaxDcs);

    public Utf8Tail Tail => tail;

    public byte Prefix { get; set; }

    public byte Intermediate { get; set; }

    /// <summary>The second intermediate, which only the designation of a character set has; <see cref="TooMany"/> when there were more.</summary>
    public byte Second { get; set; }

    public byte DcsFinal { get; set; }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length)
        {
            switch (State)
            {
                case VtState.Ground:
                    i = Ground(bytes, i);
                    break;
                case VtState.CsiParameters:
                    i = CsiText(bytes, i);
                    break;
                case VtState.Osc:
                case VtState.DcsText:
                case VtState.DcsIgnore:
                case VtState.OtherString:
                    i = StringText(bytes, i);
                    break;
                case VtState.Vt52:
                    i = Vt52Text(bytes, i);
                    break;
                case VtState.Vt52Escape or VtState.Vt52Row or VtState.Vt52Column:
                    Vt52Byte(bytes[i++]);
                    break;
                default:
                    if (Step(bytes[i]))
                        i++;
                    break;
            }
        }
    }

    /// <summary>Back to the ground state, all partial input forgotten.</summary>
    public void Reset()
    {
        State = VtState.Ground;
        tail.Clear();
        Clear();
    }

    private int Ground(ReadOnlySpan<byte> bytes, int i)
    {
        if (!tail.IsEmpty)
            return Resume(bytes, i);
        while (i < bytes.Length)
        {
            var first = bytes[i];
            if (first - 0x20u < 0x5f)
            {
                var length = TextRun.Length(bytes[i..]);
                actions.Ascii(bytes.Slice(i, length));
                i += length;
            }
            else if (first == Esc)
            {
                // Most escapes are control sequences that are whole in this buffer: straight on to their parameters.
                var isCsi = i + 1 < bytes.Length && bytes[i + 1] == '[';
                Enter(isCsi ? VtState.CsiParameters : VtState.Escape);
                i++;
                if (!isCsi)
                    return i;
                i = CsiText(bytes, i + 1);
                if (State != VtState.Ground)
                    return i;
            }
            else if (first >= 0x80)
            {
                i += NonAscii(bytes[i..]);
                if (State != VtState.Ground)
                    return i;
            }
            else
            {
                if (first != 0x7f)
                    actions.Execute(first);
                i++;
            }
        }

        return i;
    }

    /// <summary>Decodes code points until ASCII or a change of state.</summary>
    private int NonAscii(ReadOnlySpan<byte> bytes)
    {
        var i = 0;
        while (i < bytes.Length && bytes[i] >= 0x80 && State == VtState.Ground)
        {
            var status = Utf8Tail.Decode(bytes[i..], out var codePoint, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                tail.Set(bytes[i..]);
                return bytes.Length;
            }

            i += used;
            Character(codePoint);
        }

        return i;
    }

    /// <summary>Goes on with a code point that the last feed ended within.</summary>
    private int Resume(ReadOnlySpan<byte> bytes, int i)
    {
        var status = tail.Continue(bytes[i..], out var codePoint, out var used);
        if (status != OperationStatus.NeedMoreData)
            Character(codePoint);
        return i + used;
    }

    private void Character(uint codePoint)
    {
        if (codePoint >= 0xa0)
            actions.CodePoint(codePoint);
        else
            FromEscape((byte)(codePoint - 0x40));
    }

    private int CsiText(ReadOnlySpan<byte> bytes, int i)
    {
        i = Parameters.Take(bytes, i);
        if (i == bytes.Length)
            return i;
        var b = bytes[i];
        if (b is < 0x40 or > 0x7e)
            return Step(b) ? i + 1 : i;
        State = VtState.Ground;
        actions.Csi(Prefix, 0, b, Parameters);
        return i + 1;
    }

    /// <summary>One byte in a state that is not a run of text; false when the byte must be read again in the new state.</summary>
    private bool Step(byte b)
    {
        switch (b)
        {
            case 0x18 or 0x1a:
                State = VtState.Ground;
                actions.Execute(b);
                return true;
            case Esc:
                Enter(VtState.Escape);
                return true;
            case < 0x20:
                if (State is not (VtState.DcsParameters or VtState.DcsIntermediate))
                    actions.Execute(b);
                return true;
            case 0x7f:
                return true;
            case >= 0x80:
                // Text inside a sequence: the sequence is broken, the text is not.
                State = VtState.Ground;
                return false;
            default:
                break;
        }

        switch (State)
        {
            case VtState.Escape or VtState.EscapeIntermediate:
                EscapeByte(b);
                break;
            case VtState.CsiParameters or VtState.CsiIntermediate or VtState.CsiIgnore:
                CsiByte(b);
                break;
            default:
                DcsByte(b);
                break;
        }

        return true;
    }

    private void EscapeByte(byte b)
    {
        if (b < 0x30)
        {
            Collect(b);
            State = VtState.EscapeIntermediate;
        }
        else if (State == VtState.EscapeIntermediate)
        {
            State = VtState.Ground;
            if (Second != TooMany)
                actions.Escape(Intermediate, Second, b);
        }
        else
        {
            FromEscape(b);
        }
    }

    /// <summary>ESC and one byte of 0x30–0x7E, or the C1 control that it stands for.</summary>
    private void FromEscape(byte b)
    {
        switch (b)
        {
            case (byte)'[':
                Enter(VtState.CsiParameters);
                break;
            case (byte)']':
                Enter(VtState.Osc);
                Osc.Reset();
                break;
            case (byte)'P':
                Enter(VtState.DcsParameters);
                break;
            case (byte)'X' or (byte)'^' or (byte)'_':
                Enter(VtState.OtherString);
                break;
            default:
                State = VtState.Ground;
                actions.Escape(0, 0, b);
                break;
        }
    }

    private void CsiByte(byte b)
    {
        if (b >= 0x40)
        {
            var wanted = State != VtState.CsiIgnore && Second == 0;
            State = VtState.Ground;
            if (wanted)
                actions.Csi(Prefix, Intermediate, b, Parameters);
        }
        else if (State == VtState.CsiIgnore)
        {
        }
        else if (b < 0x30)
        {
            Collect(b);
            State = VtState.CsiIntermediate;
        }
        else if (State == VtState.CsiParameters && Prefix == 0 && Parameters.Count == 0 && b >= 0x3c)
        {
            Prefix = b;
        }
        else
        {
            State = VtState.CsiIgnore;
        }
    }

    private void DcsByte(byte b)
    {
        if (b >= 0x40)
        {
            DcsFinal = b;
            Dcs.Reset();
            State = Second == 0 && Interpreter.WantsDcs(Prefix, Intermediate, b) ? VtState.DcsText : VtState.DcsIgnore;
        }
        else if (b < 0x30)
        {
            Collect(b);
            State = VtState.DcsIntermediate;
        }
        else if (State == VtState.DcsIntermediate)
        {
            State = VtState.DcsIgnore;
        }
        else if (b is >= (byte)'0' and <= (byte)'9')
        {
            Parameters.Digit(b - '0');
        }
        else if (b is (byte)';' or (byte)':')
        {
            Parameters.Separator(b == ':');
        }
        else if (Prefix == 0 && Parameters.Count == 0)
        {
            Prefix = b;
        }
        else
        {
            State = VtState.DcsIgnore;
        }
    }

    /// <summary>Takes a string up to its end: ST, for OSC also BEL; CAN and SUB break it off, and so does any other escape after it was acted on.</summary>
    private int StringText(ReadOnlySpan<byte> bytes, int i)
    {
        var rest = bytes[i..];
        var length = rest.IndexOfAny(StringEnds);
        var buffer = State switch
        {
            VtState.Osc => Osc,
            VtState.DcsText => Dcs,
            _ => null,
        };
        var run = length < 0 ? rest : rest[..length];
        if (buffer is not null)
            buffer.Append(run);
        if (run.Length > 0)
            LastStringByte = run[^1];
        if (length < 0)
            return bytes.Length;

        var end = rest[length];
        i += length + 1;
        switch (end)
        {
            case 0x18 or 0x1a:
                State = VtState.Ground;
                break;
            case Esc:
                Finish(false);
                Enter(VtState.Escape);
                break;
            case 0x07 when State == VtState.Osc:
                Finish(true);
                break;
            case 0x9c when LastStringByte == 0xc2:
                if (buffer is { Length: > 0 })
                    buffer.RemoveLast();
                Finish(false);
                break;
            default:
                buffer?.Append(rest.Slice(length, 1));
                LastStringByte = end;
                break;
        }

        return i;
    }

    /// <summary>The byte before, in a string: 0xC2 makes a following 0x9C the control ST rather than a part of a character.</summary>
    public byte LastStringByte { get; set; }

    private void Finish(bool bell)
    {
        var state = State;
        State = VtState.Ground;
        if (state == VtState.Osc && !Osc.Overflowed)
            actions.Osc(Osc.Written, bell);
        else if (state == VtState.DcsText && !Dcs.Overflowed)
            actions.Dcs(Prefix, Intermediate, DcsFinal, Parameters, Dcs.Written);
    }

    private void Enter(VtState state)
    {
        State = state;
        Clear();
    }

    private void Clear()
    {
        Parameters.Reset();
        Prefix = 0;
        Intermediate = 0;
        Second = 0;
        LastStringByte = 0;
    }

    private void Collect(byte b)
    {
        if (Intermediate == 0)
            Intermediate = b;
        else
            Second = Second == 0 ? b : TooMany;
    }
}
