using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;
using FleetTui.Terminal.Replies;

namespace FleetTui.Terminal.Sequences.Csi;

/// <summary>What programs ask: who are you, where is the cursor, how are you.</summary>
internal static class ReportSequences
{
    /// <summary>VT420 with 132 columns, selective erase, national and technical sets, horizontal scrolling, colour, rectangles, clipboard (52).</summary>
    public const string PrimaryAttributes = "?64;1;6;9;15;21;22;28;52c";

    public static readonly CsiEntry[] Entries =
    [
        new("c", "Ps", "DA1", $"answers CSI {PrimaryAttributes}", (m, p) => When(p, () => m.Reply.Csi(PrimaryAttributes))),
        new(">c", "Ps", "DA2", "answers CSI >41;400;0c: programs that know xterm by number use what we have", (m, p) => When(p, () => m.Reply.Csi(">41;400;0c"))),
        new("=c", "Ps", "DA3", "answers DCS !|464C4554 ST", (m, p) => When(p, () => m.Reply.Dcs("!|464C4554"))),
        new("n", "Ps", "DSR", "5 status, 6 cursor position (CPR)", (m, p) => Status(m, p.Get(0, 0))),
        new("?n", "Ps", "DSR", "6 DECXCPR, 15 printer, 25 UDK, 26 keyboard, 53 55 56 locator, 62 63 macros, 75, 85, 996 colour scheme", (m, p) => PrivateStatus(m, p)),
        new(">q", "Ps", "XTVERSION", "answers DCS >|NAME ST", (m, p) => When(p, () => m.Reply.Dcs(">|" + ReplyWriter.Printable(m.Options.Name)))),
        new("x", "Ps", "DECREQTPARM", "answers CSI 2;1;1;128;128;1;0x", (m, p) => TerminalParameters(m, p.Get(0, 0))),
        new("\"v", "", "DECRQDE", "answers CSI rows ; columns ; 1 ; 1 ; 1 \" w", (m, _) => m.Reply.Csi($"{m.Screen.Rows};{m.Screen.Columns};1;1;1\"w")),
        new("&u", "", "DECRQUPSS", "answers DCS 0 ! u %5 ST", (m, _) => m.Reply.Dcs("0!u%5")),
        new("'|", "Ps", "DECRQLP", "answers CSI 0 & w: there is no locator", (m, _) => m.Reply.Csi("0&w")),
        new("$w", "Ps", "DECRQPSR", "1 cursor information (DECCIR), 2 tab stops (DECTABSR)", (m, p) => PresentationReport.Send(m, p.Get(0, 0))),
    ];

    private static void When(CsiParameters p, Action reply)
    {
        if (p.Get(0, 0) == 0)
            reply();
    }

    private static void Status(Machine m, int what)
    {
        if (what == 5)
        {
            m.Reply.Csi("0n");
        }
        else if (what == 6)
        {
            var (row, column) = m.Motion.Report();
            m.Reply.Csi($"{row + 1};{column + 1}R");
        }
    }

    private static void PrivateStatus(Machine m, CsiParameters p)
    {
        switch (p.Get(0, 0))
        {
            case 6:
                var (row, column) = m.Motion.Report();
                m.Reply.Csi($"?{row + 1};{column + 1};1R");
                break;
            case 15:
                m.Reply.Csi("?13n");
                break;
            case 25:
                m.Reply.Csi("?20n");
                break;
            case 26:
                m.Reply.Csi("?27;1;0;0n");
                break;
            case 53 or 55:
                m.Reply.Csi("?50n");
                break;
            case 56:
                m.Reply.Csi("?57;0n");
                break;
            case 62:
                m.Reply.Csi("0000*{");
                break;
            case 63:
                m.Reply.Dcs($"{p.Get(1, 0)}!~0000");
                break;
            case 75:
                m.Reply.Csi("?70n");
                break;
            case 85:
                m.Reply.Csi("?83n");
                break;
            case 996:
                m.Reply.Csi(IsDark(m.Palette.GetDynamic(1)) ? "?997;1n" : "?997;2n");
                break;
            default:
                break;
        }
    }

    private static bool IsDark(uint color) =>
        (((color >> 16) & 255) * 299) + (((color >> 8) & 255) * 587) + ((color & 255) * 114) < 128_000;

    private static void TerminalParameters(Machine m, int what)
    {
        if (what is 0 or 1)
            m.Reply.Csi($"{what + 2};1;1;128;128;1;0x");
    }
}
