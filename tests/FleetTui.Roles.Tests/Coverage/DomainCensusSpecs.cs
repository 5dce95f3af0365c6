using FleetTui.Roles.Coverage;

namespace FleetTui.Roles.Tests.Coverage;

public sealed class DomainCensusSpecs
{
    private static readonly string[] Tracked = ["README", "blog/a.md", "blog/b.md", "blog/shared.md", "docs/a.md", "docs/both.md", "tools/x.sh"];

    private static readonly DomainCensus Census = new(
        [new Role("blog", "", new Domain(["blog/**", "docs/both.md"])), new Role("docs", "", new Domain(["docs/**", "!docs/none.md"])), new Role("empty", "", new Domain(["nothing/**"]))],
        new Domain(["blog/shared.md"]),
        Tracked);

    [Fact]
    public void Every_path_is_shared_somebodys_or_nobodys()
    {
        Assert.Equal(["blog/shared.md"], Census.Shared);
        Assert.Equal(["README", "tools/x.sh"], Census.Uncovered);
        Assert.Equal(["blog/a.md", "blog/b.md", "docs/both.md"], Census.FilesOf("blog"));
        Assert.Equal(["docs/a.md", "docs/both.md"], Census.FilesOf("docs"));
        Assert.Empty(Census.FilesOf("empty"));
    }

    [Fact]
    public void Paths_in_two_domains_are_told_by_pair()
    {
        var overlap = Assert.Single(Census.Overlaps);
        Assert.Equal(("blog", "docs"), overlap.Key);
        Assert.Equal(["docs/both.md"], overlap.Value);
    }

    [Fact]
    public void A_pattern_is_counted_by_itself_and_one_that_takes_out_by_what_it_takes_out()
    {
        Assert.Equal(3, Census.CountOf("blog/**"));
        Assert.Equal(2, Census.CountOf("!docs/**"));
        Assert.Equal(0, Census.CountOf("nothing/**"));
    }

    [Fact]
    public void A_tried_domain_says_what_it_would_take_in_what_of_it_is_new_and_whom_it_meets()
    {
        var tried = Census.Try(["docs/a.md", "tools/**", "nothing/here/**", "blog/shared.md"]);

        Assert.Equal(["docs/a.md", "tools/x.sh"], tried.Files);
        Assert.Equal(["tools/x.sh"], tried.New);
        Assert.Empty(tried.Problems);
        Assert.Equal(["docs", "empty"], tried.Meets.Select(meeting => meeting.Role));
        Assert.Equal(["docs/a.md"], tried.Meets[0].Files);
        Assert.StartsWith("nothing/here/", tried.Meets[1].Possible, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_matches_nothing_is_told() => Assert.NotEmpty(Census.Try(["../x"]).Problems);
}
