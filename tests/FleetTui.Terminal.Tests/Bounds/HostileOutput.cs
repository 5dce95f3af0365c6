using System.Text;

namespace FleetTui.Terminal.Tests.Bounds;

/// <summary>What a broken or evil program may print without end, in parts: each gives the next part by its number.</summary>
internal static class HostileOutput
{
    private const int PartBytes = 16 * 1024;

    /// <summary>Name → part number → bytes.</summary>
    public static readonly Dictionary<string, Func<int, byte[]>> Streams = new()
    {
        ["a new colour for every cell"] = part => Repeat(i => $"\e[38;2;{i >> 16 & 255};{i >> 8 & 255};{i & 255}mx", 800, part),
        ["a new colour, underline and background each"] = part => Repeat(i => $"\e[4:3;38;2;{i >> 8 & 255};{i & 255};1;48;2;{i & 255};{i >> 8 & 255};2;58:2::{i & 255}:3:{i >> 8 & 255}m\e[2;2Hx", 200, part),
        ["a new link for every cell"] = part => Repeat(i => $"\e]8;;http://example.org/{i}\e\\x", 500, part),
        ["long links with long ids"] = part => Repeat(i => $"\e]8;id={i}{new string('i', 200)};http://example.org/{i}/{new string('u', 2000)}\e\\x", 8, part),
        ["a link that never ends"] = part => part == 0 ? Encoding.ASCII.GetBytes("\e]8;;http://a/") : Filled('u'),
        ["an OSC that never ends"] = part => part == 0 ? "\e]0;"u8.ToArray() : Filled('t'),
        ["a clipboard that never ends"] = part => part == 0 ? "\e]52;c;"u8.ToArray() : Filled('A'),
        ["a sixel image that never ends"] = part => part == 0 ? "\eP0;1q"u8.ToArray() : Filled('~'),
        ["a DCS question that never ends"] = part => part == 0 ? "\eP+q"u8.ToArray() : Filled('5'),
        ["a kitty image that never ends"] = part => part == 0 ? "\e_Ga=T,f=32;"u8.ToArray() : Filled('A'),
        ["kitty images"] = _ => Repeated($"\e_Gf=32,s=10,v=10,m=1;{new string('A', 4000)}\e\\"),
        ["inline images"] = _ => Repeated($"\e]1337;File=inline=1:{new string('A', 9000)}\a"),
        ["parameters without end"] = part => part == 0 ? "\e["u8.ToArray() : Repeated("12345678901234567890;1:2:3;"),
        ["intermediates without end"] = part => part == 0 ? "\e["u8.ToArray() : Filled('!'),
        ["marks on one cell"] = part => Repeat(i => char.ConvertFromUtf32(0x300 + (i % 0x6f)), 8000, part),
        ["marks on every cell"] = part => Repeat(i => "e" + string.Concat(Enumerable.Range(0, 40).Select(k => char.ConvertFromUtf32(0x300 + ((i * 7 + k * i) % 0x6f)))), 100, part),
        ["joined emoji"] = _ => Repeated("👩\u200d👩\u200d👩\u200d👩\u200d"),
        ["saved cursors"] = _ => Repeated("\e7\e[s"),
        ["pushed titles"] = part => Repeat(i => $"\e]0;{i}{new string('t', 900)}\a\e[22t", 16, part),
        ["pushed keyboards"] = _ => Repeated("\e[>31u\e[>1u"),
        ["pushed renditions"] = _ => Repeated("\e[#{\e[1;2#{"),
        ["saved modes"] = _ => Repeated("\e[?1;6;7;25;1000;2004s"),
        ["tab stops"] = _ => Repeated("\eH\e[C"),
        ["prompts"] = _ => Repeated("\e]133;A\aprompt\e]133;D;0\a\n"),
        ["notifications in parts"] = part => Repeat(i => $"\e]99;i={i}:d=0;part\e\\", 600, part),
        ["colours of the palette"] = part => Repeat(i => $"\e]4;{i & 255};rgb:{i & 255:x2}/00/00\a", 600, part),
        ["lines"] = part => Repeat(i => $"line {i}\r\n", 1200, part),
        ["rows of many styles"] = part => Repeat(i => $"\e[3{i % 8};4{(i + 3) % 8}m{(char)('a' + i % 26)}{(i % 100 == 99 ? "\r\n" : "")}", 1200, part),
        ["erased scrollback"] = _ => Repeated("text\r\n\e[2J\e[3J\e[H"),
        ["both screens"] = _ => Repeated("\e[?1049hx\e[?1049l\e[?47h\e[?47l"),
        ["resets"] = _ => Repeated("x\e[31m\ec\e[!p"),
    };

    /// <summary>Sequences that ask for as much work as a few bytes can.</summary>
    public static readonly string[] Costly =
    [
        "x\e[2147483647b", "日\e[99999999b", "e\u0301\e[99999999b", "\e[2147483647S", "\e[2147483647T", "\e[1000000000L", "\e[1000000000M", "\e[99999999@", "\e[99999999P", "\e[99999999X", "\e[99999999I", "\e[99999999Z",
        "\e[99999999'}", "\e[99999999'~", "\e[99999999 @", "\e[99999999 A", "\e[99999999A\e[99999999B\e[99999999C\e[99999999D", "\e[?45;1045h\e[99999999D", "\e[99999999;99999999H", "\e[2J", "\e[?2J", "\e#8",
        "\e[1;1;999;999;1;2;2;1$v", "\e[1;1;999;999;1;1;1;1$v", "\e[88;1;1;999;999$x", "\e[1;1;999;999$z", "\e[1;1;999;999${", "\e[1;1;999;999;1;4;7$r", "\e[1;1;999;999;1;4;7$t", "\e[0;0;1;1;999;999*y", "\e[1;1;999;999#|",
        "\e[?69h\e[2;3s\e[2147483647S\e[1000000000L", "\e[?1049h\e[?1049l", "\e[?3h\e[?3l", "\ec", "\e[3J", "\e[99999999;99999999r", "\e[>99999999u\e[<99999999u", "\e[3g\e[?5W", "\e[4h\e[99999999b\e[4l",
    ];

    /// <summary>About <see cref="PartBytes"/> of one text over and over.</summary>
    public static byte[] Repeated(string text) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, Math.Max(PartBytes / text.Length, 1))));

    private static byte[] Repeat(Func<int, string> text, int count, int part) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(part * count, count).Select(text)));

    private static byte[] Filled(char with) => Encoding.ASCII.GetBytes(new string(with, PartBytes));
}
