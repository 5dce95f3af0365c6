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
        Never(false, 1, "GATM"),
        new(TerminalMode.KeyboardLocked, false, 2, "KAM, keyboard locked"),
        new(TerminalMode.Insert, false, 4, "IRM, insert"),
        Never(false, 5, "SRTM"),
        Never(false, 7, "VEM"),
        Never(false, 10, "HEM"),
        Never(false, 11, "PUM"),
        new(TerminalMode.SendReceive, false, 12, "SRM, no local echo", true),
        Never(false, 13, "FEAM"),
        Never(false, 14, "FETM"),
        Never(false, 15, "MATM"),
        Never(false, 16, "TTM"),
        Never(false, 17, "SATM"),
        Never(false, 18, "TSM"),
        Never(false, 19, "EBM"),
        new(TerminalMode.NewLine, false, 20, "LNM, line feed returns"),
        new(TerminalMode.ApplicationCursor, true, 1, "DECCKM, application cursor keys"),
        new(TerminalMode.Ansi, true, 2, "DECANM, ANSI; reset for VT52", true),
        new(TerminalMode.Columns132, true, 3, "DECCOLM, 132 columns: clears and homes, the size stays"),
        new(TerminalMode.SmoothScroll, true, 4, "DECSCLM, smooth scroll: kept, without effect"),
        new(TerminalMode.ReverseVideo, true, 5, "DECSCNM, reverse video"),
        new(TerminalMode.Origin, true, 6, "DECOM, origin"),
        new(TerminalMode.AutoWrap, true, 7, "DECAWM, auto-wrap", true),
        new(TerminalMode.AutoRepeat, true, 8, "DECARM, auto-repeat: the user's keyboard decides", true, true),
        new(TerminalMode.MouseX10, true, 9, "X10 mouse"),
        new(TerminalMode.CursorBlink, true, 12, "blinking cursor"),
        Never(true, 13, "cursor blinks from the start"),
        Never(true, 14, "cursor blinks by either of two"),
        new(TerminalMode.PrintFormFeed, true, 18, "DECPFF, print a form feed: kept, without effect"),
        new(TerminalMode.PrintExtent, true, 19, "DECPEX, print the whole screen: kept, without effect", true),
        new(TerminalMode.CursorVisible, true, 25, "DECTCEM, cursor visible", true),
        Never(true, 30, "scrollbar (rxvt)"),
        new(TerminalMode.FontShifting, true, 35, "font shifting (rxvt): kept, without effect"),
        Never(true, 38, "DECTEK, Tektronix"),
        new(TerminalMode.AllowColumns132, true, 40, "allow DECCOLM"),
        new(TerminalMode.MoreFix, true, 41, "a tab at a pending wrap wraps first"),
        new(TerminalMode.NationalSets, true, 42, "DECNRCM, national replacement sets may be designated"),
        new(TerminalMode.MarginBell, true, 44, "margin bell: kept, without effect"),
        new(TerminalMode.ReverseWrap, true, 45, "reverse wrap"),
        new(TerminalMode.Alternate47, true, 47, "alternate screen"),
        Never(true, 60, "DECHCCM, horizontal cursor coupling"),
        new(TerminalMode.ApplicationKeypad, true, 66, "DECNKM, application keypad"),
        new(TerminalMode.BackspaceKey, true, 67, "DECBKM, Backspace sends BS"),
        new(TerminalMode.LeftRightMargins, true, 69, "DECLRMM, left and right margins"),
        new(TerminalMode.NoClearOnColumns, true, 95, "DECNCSM, DECCOLM does not clear (level 5)"),
        new(TerminalMode.MouseNormal, true, 1000, "mouse presses and releases"),
        Never(true, 1001, "highlight mouse tracking"),
        new(TerminalMode.MouseButton, true, 1002, "mouse, motion with a button"),
        new(TerminalMode.MouseAny, true, 1003, "mouse, any motion"),
        new(TerminalMode.FocusReports, true, 1004, "focus reports"),
        new(TerminalMode.MouseUtf8, true, 1005, "mouse coordinates as UTF-8"),
        new(TerminalMode.MouseSgr, true, 1006, "mouse coordinates as SGR"),
        new(TerminalMode.AlternateScroll, true, 1007, "wheel sends cursor keys on the alternate screen"),
        Never(true, 1010, "scroll to the bottom on output (rxvt)"),
        Never(true, 1011, "scroll to the bottom on a key (rxvt)"),
        new(TerminalMode.MouseUrxvt, true, 1015, "mouse coordinates as urxvt"),
        new(TerminalMode.MousePixels, true, 1016, "mouse in pixels: there are none", false, true),
        new(TerminalMode.EightBitMeta, true, 1034, "8-bit Meta: kept, without effect"),
        new(TerminalMode.MetaSendsEscape, true, 1036, "Meta sends Escape", true),
        new(TerminalMode.DeleteIsDel, true, 1037, "Delete sends DEL"),
        new(TerminalMode.AltSendsEscape, true, 1039, "Alt sends Escape", true),
        Never(true, 1040, "keep the selection"),
        Never(true, 1041, "select to the clipboard"),
        Never(true, 1042, "urgent on bell"),
        Never(true, 1043, "raise on bell"),
        new(TerminalMode.ReverseWrapExtended, true, 1045, "extended reverse wrap"),
        new(TerminalMode.AlternateAllowed, true, 1046, "the alternate screen may be switched to", true),
        new(TerminalMode.Alternate1047, true, 1047, "alternate screen, cleared when left"),
        new(TerminalMode.SavedCursor1048, true, 1048, "save and restore the cursor"),
        new(TerminalMode.Alternate1049, true, 1049, "save cursor, cleared alternate screen"),
        Never(true, 1050, "terminfo function keys"),
        Never(true, 1051, "Sun function keys"),
        Never(true, 1052, "HP function keys"),
        Never(true, 1053, "SCO function keys"),
        Never(true, 1060, "X11R6 keyboard"),
        Never(true, 1061, "VT220 keyboard"),
        new(TerminalMode.BracketedPaste, true, 2004, "bracketed paste"),
        new(TerminalMode.SynchronizedOutput, true, 2026, "synchronized output"),
        new(TerminalMode.GraphemeClusters, true, 2027, "grapheme clusters: always", true, true),
        new(TerminalMode.ColorSchemeReports, true, 2031, "colour scheme reports"),
        new(TerminalMode.InBandResize, true, 2048, "in-band resize reports"),
    ];

    private static readonly Dictionary<int, ModeEntry> ByNumber = Numbered();

    public static ModeEntry? Find(bool isPrivate, int number) => ByNumber.GetValueOrDefault(Key(isPrivate, number));

    private static ModeEntry Never(bool isPrivate, int number, string name) => new(TerminalMode.Unsupported, isPrivate, number, name, false, true);

    private static Dictionary<int, ModeEntry> Numbered()
    {
        var numbered = new Dictionary<int, ModeEntry>(Entries.Length);
        foreach (var entry in Entries)
            numbered.Add(Key(entry.Private, entry.Number), entry);
        return numbered;
    }

    private static int Key(bool isPrivate, int number) => isPrivate ? number : ~number;
}
