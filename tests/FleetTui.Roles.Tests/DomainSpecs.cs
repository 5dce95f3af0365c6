namespace FleetTui.Roles.Tests;

public sealed class DomainSpecs
{
    [Theory]
    [InlineData("blog/**", "blog/a.md", true)]
    [InlineData("blog/**", "blog/x/y/a.md", true)]
    [InlineData("blog/**", "blog", false)]
    [InlineData("blog/**", "my/blog/a.md", false)]
    [InlineData("blog", "my/blog/a.md", true)]
    [InlineData("/blog", "my/blog/a.md", false)]
    [InlineData("blog/", "blog", false)]
    [InlineData("*.md", "a/b.md", true)]
    [InlineData("*.md", "a/b.MD", false)]
    [InlineData("docs/*.md", "docs/x/b.md", false)]
    [InlineData("**", "anything/at/all", true)]
    public void A_pattern_means_what_it_means_in_gitignore(string pattern, string path, bool inside) =>
        Assert.Equal(inside, new Domain([pattern]).Contains(path));

    [Fact]
    public void A_negated_pattern_takes_paths_out_again_but_not_below_a_directory_that_is_in()
    {
        Assert.False(new Domain(["docs/*", "!docs/private.md"]).Contains("docs/private.md"));
        Assert.True(new Domain(["docs/*", "!docs/private.md"]).Contains("docs/public.md"));
        Assert.True(new Domain(["docs", "!docs/private.md"]).Contains("docs/private.md"));
    }

    [Fact]
    public void An_empty_domain_holds_nothing()
    {
        Assert.True(Domain.Empty.IsEmpty);
        Assert.True(new Domain(["# nothing", "", "!a"]).IsEmpty);
        Assert.False(Domain.Empty.Contains("a"));
    }

    [Fact]
    public void The_pattern_that_takes_a_path_in_is_named()
    {
        var domain = new Domain(["docs/**", "blog/**", "!blog/private/*", "*.md"]);
        Assert.Equal("blog/**", domain.PatternFor("blog/a.txt"));
        Assert.Equal("docs/**", domain.PatternFor("docs/a.md"));
        Assert.Equal("*.md", domain.PatternFor("README.md"));
        Assert.Null(domain.PatternFor("src/a.c"));
    }

    [Theory]
    [InlineData("blog/**", false)]
    [InlineData("#blog", true)]
    [InlineData("", true)]
    [InlineData("blog\\", true)]
    [InlineData("blog/[ab", true)]
    [InlineData("../blog/**", true)]
    [InlineData("./blog/**", true)]
    [InlineData("blog//a", true)]
    public void A_pattern_that_can_match_nothing_is_told(string pattern, bool wrong) =>
        Assert.Equal(wrong, Domain.ProblemOf(pattern) is not null);

    [Fact]
    public void Many_threads_may_ask_at_once()
    {
        var domain = new Domain(["src/**/x*", "*.md", "a/b/[c-f]/**", "!a/b/d/*"]);
        var paths = Enumerable.Range(0, 20_000).Select(n => $"a/b/{(char)('a' + n % 8)}/src{n % 91}/x{n}.md{n % 3}").ToArray();
        var alone = new Domain(domain.Patterns);
        var expected = paths.Select(alone.Contains).ToArray();
        var actual = paths.AsParallel().AsOrdered().Select(domain.Contains).ToArray();
        Assert.Equal(expected, actual);
    }
}
