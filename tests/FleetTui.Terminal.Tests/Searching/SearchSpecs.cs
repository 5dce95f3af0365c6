using FleetTui.Terminal.Searching;

namespace FleetTui.Terminal.Tests.Searching;

public sealed class SearchSpecs
{
    private static Screenful Sample()
    {
        var screen = new Screenful(10, 3);
        screen.Feed("one Error\r\ntwo\r\nan error across\r\n日本 x\r\nend");
        return screen;
    }

    [Fact]
    public void Case_counts_only_when_the_pattern_has_upper_case()
    {
        Assert.Equal([new LineMatch(0, 4, 0, 9), new LineMatch(2, 3, 2, 8)], Sample().Terminal.Search(new LineQuery("error")));
        Assert.Equal([new LineMatch(0, 4, 0, 9)], Sample().Terminal.Search(new LineQuery("Error")));
    }

    [Fact]
    public void A_match_goes_on_over_a_wrap() =>
        Assert.Equal([new LineMatch(2, 9, 3, 5)], Sample().Terminal.Search(new LineQuery("across")));

    [Fact]
    public void Wide_characters_count_their_columns() =>
        Assert.Equal([new LineMatch(4, 2, 4, 4)], Sample().Terminal.Search(new LineQuery("本")));

    [Fact]
    public void Regular_expressions_match_and_plain_text_is_not_one()
    {
        Assert.Equal(2, Sample().Terminal.Search(new LineQuery("^(two|end)", true)).Count);
        Assert.Empty(Sample().Terminal.Search(new LineQuery("^(two|end)")));
        Assert.Throws<ArgumentException>(() => Sample().Terminal.Search(new LineQuery("(a)\\1", true)));
        Assert.ThrowsAny<ArgumentException>(() => Sample().Terminal.Search(new LineQuery("(", true)));
    }

    [Fact]
    public void Prompts_are_found_above_and_below_even_after_a_reflow()
    {
        var screen = new Screenful(20, 3);
        screen.Feed("\e]133;A\a$ ls\r\nfile one and file two\r\n\e]133;A\a$ pwd\r\n/home\r\n\e]133;A\a$ ");
        Assert.Equal([5L, 3L, 0L], Above(screen));
        Assert.Equal(3, screen.Terminal.PromptBelow(0));
        screen.Terminal.Resize(10, 3);
        Assert.Equal(3, Above(screen).Count);
    }

    private static List<long> Above(Screenful screen)
    {
        var found = new List<long>();
        for (var line = screen.Terminal.PromptAbove(long.MaxValue); line is { } at; line = screen.Terminal.PromptAbove(at))
            found.Add(at);
        return found;
    }
}
