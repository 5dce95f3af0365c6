using System.Buffers;
using FleetTui.Console.Keys;
using FleetTui.Terminal.Input;

namespace FleetTui.Soak;

/// <summary>Somebody who presses keys of the tables without sense, opens boards and leaves them, clicks, types, and drags the window about.</summary>
internal sealed class RandomUser(int seed, (int Columns, int Rows) usual, ConsoleProcess console, ScreenCheck check, SoakCounts counts, Action<int, int> resize)
{
    /// <summary>These end the console, stop it, or leave no agent at work.</summary>
    private static readonly string[] Unwanted = ["detach", "suspend", "stop", "restart", "hold", "exchange", "observe"];
    private static readonly string[] Boards = ["overview", "lane", "log", "review", "roles", "migrations", "keys", "palette", "settings", "view-keys", "find-all"];
    private static readonly string[] Inside = ["j", "k", "Down", "Up", "PgDn", "PgUp", "g", "G", "Left", "Right", "Home", "End", "Tab", "l", "h", "/", "e", "Space"];
    private readonly Random _random = new(seed);
    private readonly KeyBinding[] _prefix = [.. DefaultKeys.Prefix.Where(binding => !Unwanted.Contains(binding.Command))];
    private readonly KeyBinding[] _root = [.. DefaultKeys.Root];
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private int _away;

    /// <summary>Does something; returns how long until the next time.</summary>
    public TimeSpan Act()
    {
        var (columns, rows) = usual;
        switch (_random.Next(20))
        {
            case < 7:
                Leave();
                Bound(_prefix[_random.Next(_prefix.Length)]);
                break;
            case < 9:
                Press(_root[_random.Next(_root.Length)].Key.ToString());
                break;
            case < 13:
                Press(Inside[_random.Next(Inside.Length)]);
                break;
            case < 15:
                Leave();
                var board = Boards[_random.Next(Boards.Length)];
                Bound(_prefix.First(binding => binding.Command == board));
                break;
            case 15:
                Leave();
                break;
            case 16:
                Mouse();
                break;
            case 17:
                Leave();
                foreach (var letter in "echo some words")
                {
                    Press(letter == ' ' ? "Space" : letter.ToString());
                }

                break;
            case 18 when _away == 0:
                _away = 3 + _random.Next(6);
                Resize(_random.Next(3) == 0 ? (80, 24) : (columns + _random.Next(-columns / 3, columns / 3), rows + _random.Next(-rows / 3, rows / 3)));
                break;
            default:
                if (_away > 0 && --_away == 0)
                {
                    Resize(usual);
                }

                break;
        }

        return TimeSpan.FromMilliseconds(60 + _random.Next(900));
    }

    private void Bound(KeyBinding binding)
    {
        if (binding.Command == "redraw")
        {
            check.ExpectErasure();
        }

        Press("C-b");
        Press(binding.Key.ToString());
    }

    private void Leave()
    {
        Press("Escape");
        Press("Escape");
    }

    private void Mouse()
    {
        var (x, y) = (_random.Next(check.Screen.Columns), _random.Next(check.Screen.Rows));
        var button = _random.Next(4) switch { 0 => MouseButton.WheelUp, 1 => MouseButton.WheelDown, _ => MouseButton.Left };
        Send(new MouseEvent(MouseAction.Press, button, x, y, KeyModifiers.None));
        if (button == MouseButton.Left)
        {
            if (_random.Next(2) == 0)
            {
                (x, y) = (Math.Min(check.Screen.Columns - 1, x + _random.Next(20)), Math.Min(check.Screen.Rows - 1, y + _random.Next(4)));
                Send(new MouseEvent(MouseAction.Move, button, x, y, KeyModifiers.None));
            }

            Send(new MouseEvent(MouseAction.Release, button, x, y, KeyModifiers.None));
        }
    }

    private void Send(in MouseEvent mouse)
    {
        _bytes.Clear();
        check.Screen.Terminal.EncodeMouse(mouse, _bytes);
        console.Type(_bytes.WrittenSpan);
    }

    private void Press(string spelling)
    {
        counts.Keys++;
        var stroke = KeyStroke.Parse(spelling);
        _bytes.Clear();
        check.Screen.Terminal.EncodeKey(new KeyEvent(stroke.Key, stroke.Rune, stroke.Modifiers), _bytes);
        console.Type(_bytes.WrittenSpan);
    }

    private void Resize((int Columns, int Rows) size)
    {
        if (size == (check.Screen.Columns, check.Screen.Rows))
        {
            return;
        }

        counts.Resizes++;
        resize(size.Columns, size.Rows);
    }
}
