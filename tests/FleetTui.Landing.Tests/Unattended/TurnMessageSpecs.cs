using FleetTui.Configuration;
using FleetTui.Landing.Unattended;

namespace FleetTui.Landing.Tests.Unattended;

public sealed class TurnMessageSpecs
{
    private static readonly SlotDefinition Slot = new(1, "ps2", "PS#2", "blog", "codex", "", "w", "b", 0, true, default);

    [Theory]
    [InlineData("Fixed the dead link.", "Fixed the dead link\n")]
    [InlineData("\n## **Done**\n\nMore.", "Done\n")]
    [InlineData("- `a.md` is written\n- so is b", "a.md is written so is b\n")]
    public void The_agent_s_last_words_are_the_subject(string words, string message) => Assert.Equal(message, TurnMessage.Of(words, "t", Slot, ""));

    [Fact]
    public void Of_many_words_the_first_sentence_is_the_subject_and_all_are_kept()
    {
        var words = "I fixed the dead link. Then I looked at every other one on the page, and they all work as they should.";
        Assert.Equal($"I fixed the dead link\n\n{words}\n", TurnMessage.Of(words, "t", Slot, ""));
        var long_ = string.Join(' ', Enumerable.Repeat("word", 100));
        Assert.All(TurnMessage.Of(long_, "t", Slot, "").Split('\n').Take(1), subject => Assert.InRange(subject.Length, 30, 72));
    }

    [Fact]
    public void Without_words_it_is_the_template() =>
        Assert.Equal("PS#2 ps2 blog Blog codex\n", TurnMessage.Of(" \n", "{label} {slot} {role} {title} {agent}", Slot, "Blog"));
}
