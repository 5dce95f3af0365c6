namespace FleetTui.Terminal.Tests.Conformance;

public sealed class NotificationSpecs
{
    [Theory]
    [InlineData("\e]99;;Hello world\e\\", "notification Hello world|")]
    [InlineData("\e]99;i=1:d=0;Hello \e\\\e]99;i=1:d=0;world\e\\\e]99;i=1:p=body;This is cool\e\\", "notification Hello world|This is cool")]
    [InlineData("\e]99;i=1:d=0:p=body;a\e\\\e]99;i=2:d=0;other\e\\\e]99;i=1:p=body:d=1;b\e\\", "notification |ab")]
    [InlineData("\e]99;i=x:e=1:d=0;w6k=\e\\\e]99;i=x:e=1:p=body;YmM\e\\", "notification é|bc")]
    [InlineData("\e]99;a=report:u=2:o=unfocused:f=eA:k=;t\e\\", "notification t|")]
    [InlineData("\e]99;i=1:d=0;Title\e\\\e]99;i=1:d=1:p=body;\e\\", "notification Title|")]
    public void Kittys_notifications_are_put_together(string bytes, string told) =>
        Assert.Equal([told], new Screenful().Feed(bytes).Effects.Events);

    [Theory]
    [InlineData("\e]99;i=1:d=0;Hello\e\\")]
    [InlineData("\e]99;i=1:p=close;\e\\")]
    [InlineData("\e]99;i=1:p=buttons;yes\e\\")]
    [InlineData("\e]99;i=1;\e\\")]
    [InlineData("\e]99;i=1\e\\")]
    [InlineData("\e]99;i=1:d=0;x\e\\\ec\e]99;i=1:p=icon;x\e\\")]
    public void What_is_not_whole_or_no_text_is_not_told(string bytes) =>
        Assert.DoesNotContain(new Screenful().Feed(bytes).Effects.Events, e => e.StartsWith("notification", StringComparison.Ordinal));

    [Theory]
    [InlineData("\e]9;9;C:\\src\a", 0)]
    [InlineData("\e]9;1;200\a", 0)]
    [InlineData("\e]9;12\a", 0)]
    [InlineData("\e]9;3 files left\a", 1)]
    [InlineData("\e]9;13;x\a", 1)]
    public void Other_commands_of_ConEmu_are_no_notifications(string bytes, int told) =>
        Assert.Equal(told, new Screenful().Feed(bytes).Effects.Events.Count);

    [Theory]
    [InlineData("\e]99;i=my-id:p=?;\e\\", "^[]99;i=my-id:p=?;o=always:p=title,body^[\\")]
    [InlineData("\e]99;p=?;\a", "^[]99;i=0:p=?;o=always:p=title,body^G")]
    [InlineData("\e]99;i=a;b:p=?;\e\\", "")]
    [InlineData("\e]99;i=$(rm)|:p=?;\e\\", "^[]99;i=rm:p=?;o=always:p=title,body^[\\")]
    public void A_question_for_support_is_answered_with_a_clean_id(string bytes, string answer) =>
        Assert.Equal(answer, new Screenful().Feed(bytes).Replies);

    [Fact]
    public void Parts_that_never_end_are_bounded()
    {
        var screen = new Screenful();
        for (var i = 0; i < 100; i++)
            screen.Feed($"\e]99;i={i}:d=0;{new string('x', 900)}\a\e]99;i={i}:d=0;{new string('y', 900)}\a");
        Assert.True(screen.Terminal.Snapshot().Length < 60_000);
        screen.Feed("\e]99;i=0;end\a\e]99;i=99;end\a");
        Assert.Equal("notification end|", screen.Effects.Events[0]);
        Assert.Equal(1024 + "notification |".Length, screen.Effects.Events[1].Length);
    }
}
