namespace FleetTui.Terminal.Tests.Sequences;

public sealed class ReplySpecs
{
    [Theory]
    [InlineData("\e[c", "^[[?64;1;6;9;15;21;22;28;52c")]
    [InlineData("\e[0c", "^[[?64;1;6;9;15;21;22;28;52c")]
    [InlineData("\e[1c", "")]
    [InlineData("\eZ", "^[[?64;1;6;9;15;21;22;28;52c")]
    [InlineData("\e[>c", "^[[>41;400;0c")]
    [InlineData("\e[=c", "^[P!|464C4554^[\\")]
    [InlineData("\e[5n", "^[[0n")]
    [InlineData("\e[3;2H\e[6n", "^[[3;2R")]
    [InlineData("\e[2;4r\e[?6h\e[2;2H\e[6n", "^[[2;2R")]
    [InlineData("\e[?6n", "^[[?1;1;1R")]
    [InlineData("\e[?996n", "^[[?997;1n")]
    [InlineData("\e[>q", "^[P>|fleet test^[\\")]
    [InlineData("\e[?u", "^[[?0u")]
    [InlineData("\e[>5u\e[?u\e[>1u\e[?u\e[<u\e[?u", "^[[?5u^[[?1u^[[?5u")]
    [InlineData("\e[=3u\e[=4;2u\e[=1;3u\e[?u", "^[[?6u")]
    [InlineData("\e[>1u\e[?1049h\e[?u\e[?1049l\e[?u", "^[[?0u^[[?1u")]
    [InlineData("\e[>4;2m\e[?4m", "^[[>4;2m")]
    [InlineData("\e[?2026$p", "^[[?2026;2$y")]
    [InlineData("\e[?2026h\e[?2026$p", "^[[?2026;1$y")]
    [InlineData("\e[?1049h\e[?1049$p\e[?47$p", "^[[?1049;1$y^[[?47;1$y")]
    [InlineData("\e[?2027$p", "^[[?2027;3$y")]
    [InlineData("\e[?1016$p", "^[[?1016;4$y")]
    [InlineData("\e[?9999$p", "^[[?9999;0$y")]
    [InlineData("\e[4$p\e[4h\e[4$p", "^[[4;2$y^[[4;1$y")]
    [InlineData("\e[18t", "^[[8;4;10t")]
    [InlineData("\e[14t", "^[[4;64;80t")]
    [InlineData("\e[16t", "^[[6;16;8t")]
    [InlineData("\e[11t", "^[[1t")]
    [InlineData("\e]2;my title\a\e[21t", "^[]lmy title^[\\")]
    [InlineData("\e]4;1;?\a", "^[]4;1;rgb:cdcd/0000/0000^G")]
    [InlineData("\e]4;1;#102030\a\e]4;1;?\e\\\e]104;1\a\e]4;1;?\e\\", "^[]4;1;rgb:1010/2020/3030^[\\^[]4;1;rgb:cdcd/0000/0000^[\\")]
    [InlineData("\e]10;?\e\\", "^[]10;rgb:d0d0/d0d0/d0d0^[\\")]
    [InlineData("\e]10;?;?\a", "^[]10;rgb:d0d0/d0d0/d0d0^G^[]11;rgb:0000/0000/0000^G")]
    [InlineData("\e]11;rgb:f/8/0\a\e]11;?\a\e]111\a\e]11;?\a", "^[]11;rgb:ffff/8888/0000^G^[]11;rgb:0000/0000/0000^G")]
    [InlineData("\e]12;?\a", "^[]12;rgb:d0d0/d0d0/d0d0^G")]
    [InlineData("\e]7501;?\e\\", "^[]7501;?^[\\")]
    [InlineData("\e]52;c;?\a", "")]
    [InlineData("\eP$qm\e\\", "^[P1$r0m^[\\")]
    [InlineData("\e[1;4:3;31;48;5;200m\eP$qm\e\\", "^[P1$r0;1;4:3;31;48:5:200m^[\\")]
    [InlineData("\e[38;2;1;2;3m\eP$qm\e\\", "^[P1$r0;38:2::1:2:3m^[\\")]
    [InlineData("\e[2;3r\eP$qr\e\\", "^[P1$r2;3r^[\\")]
    [InlineData("\e[?69h\e[2;5s\eP$qs\e\\", "^[P1$r2;5s^[\\")]
    [InlineData("\e[3 q\eP$q q\e\\", "^[P1$r3 q^[\\")]
    [InlineData("\e[1\"q\eP$q\"q\e\\", "^[P1$r1\"q^[\\")]
    [InlineData("\eP$qx; rm -rf\e\\", "^[P0$r^[\\")]
    [InlineData("\eP+q436f\e\\", "^[P1+r436f=323536^[\\")]
    [InlineData("\eP+q0a\e\\", "^[P0+r0a^[\\")]
    [InlineData("\eP+qrm -rf\e\\", "^[P0+r^[\\")]
    [InlineData("\e[x", "^[[2;1;1;128;128;1;0x")]
    [InlineData("\e[2$w", "^[P2$u9^[\\")]
    [InlineData("\e[?2048h", "^[[48;4;10;64;80t")]
    [InlineData("ab\e[1;0;1;1;1;2*y", "^[P1!~FF3D^[\\")]
    public void A_question_gets_its_answer(string question, string answer) =>
        Assert.Equal(answer, new Screenful().Feed(question).Replies);

    [Fact]
    public void What_an_agent_asks_before_DA1_is_answered_before_it()
    {
        var screen = new Screenful();
        screen.Feed("\e[>0q\e[?u\e]7501;?\a\e[16t\e[?1016$p\e_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\e\\\e[?2026$p\e[c");
        Assert.Equal("^[P>|fleet test^[\\^[[?0u^[]7501;?^G^[[6;16;8t^[[?1016;4$y^[[?2026;2$y^[[?64;1;6;9;15;21;22;28;52c", screen.Replies);
        Assert.Equal("///", screen.Text);
    }

    [Fact]
    public void A_title_cannot_carry_a_command_back()
    {
        var screen = new Screenful();
        screen.Feed("\e]2;a\u0085b\tc\u202ed\a\e[21t");
        Assert.Equal("^[]labcd^[\\", screen.Replies);
    }
}
