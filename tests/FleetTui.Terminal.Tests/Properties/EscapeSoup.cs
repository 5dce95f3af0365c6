using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Terminal.Tests.Properties;

/// <summary>Generators of what programs, broken programs and attackers print.</summary>
internal static class EscapeSoup
{
    private static readonly string[] Words =
    [
        "hello world", "a", " ", "日本語", "e\u0301", "👨‍👩‍👧", "🇯🇵🇫🇷", "❤️", "1️⃣", "⌚\uFE0E", "각", "क्षि", "\u200d", "\ufe0f", "\u0301\u0301", "│─┌",
        "\r\n", "\n", "\r", "\t", "\b", "\a", "\x0e", "\x0f", "\x18", "\x1a", "\x7f", "\u0085", "\u009b3;3H", "\u0090$qm\u009c", "\u009d2;t\u009c",
    ];

    private static readonly string[] Known =
    [
        "\e7", "\e8", "\eD", "\eE", "\eM", "\eH", "\ec", "\e#8", "\e(0", "\e(B", "\e)0", "\eN", "\e=", "\e>", "\e6", "\e9", "\eV", "\eW",
        "\e[?1049h", "\e[?1049l", "\e[?47h", "\e[?1047l", "\e[?69h", "\e[?69l", "\e[?6h", "\e[?6l", "\e[?7l", "\e[?7h", "\e[4h", "\e[4l", "\e[?45h", "\e[?1045h",
        "\e[3;5s", "\e[2;3r", "\e[r", "\e[!p", "\e[?2026h", "\e[?2026l", "\e[?1;1;1r", "\e[?6n", "\e[c", "\e[>c", "\e[?2026$p", "\e[?u", "\e[>5u", "\e[<u",
        "\e[1;2;3;4;5;6;7;1$v", "\e[88;1;1;3;3$x", "\e[1;1;2;2$z", "\e[1;1;3;3;1;4$r", "\e[0;0;1;1;2;2*y", "\e[1\"q", "\e[0\"q", "\e[?1K", "\e[?2J", "\e[3J",
        "\e]0;title\a", "\e]8;id=1;https://example.org/x\e\\", "\e]8;;\a", "\e]8;;http://a\a", "\e]52;c;aGk=\a", "\e]4;1;?\a", "\e]10;?\e\\", "\e]7501;state=working:app=codex\a",
        "\e[?2l", "\e<", "\eY!!", "\eF", "\e(%5", "\e(>", "\e*A", "\e-A", "\e[?42h\e(K", "\e}", "\e]99;i=1:d=0;part\a", "\e]99;i=1:p=body;rest\a", "\e#6", "\e#3", "\e#5", "\e[>0;1t", "\e[>T", "\e[21t", "\e[#{", "\e[30#{", "\e[#}", "\e[#P", "\e[3#P", "\e[#Q", "\e[3#Q", "\e[62\"p", "\e[64;1\"p", "\e G", "\e F", "\e[?41h", "\e[1;1;2;2#|", "\e]5;0;#123\a",
        "\e]133;A\a", "\e]9;4;1;50\a", "\eP$qm\e\\", "\eP+q544e\e\\", "\e_Gi=31\e\\", "\ePq#0;2;0;0;0\e\\", "\e[22t", "\e[23t", "\e[5b", "\e[38;2;1;2;3m", "\e[48:5:9m", "\e[4:3;58:2::9:8:7m", "\e[0m",
    ];

    public static readonly Gen<byte[]> Bytes = Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf();

    public static readonly Gen<byte[]> Text = OneOf(Words).Select(Encoding.UTF8.GetBytes);

    private static readonly Gen<byte[]> Csi =
        from prefix in OneOf(["", "", "", "?", ">", "=", "<"])
        from parameters in Gen.Frequency(
            (6, Gen.Choose(0, 12).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            (1, Gen.Constant("99999999999")),
            (2, Gen.Constant(";")),
            (1, Gen.Constant(":"))).ArrayOf()
        from intermediate in OneOf(["", "", "", "", " ", "$", "\"", "'", "*", "!", "#"])
        from final in Gen.Choose(0x40, 0x7e)
        select Encoding.ASCII.GetBytes($"\e[{prefix}{string.Join(';', parameters)}{intermediate}{(char)final}");

    /// <summary>One piece of output, whole or broken.</summary>
    public static readonly Gen<byte[]> Piece = Gen.Frequency(
        (6, Text),
        (5, OneOf(Known).Select(Encoding.UTF8.GetBytes)),
        (4, Csi),
        (1, Bytes),
        (1, OneOf(Known).Select(k => Encoding.UTF8.GetBytes(k[..^1]))));

    public static readonly Arbitrary<byte[]> Output = Piece.ArrayOf().Select(pieces => pieces.SelectMany(p => p).ToArray()).ToArbitrary();

    private static Gen<string> OneOf(string[] values) => Gen.Choose(0, values.Length - 1).Select(i => values[i]);
}
