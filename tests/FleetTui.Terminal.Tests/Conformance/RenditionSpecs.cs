namespace FleetTui.Terminal.Tests.Conformance;

public sealed class RenditionSpecs
{
    [Theory]
    [InlineData("\e[1;31m\e[#{\e[0;4m\e[#}", "0;1;31")]
    [InlineData("\e[1;31m\e[1#{\e[0;4;32m\e[#}", "0;1;4;32")]
    [InlineData("\e[1;31;44m\e[30#p\e[0;4m\e[#q", "0;4;31")]
    [InlineData("\e[1m\e[31#{\e[42m\e[#}", "0;1")]
    [InlineData("\e[#}\e[1m", "0;1")]
    public void Renditions_are_put_aside_and_brought_back(string bytes, string pen) =>
        Assert.Equal($"^[P1$r{pen}m^[\\", new Screenful().Feed(bytes + "\eP$qm\e\\").Replies);

    [Fact]
    public void More_pushes_than_there_is_room_for_are_popped_again_without_effect()
    {
        var screen = new Screenful();
        for (var i = 0; i < 12; i++)
            screen.Feed($"\e[0;3{i % 8}m\e[#{{");
        screen.Feed("\e[0;1m\e[#}\e[#}\eP$qm\e\\\e[#}\eP$qm\e\\");
        Assert.Equal("^[P1$r0;1m^[\\^[P1$r0;31m^[\\", screen.Replies);
    }

    [Theory]
    [InlineData("\e[1;31mab\e[0m\e[1;1;1;2#|", "^[[0;1;31m")]
    [InlineData("\e[1;31ma\e[1;32mb\e[0m\e[1;1;1;2#|", "^[[0;1m")]
    [InlineData("\e[1;1;1;2#|", "^[[0m")]
    public void The_renditions_that_cells_share_are_reported(string bytes, string answer) =>
        Assert.Equal(answer, new Screenful().Feed(bytes).Replies);

    [Fact]
    public void Palettes_are_put_aside_and_brought_back()
    {
        var screen = new Screenful().Feed("\e]4;1;#112233\a\e[#P\e]4;1;#445566\a\e[#R\e[#Q\e]4;1;?\a\e[#R\e[#Q\e]4;1;?\a");
        Assert.Equal("^[[?1;1#Q^[]4;1;rgb:1111/2222/3333^G^[[?0;1#Q^[]4;1;rgb:1111/2222/3333^G", screen.Replies);
    }

    [Fact]
    public void A_palette_has_a_place_of_its_own_when_numbered()
    {
        var screen = new Screenful().Feed("\e]11;#010203\a\e[3#P\e]111\a\e[3#Q\e]11;?\a\e[11#P\e[11#Q");
        Assert.Equal("^[]11;rgb:0101/0202/0303^G", screen.Replies);
    }

    [Theory]
    [InlineData("\e]5;0;#010203\a\e]5;0;?\a\e]4;256;?\a", "^[]5;0;rgb:0101/0202/0303^G^[]4;256;rgb:0101/0202/0303^G")]
    [InlineData("\e]4;257;#010203\a\e]105;1\a\e]5;1;?\a", "^[]5;1;rgb:d0d0/d0d0/d0d0^G")]
    [InlineData("\e]5;4;#010203\a\e]105\a\e]5;4;?\a", "^[]5;4;rgb:d0d0/d0d0/d0d0^G")]
    [InlineData("\e]5;5;?\a\e]4;261;?\a", "")]
    public void Special_colours_are_kept_and_told(string bytes, string answer) =>
        Assert.Equal(answer, new Screenful().Feed(bytes).Replies);

    [Fact]
    public void Protection_holds_against_the_erasing_of_its_own_kind()
    {
        Assert.Equal("a b///", new Screenful().Feed("\e[1\"qa\e[0\"qx\e[1\"qb\e[0\"q\e[?2J").Text);
        Assert.Equal("///", new Screenful().Feed("\eVa\eW\e[?2J").Text);
        Assert.Equal("a///", new Screenful().Feed("\eVa\eWx\e[2J").Text);
        Assert.Equal("///", new Screenful().Feed("\eVa\eW\e[1;1;1;1${").Text);
        Assert.Equal("///", new Screenful().Feed("\e[1\"qa\e[0\"q\e[2J").Text);
    }

    [Theory]
    [InlineData("a\e[1;0;1;1;1;1*y", "FF9F")]
    [InlineData("\e[1ma\e[1;0;1;1;1;1*y", "FF1F")]
    [InlineData("\e[1\"qa\e[1;0;1;1;1;1*y", "FF9F")]
    [InlineData("\e[1;0;1;1;1;1*y", "FFE0")]
    [InlineData("\e[1#ya\e[1;0;1;1;1;1*y", "0061")]
    [InlineData("\e[3#y\e[1;7ma\e[1;0;1;1;1;1*y", "0061")]
    [InlineData("\e[9#ya\e[1;0;1;1;1;3*y", "0061")]
    public void A_checksum_sums_as_it_was_told_to(string bytes, string sum) =>
        Assert.Equal($"^[P1!~{sum}^[\\", new Screenful().Feed(bytes).Replies);

    [Theory]
    [InlineData("\eP$q*x\e\\\e[2*x\eP$q*x\e\\\e[1*x\eP$q*x\e\\", "^[P1$r0*x^[\\^[P1$r2*x^[\\^[P1$r1*x^[\\")]
    [InlineData("\eP$q$}\e\\\eP$q$~\e\\", "^[P1$r0$}^[\\^[P1$r0$~^[\\")]
    [InlineData("\e[>4;2m\eP$q>4m\e\\", "^[P1$r>4;2m^[\\")]
    [InlineData("\e[22t\e[#S", "^[[1;10#S")]
    public void Settings_are_told(string bytes, string answer) => Assert.Equal(answer, new Screenful().Feed(bytes).Replies);
}
