using System.Text;
using FleetTui.Terminal.Machines;
using FleetTui.Terminal.Parsing;

namespace FleetTui.Terminal.Sequences.Dcs;

/// <summary>XTGETTCAP: terminfo capabilities by hex name.</summary>
internal static class Capabilities
{
    private const int MaxNames = 32;

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["TN"] = "xterm-256color",
        ["name"] = "xterm-256color",
        ["Co"] = "256",
        ["colors"] = "256",
        ["RGB"] = "8/8/8",
        ["Tc"] = "",
        ["Su"] = "",
        ["XT"] = "",
        ["bce"] = "",
        ["Smulx"] = "\e[4:%p1%dm",
        ["Setulc"] = "\e[58:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%dm",
        ["Ss"] = "\e[%p1%d q",
        ["Se"] = "\e[2 q",
        ["Ms"] = "\e]52;%p1%s;%p2%s\a",
        ["Sync"] = "\e[?2026%?%p1%{1}%-%tl%eh%;",
        ["kcuu1"] = "\eOA",
        ["kcud1"] = "\eOB",
        ["kcuf1"] = "\eOC",
        ["kcub1"] = "\eOD",
        ["khome"] = "\eOH",
        ["kend"] = "\eOF",
        ["kbs"] = "\x7f",
        ["kpp"] = "\e[5~",
        ["knp"] = "\e[6~",
        ["kich1"] = "\e[2~",
        ["kdch1"] = "\e[3~",
        ["kcbt"] = "\e[Z",
        ["kf1"] = "\eOP",
        ["kf2"] = "\eOQ",
        ["kf3"] = "\eOR",
        ["kf4"] = "\eOS",
        ["kf5"] = "\e[15~",
        ["kf6"] = "\e[17~",
        ["kf7"] = "\e[18~",
        ["kf8"] = "\e[19~",
        ["kf9"] = "\e[20~",
        ["kf10"] = "\e[21~",
        ["kf11"] = "\e[23~",
        ["kf12"] = "\e[24~",
    };

    public static void Answer(Machine m, CsiParameters parameters, ReadOnlySpan<byte> text)
    {
        _ = parameters;
        var count = 0;
        foreach (var range in text.Split((byte)';'))
        {
            if (++count > MaxNames)
                return;
            var hex = text[range];
            // Only hex digits are echoed, so an unknown name cannot carry a command back.
            if (hex.IsEmpty || hex.Length % 2 != 0 || Decode(hex) is not { } name)
            {
                m.Reply.Dcs("0+r");
                return;
            }

            var echo = Encoding.ASCII.GetString(hex);
            if (!Known.TryGetValue(name, out var value))
                m.Reply.Dcs("0+r" + echo);
            else
                m.Reply.Dcs("1+r" + echo + (value.Length > 0 ? "=" + Convert.ToHexString(Encoding.ASCII.GetBytes(value)) : ""));
        }
    }

    private static string? Decode(ReadOnlySpan<byte> hex)
    {
        Span<byte> bytes = stackalloc byte[64];
        return hex.Length <= 128 && Convert.FromHexString(hex, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
            ? Encoding.Latin1.GetString(bytes[..written])
            : null;
    }
}
