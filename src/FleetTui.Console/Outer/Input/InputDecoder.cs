using System.Text;
using FleetTui.Terminal.Input;

namespace FleetTui.Console.Outer.Input;

/// <summary>
/// Bytes of the user's terminal in, events out: legacy keys, kitty (CSI u), modifyOtherKeys, SGR and X10 mouse, bracketed paste, focus, answers.
/// Any split of the bytes gives the same events; what is not whole yet waits, and <see cref="Flush"/> ends the waiting
/// (a lone ESC is then the Escape key). Unknown sequences are dropped.
/// </summary>
public sealed class InputDecoder
{
    private const int LongestSequence = 4096;
    private const byte Esc = 0x1b;

    private readonly List<byte> _pending = [];
    private readonly List<byte> _paste = [];
    private bool _pasting;

    /// <summary>Bytes wait that may turn out to be a key by themselves: call <see cref="Flush"/> after the escape time.</summary>
    public bool NeedsFlush => !_pasting && _pending.Count > 0 && !IsLongString();

    public void Feed(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        foreach (var value in bytes)
        {
            if (_pasting)
            {
                FeedPaste(value, events);
                continue;
            }

            _pending.Add(value);
            Settle(events, final: false);
        }
    }

    public void Flush(ICollection<InputEvent> events)
    {
        if (NeedsFlush)
        {
            Settle(events, final: true);
            _pending.Clear();
        }
    }

    /// <summary>Takes whole items off the front until only an unfinished one is left.</summary>
    private void Settle(ICollection<InputEvent> events, bool final)
    {
        while (_pending.Count > 0 && !_pasting)
        {
            var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending);
            var used = Take(bytes, events, final);
            if (used == 0)
            {
                if (_pending.Count > LongestSequence)
                {
                    _pending.Clear();
                }

                return;
            }

            _pending.RemoveRange(0, used);
        }
    }

    private int Take(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events, bool final)
    {
        if (bytes[0] != Esc)
        {
            return TakePlain(bytes, KeyModifiers.None, events, final);
        }

        if (bytes.Length == 1)
        {
            return final ? Emit(events, new KeyEvent(Key.Escape), 1) : 0;
        }

        switch (bytes[1])
        {
            case Esc:
                // An Escape before anything else stays an Escape.
                return Emit(events, new KeyEvent(Key.Escape), 1);
            case (byte)'[':
                return TakeCsi(bytes, events, final);
            case (byte)'O':
                return TakeSs3(bytes, events, final);
            case (byte)']' or (byte)'P':
                return TakeString(bytes, events, final);
            default:
                var used = TakePlain(bytes[1..], KeyModifiers.Alt, events, final);
                return used == 0 ? 0 : used + 1;
        }
    }

    private static int TakePlain(ReadOnlySpan<byte> bytes, KeyModifiers modifiers, ICollection<InputEvent> events, bool final)
    {
        if (bytes[0] < 0x80)
        {
            return Emit(events, PlainKeys.Of(bytes[0], modifiers), 1);
        }

        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
        if (status == System.Buffers.OperationStatus.NeedMoreData && !final)
        {
            return 0;
        }

        return status == System.Buffers.OperationStatus.Done
            ? Emit(events, new KeyEvent(Key.Character, rune.Value, modifiers), used)
            : Math.Max(1, used);
    }

    private static int TakeSs3(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events, bool final)
    {
        if (bytes.Length == 2)
        {
            return final ? Emit(events, KeyEvent.Of('O', KeyModifiers.Alt), 2) : 0;
        }

        if (PlainKeys.OfSs3(bytes[2]) is { } key)
        {
            return Emit(events, key, 3);
        }

        return Emit(events, KeyEvent.Of('O', KeyModifiers.Alt), 2);
    }

    private int TakeCsi(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events, bool final)
    {
        var end = 2;
        while (end < bytes.Length && bytes[end] is >= 0x20 and <= 0x3f)
        {
            end++;
        }

        if (end == bytes.Length)
        {
            return !final ? 0 : end == 2 ? Emit(events, KeyEvent.Of('[', KeyModifiers.Alt), 2) : end;
        }

        if (bytes[end] is < 0x40 or > 0x7e)
        {
            // Broken off by a control byte: that byte is a new item.
            return end == 2 ? Emit(events, KeyEvent.Of('[', KeyModifiers.Alt), 2) : end;
        }

        if (end == 2 && bytes[2] == 'M')
        {
            return bytes.Length < 6 ? (final ? bytes.Length : 0) : EmitEvent(events, MouseReports.X10(bytes[3], bytes[4], bytes[5]), 6);
        }

        var sequence = bytes[2..(end + 1)];
        if (sequence.SequenceEqual("200~"u8))
        {
            _pasting = true;
            return end + 1;
        }

        return EmitEvent(events, CsiReports.Decode(sequence), end + 1);
    }

    private static int TakeString(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events, bool final)
    {
        for (var i = 2; i < bytes.Length; i++)
        {
            if (bytes[i] == 7 || bytes[i] == Esc)
            {
                if (bytes[i] == Esc && i + 1 == bytes.Length)
                {
                    break;
                }

                var terminated = bytes[i] == 7 || bytes[i + 1] == '\\';
                var length = !terminated ? i : bytes[i] == 7 ? i + 1 : i + 2;
                return EmitEvent(events, terminated ? StringReports.Decode(bytes[1], bytes[2..i]) : null, length);
            }
        }

        return final ? Emit(events, KeyEvent.Of((char)bytes[1], KeyModifiers.Alt), 2) : 0;
    }

    private void FeedPaste(byte value, ICollection<InputEvent> events)
    {
        _paste.Add(value);
        var end = "\e[201~"u8;
        if (value != (byte)'~' || _paste.Count < end.Length)
        {
            return;
        }

        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_paste);
        if (bytes.EndsWith(end))
        {
            events.Add(new InputEvent.Paste(Encoding.UTF8.GetString(bytes[..^end.Length])));
            _paste.Clear();
            _pasting = false;
        }
    }

    /// <summary>An answer (OSC, DCS) under way: a slow link may take its time.</summary>
    private bool IsLongString() => _pending.Count > 2 && _pending[0] == Esc && (_pending[1] is (byte)']' or (byte)'P');

    private static int Emit(ICollection<InputEvent> events, KeyEvent key, int used) => EmitEvent(events, new InputEvent.Pressed(key), used);

    private static int EmitEvent(ICollection<InputEvent> events, InputEvent? item, int used)
    {
        if (item is not null)
        {
            events.Add(item);
        }

        return used;
    }
}
