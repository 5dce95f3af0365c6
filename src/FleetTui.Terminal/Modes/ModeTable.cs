namespace FleetTui.Terminal.Modes;

/// <summary>One mode as programs name it.</summary>
/// <param name="Private">DEC private (CSI ? n h) rather than ANSI (CSI n h).</param>
/// <param name="Initial">Its state after a reset.</param>
/// <param name="Fixed">Cannot be changed: DECRQM answers 3 or 4.</param>
internal sealed record ModeEntry(TerminalMode Mode, bool Private, int Number, string Name, bool Initial = false, bool Fixed = false)
{
    /// <summary>"4" or "?25".</summary>
    public string Label => Private ? $"?{Number}" : $"{Number}";
}

/// <summary>The modes by number (xterm's ctlseqs, DEC STD 070; 2026 and 2027, 2031 and 2048 by their own notes).</summary>
internal static class ModeTable
{
    public static readonly ModeEntry[] Entries =
    [
        new(TerminalMode.KeyboardLocked, false, 2, "KAM, keyboard locked"),
        new(TerminalMode.Insert, false, 4, "IRM, insert"),
        new(TerminalMode.SendReceive, false, 12, "SRM, no local echo", true),
        new(TerminalMode.NewLine, false, 20, "LNM, line feed returns"),
        new(TerminalMode.ApplicationCursor, true, 1, "DECCKM, application cursor keys"),
        new(TerminalMode.Ansi, true, 2, "DECANM, ANSI not VT52", true, true),
        new(TerminalMode.Columns132, true, 3, "DECCOLM, 132 columns: clears and homes, the size stays"),
        new(TerminalMode.SmoothScroll, true, 4, "DECSCLM, smooth scroll: kept, without effect"),
        new(TerminalMode.ReverseVideo, true, 5, "DECSCNM, reverse video"),
        new(TerminalMode.Origin, true, 6, "DECOM, origin"),
        new(TerminalMode.AutoWrap, true, 7, "DECAWM, auto-wrap", true),
        new(TerminalMode.AutoRepeat, true, 8, "DECARM, auto-repeat: kept, without effect", true),
        new(TerminalMode.MouseX10, true, 9, "X10 mouse"),
        new(TerminalMode.CursorBlink, true, 12, "blinking cursor"),
        new(TerminalMode.CursorVisible, true, 25, "DECTCEM, cursor visible", true),
        new(TerminalMode.AllowColumns132, true, 40, "allow DECCOLM"),
        new(TerminalMode.ReverseWrap, true, 45, "reverse wrap"),
        new(TerminalMode.Alternate47, true, 47, "alternate screen"),
        new(TerminalMode.ApplicationKeypad, true, 66, "DECNKM, application keypad"),
        new(TerminalMode.BackspaceKey, true, 67, "DECBKM, Backspace sends BS"),
        new(TerminalMode.LeftRightMargins, true, 69, "DECLRMM, left and right margins"),
        new(TerminalMode.NoClearOnColumns, true, 95, "DECNCSM, DECCOLM does not clear"),
        new(TerminalMode.MouseNormal, true, 1000, "mouse presses and releases"),
        new(TerminalMode.MouseButton, true, 1002, "mouse, motion with a button"),
        new(TerminalMode.MouseAny, true, 1003, "mouse, any motion"),
        new(TerminalMode.FocusReports, true, 1004, "focus reports"),
        new(TerminalMode.MouseUtf8, true, 1005, "mouse coordinates as UTF-8"),
        new(TerminalMode.MouseSgr, true, 1006, "mouse coordinates as SGR"),
        new(TerminalMode.AlternateScroll, true, 1007, "wheel sends cursor keys on the alternate screen"),
        new(TerminalMode.MouseUrxvt, true, 1015, "mouse coordinates as urxvt"),
        new(TerminalMode.MousePixels, true, 1016, "mouse in pixels: there are none", false, true),
        new(TerminalMode.EightBitMeta, true, 1034, "8-bit Meta: kept, without effect"),
        new(TerminalMode.MetaSendsEscape, true, 1036, "Meta sends Escape", true),
        new(TerminalMode.AltSendsEscape, true, 1039, "Alt sends Escape", true),
        new(TerminalMode.ReverseWrapExtended, true, 1045, "extended reverse wrap"),
        new(TerminalMode.Alternate1047, true, 1047, "alternate screen, cleared when left"),
        new(TerminalMode.SavedCursor1048, true, 1048, "save and restore the cursor"),
        new(TerminalMode.Alternate1049, true, 1049, "save cursor, cleared alternate screen"),
        new(TerminalMode.BracketedPaste, true, 2004, "bracketed paste"),
        new(TerminalMode.SynchronizedOutput, true, 2026, "synchronized output"),
        new(TerminalMode.GraphemeClusters, true, 2027, "grapheme clusters: always", true, true),
        new(TerminalMode.ColorSchemeReports, true, 2031, "colour scheme reports"),
        new(TerminalMode.InBandResize, true, 2048, "in-band resize reports"),
    ];

    private static readonly Dictionary<int, ModeEntry> ByNumber = Entries.ToDictionary(e => Key(e.Private, e.Number));

    public static ModeEntry? Find(bool isPrivate, int number) => ByNumber.GetValueOrDefault(Key(isPrivate, number));

    private static int Key(bool isPrivate, int number) => isPrivate ? number : ~number;
}
