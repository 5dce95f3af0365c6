using FleetTui.Cli.Output;

namespace FleetTui.Cli.Tests.Output;

public sealed class PrintableSpecs
{
    [Theory]
    [InlineData("a\nb\tc\r", @"a\nb\tc\r")]
    [InlineData("\u001b[2J\u009b\u007f", @"\x1b[2J\x9b\x7f")]
    [InlineData("ü 漢 \"x\" \\n", "ü 漢 \"x\" \\n")]
    public void What_others_wrote_neither_breaks_a_line_nor_speaks_to_the_terminal(string text, string shown) => Assert.Equal(shown, Printable.Of(text));
}
